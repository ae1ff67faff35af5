//! Documents an application needs and whether they are valid when it is submitted (H2, H6).

mod pages;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

pub use self::pages::{Page, Pages};
use crate::{DocumentId, Timestamp};

/// The kinds of document associations ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    FamilyRecord,
    NationalId,
    DeathCertificate,
    SupportDeed,
    HeirsDeed,
    CustodyDeed,
    GuardianshipDeed,
    DivorceDeed,
    Lease,
    IncomeProof,
    SchoolLetter,
    MedicalReport,
    BankCertificate,
    ElectricityBill,
    /// What an applicant gives with an appeal; no programme asks for it.
    AppealPaper,
}

impl DocumentKind {
    pub const ALL: [Self; 15] = [
        Self::FamilyRecord,
        Self::NationalId,
        Self::DeathCertificate,
        Self::SupportDeed,
        Self::HeirsDeed,
        Self::CustodyDeed,
        Self::GuardianshipDeed,
        Self::DivorceDeed,
        Self::Lease,
        Self::IncomeProof,
        Self::SchoolLetter,
        Self::MedicalReport,
        Self::BankCertificate,
        Self::ElectricityBill,
        Self::AppealPaper,
    ];
}

/// A document a programme asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentRule {
    pub kind: DocumentKind,
    /// How old the document may be on the day of submission, in days; `None` never ages.
    #[serde(default)]
    pub valid_days: Option<u32>,
}

/// The file formats accepted. The name a file came with is never trusted: the bytes decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MediaType {
    Pdf,
    Jpeg,
    Png,
    Webp,
}

impl MediaType {
    /// What a form for files offers to choose: named one by one, so that phones turn their own picture formats into one
    /// of these and offer the camera.
    pub const ACCEPTED: &str = "image/jpeg,image/png,image/webp,application/pdf";

    /// Can it be turned by drawing it anew? A PDF is kept as it came.
    pub fn is_picture(self) -> bool {
        match self {
            Self::Pdf => false,
            Self::Jpeg | Self::Png | Self::Webp => true,
        }
    }

    /// The Internet media type sent with the file.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
        }
    }

    /// The name ending sent with the file.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
        }
    }
}

/// Largest file accepted, in bytes.
pub const LARGEST_FILE: usize = 10 * 1024 * 1024;

/// A document given with an application. The hashes of its pages tie their files to the signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenDocument {
    pub id: DocumentId,
    pub kind: DocumentKind,
    pub issued_on: Option<NaiveDate>,
    #[serde(flatten)]
    pub pages: Pages,
    pub given_at: Timestamp,
}

/// Whether a document counted on the day of submission (H2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "validity")]
pub enum Validity {
    Valid,
    /// The rule has an age limit and the document names no day of issue.
    UnknownDate,
    Expired {
        since: NaiveDate,
    },
}

impl DocumentRule {
    /// Validity of a document issued on a day, *at the time of submission* (H2), not today's.
    pub fn validity(&self, issued_on: Option<NaiveDate>, submitted_on: NaiveDate) -> Validity {
        if self.valid_days.is_none() {
            return Validity::Valid;
        }
        let Some(issued_on) = issued_on else { return Validity::UnknownDate };
        match self.last_day(issued_on) {
            Some(last) if submitted_on > last => Validity::Expired { since: last },
            _ => Validity::Valid,
        }
    }

    /// The last day a document issued on a day counts; `None` where nothing limits its age.
    pub fn last_day(&self, issued_on: NaiveDate) -> Option<NaiveDate> {
        issued_on.checked_add_days(Days::new(u64::from(self.valid_days?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).expect("date")
    }

    #[test]
    fn validity_is_judged_on_the_day_of_submission() {
        let rule = DocumentRule { kind: DocumentKind::IncomeProof, valid_days: Some(90) };
        assert_eq!(rule.validity(Some(day(1, 1)), day(4, 1)), Validity::Valid);
        assert_eq!(rule.validity(Some(day(1, 1)), day(4, 2)), Validity::Expired { since: day(4, 1) });
        assert_eq!(rule.validity(None, day(4, 2)), Validity::UnknownDate);
    }

    #[test]
    fn a_document_of_one_page_is_written_as_it_always_was() {
        let was = concat!(
            r#"{"id":7,"kind":"lease","issued_on":"2026-01-01","media":"jpeg","bytes":120,"sha256":"ab","#,
            r#""given_at":"2026-03-01T06:00:00Z"}"#
        );
        let mut given: GivenDocument = serde_json::from_str(was).expect("read");
        assert_eq!(given.pages, Pages::of(Page { media: MediaType::Jpeg, bytes: 120, sha256: "ab".to_owned() }));
        assert_eq!(serde_json::to_string(&given).expect("written"), was);
        given.pages.add(Page { media: MediaType::Png, bytes: 5, sha256: "cd".to_owned() }).expect("added");
        let written = serde_json::to_string(&given).expect("written");
        assert_eq!(serde_json::from_str::<GivenDocument>(&written).expect("read"), given);
    }

    #[test]
    fn a_family_record_does_not_age() {
        let rule = DocumentRule { kind: DocumentKind::FamilyRecord, valid_days: None };
        assert_eq!(rule.validity(None, day(4, 2)), Validity::Valid);
    }
}

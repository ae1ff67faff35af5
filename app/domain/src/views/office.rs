//! What the back office is given.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    DocumentId, Iban, Invalid, Mobile, NationalId, PersonId, Reference, SessionId, StaffId, Timestamp,
    access::{Action, Role},
    application::Answers,
    document::{DocumentKind, Pages, Validity},
    eligibility::Explanation,
    matching::{Likeness, MatchField},
    programme::{Bilingual, ProgrammeSpec},
    representation::{Capacity, Name},
    request::{Stage, StageKind},
    study::ScoreRule,
    window::Window,
};

use super::committee::SessionLine;

/// A part of the office somebody works in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Desk {
    Requests,
    Committee,
    /// Inquiries, complaints and proposals.
    Voices,
    Knowledge,
    Volunteers,
    /// Requests of people about their own data.
    Privacy,
    /// The wording of messages.
    Messages,
}

/// The member of staff who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffSelf {
    pub id: StaffId,
    pub name: Bilingual,
    pub roles: Vec<Role>,
    /// Where they have something to do.
    pub desks: Vec<Desk>,
}

/// A member of staff in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffLine {
    pub id: StaffId,
    pub name: Bilingual,
}

/// What stands round every page of the back office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeFrame {
    pub me: StaffSelf,
    /// Requests at a stage the reader acts on.
    pub waiting: u64,
    /// Inquiries, complaints and proposals that wait for an answer of the reader; `None` for who sees none of them.
    pub voices: Option<u64>,
}

/// Where a page of a queue ended: when its last line last changed, and its id. Written `nanoseconds-id`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueCursor {
    pub updated_at: Timestamp,
    pub id: i64,
}

impl std::fmt::Display for QueueCursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.updated_at.timestamp_nanos_opt().unwrap_or(i64::MAX), self.id)
    }
}

impl std::str::FromStr for QueueCursor {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (nanos, id) = text.split_once('-').ok_or(Invalid::Number)?;
        let nanos: i64 = nanos.parse().map_err(|_| Invalid::Number)?;
        let id = id.parse().map_err(|_| Invalid::Number)?;
        Ok(Self { updated_at: Timestamp::from_timestamp_nanos(nanos), id })
    }
}

/// What a queue shows; kept in the address so that a list can be linked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueFilter {
    /// One stage; without it, the stages the reader acts on.
    #[serde(default)]
    pub stage: Option<StageKind>,
    /// Without a stage: every stage the reader may see.
    #[serde(default)]
    pub all: bool,
    #[serde(default)]
    pub search: Option<String>,
    /// Keyset: where the page before ended.
    #[serde(default)]
    pub after: Option<QueueCursor>,
}

/// One request in a queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueLine {
    pub id: i64,
    pub reference: Reference,
    pub applicant_name: String,
    pub programme: Bilingual,
    pub stage: StageKind,
    pub submitted_at: Option<Timestamp>,
    pub window: Option<Window>,
    pub updated_at: Timestamp,
}

/// A page of a queue, with the count of every stage the reader may see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queue {
    pub lines: Vec<QueueLine>,
    pub counts: BTreeMap<StageKind, u64>,
    /// The stages at which the reader has something to do.
    pub mine: Vec<StageKind>,
    pub next: Option<QueueCursor>,
    pub today: Option<NaiveDate>,
}

/// A document beside the field it proves; validity is that of the day of submission (H2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentLine {
    pub id: DocumentId,
    pub kind: DocumentKind,
    pub pages: Pages,
    pub issued_on: Option<NaiveDate>,
    /// `None`: no rule of the programme asks for it.
    pub validity: Option<Validity>,
}

/// A person who may be the same as the applicant (H2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspect {
    pub person: PersonId,
    pub name: String,
    pub national_id_masked: String,
    pub same_mobile: bool,
    pub ruling: Option<Likeness>,
}

/// What happened to a request, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimelineKind {
    Started,
    /// Somebody makes the request for the applicant, who agreed on their own phone.
    RepresentativeNamed,
    RepresentationEnded,
    Submitted,
    Returned,
    Matched,
    StudyOpened,
    StudyRecorded,
    Referred,
    Decided,
    AnswerIssued,
    Appealed,
    Registered,
    DeliveryStarted,
    Completed,
    Rated,
    Withdrawn,
    Lapsed,
}

impl TimelineKind {
    pub const ALL: [Self; 18] = [
        Self::Started,
        Self::RepresentativeNamed,
        Self::RepresentationEnded,
        Self::Submitted,
        Self::Returned,
        Self::Matched,
        Self::StudyOpened,
        Self::StudyRecorded,
        Self::Referred,
        Self::Decided,
        Self::AnswerIssued,
        Self::Appealed,
        Self::Registered,
        Self::DeliveryStarted,
        Self::Completed,
        Self::Rated,
        Self::Withdrawn,
        Self::Lapsed,
    ];

    /// The name in stored rows.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Started => "started",
            Self::RepresentativeNamed => "representative_named",
            Self::RepresentationEnded => "representation_ended",
            Self::Submitted => "submitted",
            Self::Returned => "returned",
            Self::Matched => "matched",
            Self::StudyOpened => "study_opened",
            Self::StudyRecorded => "study_recorded",
            Self::Referred => "referred",
            Self::Decided => "decided",
            Self::AnswerIssued => "answer_issued",
            Self::Appealed => "appealed",
            Self::Registered => "registered",
            Self::DeliveryStarted => "delivery_started",
            Self::Completed => "completed",
            Self::Rated => "rated",
            Self::Withdrawn => "withdrawn",
            Self::Lapsed => "lapsed",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }

    /// What the applicant is never shown: the decision before it is issued (H5), and the study's inner steps.
    pub fn told_to_applicant(self) -> bool {
        !matches!(self, Self::Decided | Self::StudyRecorded)
    }
}

/// One line of a timeline. `by` is empty for the applicant and the product itself, and never sent to applicants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineEntry {
    pub kind: TimelineKind,
    pub at: Timestamp,
    pub by: Option<Bilingual>,
}

/// Who made a request for its applicant, with what tells who they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepresentativeLine {
    pub name: Name,
    pub capacity: Capacity,
    pub national_id: NationalId,
    pub mobile: Mobile,
    pub named_at: Timestamp,
}

/// A request as staff see it: one page with everything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestSheet {
    pub reference: Reference,
    pub version: i64,
    pub programme: ProgrammeSpec,
    pub applicant_name: String,
    pub national_id: NationalId,
    pub mobile: Mobile,
    pub iban: Option<Iban>,
    /// Who made the request for the applicant.
    pub representative: Option<RepresentativeLine>,
    pub stage: Stage,
    pub answers: Answers,
    pub documents: Vec<DocumentLine>,
    pub to_match: Vec<MatchField>,
    pub suspects: Vec<Suspect>,
    pub eligibility: Explanation,
    pub score_rule: ScoreRule,
    pub timeline: Vec<TimelineEntry>,
    /// What the reader may do now.
    pub allowed: Vec<Action>,
    /// Open sessions a file can be referred to; empty for those who may not refer.
    pub sessions: Vec<SessionLine>,
    pub session: Option<SessionId>,
    pub today: NaiveDate,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_reads_back_as_it_was_written() -> Result<(), Invalid> {
        let cursor = QueueCursor { updated_at: Timestamp::from_timestamp_nanos(1_795_000_000_123_456_789), id: 17 };
        assert_eq!(cursor.to_string().parse::<QueueCursor>()?, cursor);
        for broken in ["", "7", "x-7", "7-x", "9999999999999999999999-1"] {
            assert!(broken.parse::<QueueCursor>().is_err(), "{broken}");
        }
        Ok(())
    }
}

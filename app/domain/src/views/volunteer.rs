//! What volunteers, those who look for them, and those who check a certificate are given.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    CertificateId, LongText, Mobile, PlaceId, Reference, ShiftId, Timestamp,
    programme::Bilingual,
    volunteer::{Act, Attendance, Opportunity, Profile, ShiftPlan, Slug, Standing, StandingKind},
};

/// A shift with the places left in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftLine {
    pub id: ShiftId,
    pub plan: ShiftPlan,
    pub left: u16,
}

/// An opportunity in a list: with its coming shifts, soonest first, and how many volunteers are still looked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpportunityCard {
    pub opportunity: Opportunity,
    pub left: u16,
    pub shifts: Vec<ShiftLine>,
}

/// An opportunity, as somebody reads it who may join.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpportunitySheet {
    pub card: OpportunityCard,
    /// The name of the volunteer who is signed in.
    pub me: Option<String>,
    /// Their application to this opportunity.
    pub applied: Option<Reference>,
}

/// One of a volunteer's shifts, or one they may still join.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyShift {
    pub line: ShiftLine,
    /// `None`: not theirs.
    pub attendance: Option<Attendance>,
    /// May they take it or give it back today?
    pub may_change: bool,
    /// Its day has passed.
    pub over: bool,
}

/// One of a volunteer's applications.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyApplication {
    pub reference: Reference,
    pub slug: Slug,
    pub title: Bilingual,
    pub place: Bilingual,
    pub standing: StandingKind,
    /// Why it was declined.
    pub reason: Option<LongText>,
    pub at: Timestamp,
    pub shifts: Vec<MyShift>,
    pub minutes: u32,
}

/// A certificate in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateLine {
    pub id: CertificateId,
    pub number: String,
    pub title: Bilingual,
    pub minutes: u32,
    pub issued_on: NaiveDate,
}

/// A volunteer's own page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VolunteerPage {
    pub name: String,
    /// Confirmed minutes in all.
    pub minutes: u32,
    pub applications: Vec<MyApplication>,
    pub certificates: Vec<CertificateLine>,
}

/// What everybody may know of a certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateCheck {
    pub number: String,
    pub initials: String,
    pub minutes: u32,
    pub from: NaiveDate,
    pub until: NaiveDate,
    pub issued_on: NaiveDate,
}

/// What a list of applications shows; kept in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VolunteerFilter {
    /// One standing; without it, or with words to search for, every one.
    #[serde(default)]
    pub standing: Option<StandingKind>,
    #[serde(default)]
    pub search: Option<String>,
}

/// One application in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VolunteerLine {
    pub reference: Reference,
    pub name: String,
    pub title: Bilingual,
    pub standing: StandingKind,
    pub at: Timestamp,
}

/// A list of applications, with the count of every standing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VolunteerQueue {
    pub lines: Vec<VolunteerLine>,
    pub counts: BTreeMap<StandingKind, u64>,
}

/// An application, as the coordinator sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VolunteerSheet {
    pub reference: Reference,
    pub version: i64,
    pub profile: Profile,
    pub mobile: Mobile,
    /// Full years today.
    pub age: i32,
    pub slug: Slug,
    pub title: Bilingual,
    pub words: Option<LongText>,
    pub standing: Standing,
    pub at: Timestamp,
    pub shifts: Vec<MyShift>,
    pub minutes: u32,
    pub certificates: Vec<CertificateLine>,
    /// What the reader may do now.
    pub allowed: Vec<Act>,
}

/// The opportunities, as the coordinator plans them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanList {
    pub cards: Vec<OpportunityCard>,
    pub may_plan: bool,
}

/// An opportunity to be changed; its shifts are all there, past ones too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanSheet {
    pub card: OpportunityCard,
    pub version: i64,
    pub may_plan: bool,
}

/// One volunteer on the attendance sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttendanceLine {
    pub place: PlaceId,
    pub name: String,
    pub mobile: Mobile,
    pub attendance: Attendance,
}

/// Who has a place in a shift, and who came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttendanceSheet {
    pub shift: ShiftLine,
    pub version: i64,
    pub slug: Slug,
    pub title: Bilingual,
    pub lines: Vec<AttendanceLine>,
    /// The shift has begun, and the reader may confirm hours.
    pub may_confirm: bool,
}

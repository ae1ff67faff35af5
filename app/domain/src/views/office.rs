//! What the back office is given.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    DocumentId, Iban, Mobile, NationalId, PersonId, Reference, SessionId, StaffId, Timestamp,
    access::{Action, Role},
    application::Answers,
    document::{DocumentKind, MediaType, Validity},
    eligibility::Explanation,
    matching::{Likeness, MatchField},
    programme::{Bilingual, ProgrammeSpec},
    request::{Stage, StageKind},
    study::ScoreRule,
    window::Window,
};

use super::committee::SessionLine;

/// The member of staff who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffSelf {
    pub id: StaffId,
    pub name: Bilingual,
    pub roles: Vec<Role>,
    pub see_queue: bool,
    pub see_sessions: bool,
}

/// A member of staff in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffLine {
    pub id: StaffId,
    pub name: Bilingual,
}

/// What a queue shows; kept in the address so that a list can be linked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueFilter {
    #[serde(default)]
    pub stage: Option<StageKind>,
    #[serde(default)]
    pub search: Option<String>,
    /// Keyset: the id of the last line of the page before.
    #[serde(default)]
    pub after: Option<i64>,
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
    pub next: Option<i64>,
}

/// A document beside the field it proves; validity is that of the day of submission (H2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentLine {
    pub id: DocumentId,
    pub kind: DocumentKind,
    pub media: MediaType,
    pub bytes: u64,
    pub issued_on: Option<NaiveDate>,
    pub validity: Validity,
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

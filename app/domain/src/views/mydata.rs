//! What a person is shown of their own data, and the privacy officer of what people ask (PDPL, D6, H2).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    DocumentId, Mobile, NationalId, Reference, Timestamp,
    access::Role,
    application::Answers,
    document::{DocumentKind, Pages},
    privacy::{ConsentChange, Purpose, Verdict, Want},
    programme::Bilingual,
    question::Question,
    request::StageKind,
};

use super::TimelineEntry;

/// Everything held about a person. The page shows it, and both copies are made of it: none can forget a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyData {
    pub name: Option<String>,
    pub national_id_masked: String,
    pub mobile_masked: String,
    pub born_on: Option<NaiveDate>,
    pub known_since: Timestamp,
    pub wishes: MessageWishes,
    /// The newest first.
    pub requests: Vec<HeldRequest>,
    /// The newest first.
    pub documents: Vec<SafeDocument>,
    /// The newest first.
    pub messages: Vec<HeldMessage>,
    /// The newest first.
    pub openings: Vec<Opening>,
    /// In the order they were said.
    pub consents: Vec<ConsentChange>,
    /// The newest first.
    pub asked: Vec<DataRequest>,
    pub today: NaiveDate,
}

impl MyData {
    /// The newest answers in which something was told.
    pub fn newest<T>(&self, told: impl Fn(&Answers) -> Option<&T>) -> Option<&T> {
        self.requests.iter().find_map(|request| told(&request.answers))
    }
}

/// How a person wishes to be written to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageWishes {
    pub language: Tongue,
    /// Only what the person must know or do: codes, what is asked of them, the answer and its dates.
    pub necessary_only: bool,
}

/// The language a person is written to in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tongue {
    #[default]
    Arabic,
    English,
}

/// A request with everything its applicant told in it, and what they were told of it (H5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldRequest {
    pub reference: Reference,
    pub programme: Bilingual,
    /// What the programme asked besides, so that the replies can be read.
    pub questions: Vec<Question>,
    pub stage: StageKind,
    pub started_at: Timestamp,
    pub signed_at: Option<Timestamp>,
    pub answers: Answers,
    pub timeline: Vec<TimelineEntry>,
}

/// A message that was written to the person. One-time codes are not shown again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldMessage {
    pub at: Timestamp,
    pub body: Option<String>,
}

/// Somebody opened the person's file: on which day, in which role, and which request. Never who by name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Opening {
    pub on: NaiveDate,
    pub role: Option<Role>,
    /// The request that was opened; without one, the person's request about their data.
    pub reference: Option<Reference>,
}

/// A request about the person's data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataRequest {
    pub reference: Reference,
    pub want: Want,
    pub words: Option<crate::LongText>,
    pub received_at: Timestamp,
    pub due_on: NaiveDate,
    pub answer: Option<(Timestamp, Verdict)>,
}

/// What would go and what would stay if the person asked for erasure today.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasurePlan {
    /// Requests whose answers go: drafts, and what was withdrawn or lapsed.
    pub emptied: Vec<Reference>,
    /// Documents that go with them.
    pub documents: u32,
    /// Received requests, which stay on record with their documents.
    pub kept: Vec<Reference>,
    /// Does the person's name go, too? Only where nothing is kept.
    pub name: bool,
}

impl ErasurePlan {
    /// Is there anything that could go?
    pub fn is_empty(&self) -> bool {
        self.emptied.is_empty() && self.documents == 0 && !self.name
    }
}

/// Whether a document in the safe still counts, by the strictest rule of the programmes that ask for it (H2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "standing")]
pub enum Standing {
    /// Nothing limits its age.
    Lasting,
    /// Its age counts and it names no day of issue.
    UnknownDate,
    Until {
        last: NaiveDate,
    },
    Expired {
        since: NaiveDate,
    },
}

/// A document the person gave once, whatever the request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SafeDocument {
    pub id: DocumentId,
    pub kind: DocumentKind,
    pub name: String,
    pub pages: Pages,
    pub issued_on: Option<NaiveDate>,
    pub given_at: Timestamp,
    pub standing: Standing,
    /// A newer one of its kind was given since.
    pub replaced: bool,
}

/// The person's safe of documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Safe {
    /// The newest first.
    pub documents: Vec<SafeDocument>,
    pub today: NaiveDate,
}

/// A document given earlier that a new application may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reusable {
    pub document: DocumentId,
    pub kind: DocumentKind,
    pub issued_on: Option<NaiveDate>,
    pub given_at: Timestamp,
}

/// A request about data, in the privacy officer's queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivacyLine {
    pub request: DataRequest,
    pub name: String,
}

/// The privacy officer's queue: what waits, the most urgent first, then what was answered lately.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivacyQueue {
    pub lines: Vec<PrivacyLine>,
    pub today: NaiveDate,
}

/// One request about data, as the privacy officer answers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivacyCase {
    pub request: DataRequest,
    pub name: String,
    pub national_id: NationalId,
    pub mobile: Mobile,
    /// What an erasure would do now.
    pub plan: ErasurePlan,
    pub may_answer: bool,
    /// Row version, sent back with the answer.
    pub version: i64,
    pub today: NaiveDate,
}

/// The machine-readable copy: the page's data and what the page masks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataCopy {
    pub made_at: Timestamp,
    pub association: Bilingual,
    pub national_id: NationalId,
    pub mobile: Mobile,
    pub data: MyData,
}

/// One purpose, and what the person said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentState {
    pub purpose: Purpose,
    pub given: bool,
    /// When they last said so; `None` if they never said anything.
    pub since: Option<Timestamp>,
}

impl MyData {
    /// Every purpose, in order, with what stands.
    pub fn consent_states(&self) -> Vec<ConsentState> {
        let last = |purpose| self.consents.iter().rev().find(|change| change.purpose == purpose);
        Purpose::ALL
            .into_iter()
            .map(|purpose| ConsentState {
                purpose,
                given: last(purpose).is_some_and(|change| change.given),
                since: last(purpose).map(|change| change.at),
            })
            .collect()
    }
}

//! Inquiries, complaints and proposals, as their senders, everybody and staff read them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    LongText, MatterFileId, Mobile, Reference, StaffId, Timestamp,
    document::MediaType,
    programme::Bilingual,
    rating::Standing,
    voice::{Act, Decision, Kind, PromiseRule, Publication, Stage, Subject},
};

/// What the page to write to the association knows beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactTerms {
    pub promise: PromiseRule,
    /// The writer signed in: nobody asks them who they are.
    pub known: bool,
}

/// One of a person's matters, in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterCard {
    pub reference: Reference,
    pub kind: Kind,
    pub subject: Subject,
    pub stage: Stage,
    pub sent_on: NaiveDate,
    pub due_on: NaiveDate,
}

/// One side of the exchange, as its sender reads it: no names of staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spoken {
    pub at: Timestamp,
    /// The association's words, or the sender's own.
    pub ours: bool,
    pub words: LongText,
    pub decision: Option<Decision>,
}

/// A matter, as its sender reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterSheet {
    pub reference: Reference,
    pub kind: Kind,
    pub subject: Subject,
    pub stage: Stage,
    pub said: Vec<Spoken>,
    /// How many files came with it.
    pub files: usize,
    pub due_on: NaiveDate,
    pub late: bool,
    /// May this reader say whether it was answered, now?
    pub may_settle: bool,
    /// Of the answer.
    pub rating: Standing,
    /// The sender is signed in and has a list to go back to.
    pub known: bool,
    pub version: i64,
}

/// A published proposal: whose it was is not in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicProposal {
    pub text: Publication,
    pub decision: Decision,
    pub published_on: NaiveDate,
}

/// What a queue of matters shows; kept in the address so that a list can be linked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterFilter {
    pub kind: Option<Kind>,
    /// `None` is what waits for an answer.
    pub stage: Option<Stage>,
    pub all: bool,
    pub late: bool,
    /// Pages before this one.
    pub page: u32,
}

/// A line of the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterLine {
    pub reference: Reference,
    pub kind: Kind,
    pub subject: Subject,
    pub stage: Stage,
    pub sent_on: NaiveDate,
    pub due_on: NaiveDate,
    pub late: bool,
    pub handler: Option<Bilingual>,
}

/// How many matters of a kind stand at a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterCount {
    pub kind: Kind,
    pub stage: Stage,
    pub count: u64,
}

/// A page of the queue, with how much there is of everything the reader may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterQueue {
    pub lines: Vec<MatterLine>,
    pub counts: Vec<MatterCount>,
    pub late: u64,
    /// The kinds the reader sees at all.
    pub kinds: Vec<Kind>,
    pub more: bool,
}

/// Who wrote, as staff who answer read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "writer")]
pub enum Writer {
    Person { name: Option<String>, mobile: Mobile },
    Visitor { name: Option<String>, mobile: Option<Mobile> },
    Anonymous,
}

/// What happened to a matter, for staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterEntry {
    pub at: Timestamp,
    pub step: MatterStep,
    /// The member of staff who did it.
    pub by: Option<Bilingual>,
}

/// A step of a matter, without who took it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "step")]
pub enum MatterStep {
    Said { words: LongText },
    Taken,
    Answered { words: LongText, decision: Option<Decision> },
    Settled,
}

/// A file that came with a matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterFileLine {
    pub id: MatterFileId,
    pub name: Option<String>,
    pub media: MediaType,
    pub bytes: u64,
}

/// A matter on one page, for staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterFolder {
    pub reference: Reference,
    pub kind: Kind,
    pub subject: Subject,
    pub stage: Stage,
    pub writer: Writer,
    /// The request or the earlier matter a complaint is about.
    pub about: Option<Reference>,
    pub entries: Vec<MatterEntry>,
    pub files: Vec<MatterFileLine>,
    pub due_on: NaiveDate,
    pub late: bool,
    pub handler: Option<StaffId>,
    pub publication: Option<Publication>,
    pub allowed: Vec<Act>,
    pub me: StaffId,
    pub version: i64,
}

//! What the committee's tablets are given.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    Reference, SessionId,
    access::Action,
    application::Group,
    committee::{Choice, CommitteeRule, NoDecision, Outcome, Recusal, Vote},
    household::NetPerHead,
    programme::{Bilingual, ProgrammeSpec},
    request::StageKind,
    study::Study,
    window::Window,
};

use super::office::{DocumentLine, StaffLine};

/// Whether a session still takes files and votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionState {
    Open,
    Closed,
}

/// A session in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionLine {
    pub id: SessionId,
    pub title: String,
    pub held_on: NaiveDate,
    pub state: SessionState,
    pub files: u64,
}

/// One file of a session's agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaLine {
    pub reference: Reference,
    pub applicant_name: String,
    pub programme: Bilingual,
    pub stage: StageKind,
    pub window: Option<Window>,
    pub votes: u64,
    pub my_vote: Option<Choice>,
    pub stepped_aside: bool,
}

/// A session with its agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agenda {
    pub session: SessionLine,
    pub lines: Vec<AgendaLine>,
}

/// A vote with the name of who cast it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CastVote {
    pub member: StaffLine,
    pub vote: Vote,
}

/// One case on one page: understood in two minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    pub reference: Reference,
    pub version: i64,
    pub session: SessionLine,
    pub programme: ProgrammeSpec,
    pub applicant_name: String,
    pub age: Option<i32>,
    pub group: Option<Group>,
    pub people: u32,
    pub children: u32,
    pub need: String,
    pub net: NetPerHead,
    pub study: Study,
    pub researcher: Bilingual,
    pub documents: Vec<DocumentLine>,
    pub window: Window,
    pub today: NaiveDate,
    pub votes: Vec<CastVote>,
    pub recusals: Vec<Recusal>,
    pub my_vote: Option<Vote>,
    pub rule: CommitteeRule,
    /// What the votes come to so far.
    pub standing: Result<Choice, NoDecision>,
    /// The decision, once recorded, with its number.
    pub decision: Option<(String, Outcome)>,
    pub allowed: Vec<Action>,
    /// The next file of the agenda that waits for this member's vote.
    pub next: Option<Reference>,
}

//! What the committee's tablets are given.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    Reference, SessionId,
    access::Action,
    application::Group,
    committee::{Choice, CommitteeRule, NoDecision, Outcome, Vote},
    household::NetPerHead,
    programme::{Bilingual, ProgrammeSpec},
    request::StageKind,
    study::{ScoreRule, Study},
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

/// A session with what there is still to do in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionCard {
    pub session: SessionLine,
    /// Files that wait for the reader's own vote.
    pub waiting: u64,
    /// Files the committee has not decided yet.
    pub open: u64,
}

/// Every session, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sessions {
    pub cards: Vec<SessionCard>,
    pub may_open: bool,
    pub today: NaiveDate,
}

/// One file of a session's agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaLine {
    pub reference: Reference,
    /// Empty where the reader may not open the file.
    pub applicant_name: String,
    pub programme: Bilingual,
    pub stage: StageKind,
    pub window: Option<Window>,
    pub votes: u64,
    pub my_vote: Option<Choice>,
    /// The file waits for the reader's own vote.
    pub waits: bool,
    /// The reader stepped aside, or voted on the answer that is appealed.
    pub stepped_aside: bool,
    /// May the reader open the file?
    pub open: bool,
}

/// A session with its agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agenda {
    pub session: SessionLine,
    pub lines: Vec<AgendaLine>,
    /// The file to begin with: it waits for the reader's vote, and its window presses most.
    pub next: Option<Reference>,
    pub today: NaiveDate,
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
    /// What each part of the score could have come to at most.
    pub score_rule: ScoreRule,
    pub researcher: Bilingual,
    /// Decisions of earlier sessions, with their numbers.
    pub earlier: Vec<(String, Outcome)>,
    /// What the applicant says against the answer they appealed.
    pub grounds: Option<String>,
    pub documents: Vec<DocumentLine>,
    pub window: Window,
    pub today: NaiveDate,
    pub stage: StageKind,
    /// The votes so far; empty for who has yet to vote, so that nobody votes after another.
    pub votes: Vec<CastVote>,
    /// Who stepped aside; given together with the votes.
    pub recusals: Vec<StaffLine>,
    pub my_vote: Option<Vote>,
    pub rule: CommitteeRule,
    /// What the votes come to so far; given together with them.
    pub standing: Option<Result<Choice, NoDecision>>,
    /// The decision, once recorded, with its number.
    pub decision: Option<(String, Outcome)>,
    pub allowed: Vec<Action>,
    /// The next file of the agenda that waits for this member's vote.
    pub next: Option<Reference>,
    /// How many other files of the agenda wait for it.
    pub waiting: u64,
}

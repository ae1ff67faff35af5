//! Inquiries, complaints and proposals (G1, D3, D7, C7): what somebody said to the association, and what it answered.
//!
//! A [`Matter`] is the log of what happened to it; its [`Stage`] is read off the last entry, so the two never disagree.

mod code;
mod promise;
mod rights;

pub use code::FollowCode;
pub use promise::PromiseRule;
pub use rights::{About, Act, may, possible};

use serde::{Deserialize, Serialize};

use crate::{LongText, Mobile, PersonId, ShortText, StaffId, Timestamp};

/// What a matter is about, in one line.
pub type Subject = ShortText<120>;

/// Why somebody writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// They want to know something (D3).
    Inquiry,
    /// Something went wrong (G1).
    Complaint,
    /// They know how it could be better (D7).
    Proposal,
}

impl Kind {
    pub const ALL: [Self; 3] = [Self::Inquiry, Self::Complaint, Self::Proposal];

    pub fn slug(self) -> &'static str {
        match self {
            Self::Inquiry => "inquiry",
            Self::Complaint => "complaint",
            Self::Proposal => "proposal",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }
}

/// Where a matter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// It waits for somebody to take it on.
    Received,
    /// Somebody works on the answer.
    InHand,
    /// The sender has the answer and is asked whether it was one.
    Answered,
    /// The sender said that it was.
    Closed,
}

impl Stage {
    pub const ALL: [Self; 4] = [Self::Received, Self::InHand, Self::Answered, Self::Closed];
    /// The stages at which the association owes an answer.
    pub const OPEN: [Self; 2] = [Self::Received, Self::InHand];

    pub fn slug(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::InHand => "in_hand",
            Self::Answered => "answered",
            Self::Closed => "closed",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.slug() == slug)
    }

    pub fn is_open(self) -> bool {
        Self::OPEN.contains(&self)
    }
}

/// What becomes of a proposal (D7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    Adopted,
    NotNow,
    Declined,
}

impl Decision {
    pub const ALL: [Self; 3] = [Self::Adopted, Self::NotNow, Self::Declined];
}

/// Who wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "sender")]
pub enum Sender {
    /// A person known to the association, who signed in.
    Person { person: PersonId },
    /// Anybody else, with what they chose to tell.
    Visitor { name: Option<ShortText<80>>, mobile: Option<Mobile> },
    /// Somebody who complains and does not want to be known: nothing about them is kept.
    Anonymous,
}

/// Something that happened to a matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "event")]
pub enum Event {
    /// The sender said it, or said more because the answer was none.
    Said { words: LongText },
    /// A member of staff took it on.
    Taken { by: StaffId },
    /// The answer the sender reads; a proposal is decided with it.
    Answered { by: StaffId, words: LongText, decision: Option<Decision> },
    /// The sender said that this answers it.
    Settled,
}

/// An event and its moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub at: Timestamp,
    #[serde(flatten)]
    pub event: Event,
}

/// Why a move cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoMove {
    #[error("the matter stands elsewhere by now")]
    Passed,
    #[error("a proposal is answered with a decision, and nothing else is")]
    Decision,
}

/// Something somebody said to the association, with all that followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matter {
    kind: Kind,
    subject: Subject,
    log: Vec<Entry>,
}

impl Matter {
    pub fn open(kind: Kind, subject: Subject, words: LongText, at: Timestamp) -> Self {
        Self { kind, subject, log: vec![Entry { at, event: Event::Said { words } }] }
    }

    pub fn kind(&self) -> Kind {
        self.kind
    }

    pub fn subject(&self) -> &Subject {
        &self.subject
    }

    /// Everything that happened, the oldest first.
    pub fn log(&self) -> &[Entry] {
        &self.log
    }

    pub fn stage(&self) -> Stage {
        match self.log.last().map(|entry| &entry.event) {
            None | Some(Event::Said { .. }) => Stage::Received,
            Some(Event::Taken { .. }) => Stage::InHand,
            Some(Event::Answered { .. }) => Stage::Answered,
            Some(Event::Settled) => Stage::Closed,
        }
    }

    /// When it was last answered.
    pub fn answered_at(&self) -> Option<Timestamp> {
        self.log.iter().rev().find(|entry| matches!(entry.event, Event::Answered { .. })).map(|entry| entry.at)
    }

    /// Who took it on or answered it last.
    pub fn handler(&self) -> Option<StaffId> {
        self.log.iter().rev().find_map(|entry| match entry.event {
            Event::Taken { by } | Event::Answered { by, .. } => Some(by),
            Event::Said { .. } | Event::Settled => None,
        })
    }

    /// Has this member of staff worked on it?
    pub fn was_handled_by(&self, member: StaffId) -> bool {
        self.log.iter().any(|entry| match entry.event {
            Event::Taken { by } | Event::Answered { by, .. } => by == member,
            Event::Said { .. } | Event::Settled => false,
        })
    }

    /// What was decided on a proposal, the last time it was answered.
    pub fn decision(&self) -> Option<Decision> {
        self.log.iter().rev().find_map(|entry| match entry.event {
            Event::Answered { decision, .. } => decision,
            _ => None,
        })
    }

    /// A member of staff takes it on, also from a colleague.
    pub fn take(self, by: StaffId, at: Timestamp) -> Result<Self, NoMove> {
        if self.stage().is_open() { Ok(self.and(at, Event::Taken { by })) } else { Err(NoMove::Passed) }
    }

    /// The answer. A proposal is answered with a decision.
    pub fn answer(
        self,
        by: StaffId,
        words: LongText,
        decision: Option<Decision>,
        at: Timestamp,
    ) -> Result<Self, NoMove> {
        if !self.stage().is_open() {
            return Err(NoMove::Passed);
        }
        if (self.kind == Kind::Proposal) != decision.is_some() {
            return Err(NoMove::Decision);
        }
        Ok(self.and(at, Event::Answered { by, words, decision }))
    }

    /// The sender has what they asked for.
    pub fn settle(self, at: Timestamp) -> Result<Self, NoMove> {
        if self.stage() == Stage::Answered { Ok(self.and(at, Event::Settled)) } else { Err(NoMove::Passed) }
    }

    /// The answer was none: the sender says more, and it is open again.
    pub fn ask_again(self, words: LongText, at: Timestamp) -> Result<Self, NoMove> {
        if self.stage() == Stage::Answered { Ok(self.and(at, Event::Said { words })) } else { Err(NoMove::Passed) }
    }

    fn and(mut self, at: Timestamp, event: Event) -> Self {
        self.log.push(Entry { at, event });
        self
    }
}

/// A proposal as everybody may read it: in the association's words, without its sender (D7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    pub title: Subject,
    pub wording: LongText,
    pub answer: LongText,
    /// What came of it, once something did.
    pub became: Option<LongText>,
}

#[cfg(test)]
mod tests;

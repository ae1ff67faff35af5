//! What an applicant may know of their own request. A held decision cannot be read from here: it is not in it (H5).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{LongText, Timestamp, committee::Outcome, policy::Policy, signature::AnswersHash, window::Window};

use super::stage::{Answering, Gap, Stage, StageKind};

/// An answer that has been issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuedAnswer {
    pub outcome: Outcome,
    pub number: String,
    pub issued_at: Timestamp,
    pub appeal_until: Option<NaiveDate>,
}

/// The applicant's view of a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applicant {
    /// Never [`StageKind::DecisionHeld`].
    pub stage: StageKind,
    pub submitted_at: Option<Timestamp>,
    pub window: Option<Window>,
    pub gaps: Vec<Gap>,
    pub gap_words: Option<LongText>,
    /// The day until which it waits to be completed.
    pub complete_by: Option<NaiveDate>,
    pub answer: Option<IssuedAnswer>,
    pub file_number: Option<String>,
}

impl Stage {
    /// The stage as its applicant sees it.
    pub fn seen_by_applicant(&self, policy: &Policy) -> Applicant {
        let (gaps, gap_words) = match self {
            Self::Returned(returned) => (returned.gaps.clone(), Some(returned.words.clone())),
            _ => (Vec::new(), None),
        };
        let answer = self.decided().and_then(|decided| match decided.answering {
            Answering::Held { .. } => None,
            Answering::Issued { at } => Some(IssuedAnswer {
                outcome: decided.decision.outcome.clone(),
                number: decided.decision.number.clone(),
                issued_at: at,
                appeal_until: self.appeal_until(policy),
            }),
        });
        Applicant {
            stage: self.kind().as_told(),
            submitted_at: self.submitted().map(|submitted| submitted.submitted_at),
            window: self.submitted().map(|submitted| submitted.window),
            gaps,
            gap_words,
            complete_by: self.complete_by(policy),
            answer,
            file_number: self.registration().map(|registration| registration.file_number.clone()),
        }
    }
}

impl Stage {
    /// Was a request that was sent back changed since it was sent?
    pub fn is_touched(&self, now: &AnswersHash) -> bool {
        matches!(self, Self::Returned(returned) if !returned.before.signature.covers(now))
    }
}

impl StageKind {
    /// The stage an applicant is told: a held decision looks as if the committee were still at it.
    #[must_use]
    pub fn as_told(self) -> Self {
        match self {
            Self::DecisionHeld => Self::BeforeCommittee,
            other => other,
        }
    }
}

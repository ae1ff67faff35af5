//! A request's stage is an enum whose variants hold that stage's facts; later facts contain the earlier ones.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    LongText, SessionId, StaffId, Timestamp,
    application::Section,
    committee::{Decision, Outcome},
    delivery::{Delivery, Handover},
    document::{DocumentKind, GivenDocument},
    matching::MatchSheet,
    registration::Registration,
    signature::Signature,
    study::Study,
    window::Window,
};

/// Being filled in. The signature is void as soon as an answer changes (H4).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub signature: Option<Signature>,
}

/// Signed and received: the window is open and the applicant knows its dates (H5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submitted {
    pub signature: Signature,
    pub submitted_at: Timestamp,
    pub window: Window,
}

/// One thing the applicant is asked to complete or correct.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "gap")]
pub enum Gap {
    Section { section: Section },
    Document { kind: DocumentKind },
}

/// Sent back: the applicant is told exactly what is missing (H2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returned {
    pub before: Submitted,
    pub gaps: Vec<Gap>,
    pub words: LongText,
    pub by: StaffId,
    pub at: Timestamp,
    /// When the applicant last changed something in it.
    #[serde(default)]
    pub touched_at: Option<Timestamp>,
    /// A new signature over the completed answers.
    pub signature: Option<Signature>,
}

/// The data agree with the documents (H2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matched {
    pub submitted: Submitted,
    pub sheet: MatchSheet,
}

/// With the social research officer (H3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnderStudy {
    pub matched: Matched,
    pub opened_by: StaffId,
    pub opened_at: Timestamp,
    pub study: Option<Study>,
}

/// The reference of a file to a committee session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    pub session: SessionId,
    pub by: StaffId,
    pub at: Timestamp,
}

/// Before the research committee (H5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referred {
    pub matched: Matched,
    pub study: Study,
    pub referral: Referral,
    /// Decisions of earlier sessions: a deferral, or the one appealed against.
    pub earlier: Vec<Decision>,
    /// What the applicant says against the answer they appealed, for the new panel.
    #[serde(default)]
    pub grounds: Option<LongText>,
    /// The documents that came with the appeals, in the order they came.
    #[serde(default)]
    pub papers: Vec<GivenDocument>,
}

/// What became of the answer. A decision taken early is held and issues itself on the day (H5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "answer")]
pub enum Answering {
    Held { until: NaiveDate },
    Issued { at: Timestamp },
}

/// Decided by the committee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    pub referred: Referred,
    pub decision: Decision,
    pub answering: Answering,
}

/// Appealed: a new panel, without anyone who voted before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appealed {
    pub decided: Decided,
    pub grounds: LongText,
    /// The documents that came with it, as one.
    #[serde(default)]
    pub papers: Option<GivenDocument>,
    pub at: Timestamp,
}

/// Entered in the beneficiaries' register (H6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registered {
    pub decided: Decided,
    pub registration: Registration,
}

/// The service is on its way (H7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivering {
    pub registered: Registered,
    pub delivery: Delivery,
}

/// The beneficiary confirmed the receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completed {
    pub delivering: Delivering,
    pub handover: Handover,
}

/// Where a request stands, with everything that brought it there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "stage")]
pub enum Stage {
    Draft(Draft),
    Submitted(Submitted),
    Returned(Returned),
    Matched(Matched),
    UnderStudy(UnderStudy),
    BeforeCommittee(Referred),
    Decided(Decided),
    Appealed(Appealed),
    Registered(Registered),
    Delivering(Delivering),
    Completed(Completed),
    Withdrawn { at: Timestamp, from: StageKind },
    Lapsed { at: Timestamp, from: StageKind },
}

/// The stage without its facts: for tables, queries and labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageKind {
    Draft,
    Submitted,
    Returned,
    Matched,
    UnderStudy,
    BeforeCommittee,
    DecisionHeld,
    Accepted,
    Rejected,
    Deferred,
    Appealed,
    Registered,
    Delivering,
    Completed,
    Withdrawn,
    Lapsed,
}

impl StageKind {
    pub const ALL: [Self; 16] = [
        Self::Draft,
        Self::Submitted,
        Self::Returned,
        Self::Matched,
        Self::UnderStudy,
        Self::BeforeCommittee,
        Self::DecisionHeld,
        Self::Accepted,
        Self::Rejected,
        Self::Deferred,
        Self::Appealed,
        Self::Registered,
        Self::Delivering,
        Self::Completed,
        Self::Withdrawn,
        Self::Lapsed,
    ];

    /// The name in addresses and stored rows.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Returned => "returned",
            Self::Matched => "matched",
            Self::UnderStudy => "under_study",
            Self::BeforeCommittee => "before_committee",
            Self::DecisionHeld => "decision_held",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Deferred => "deferred",
            Self::Appealed => "appealed",
            Self::Registered => "registered",
            Self::Delivering => "delivering",
            Self::Completed => "completed",
            Self::Withdrawn => "withdrawn",
            Self::Lapsed => "lapsed",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }

    /// Nothing happens any more, except looking back and rating.
    pub fn is_terminal(self) -> bool {
        matches!(self, Self::Completed | Self::Withdrawn | Self::Lapsed)
    }
}

impl Stage {
    pub fn kind(&self) -> StageKind {
        match self {
            Self::Draft(_) => StageKind::Draft,
            Self::Submitted(_) => StageKind::Submitted,
            Self::Returned(_) => StageKind::Returned,
            Self::Matched(_) => StageKind::Matched,
            Self::UnderStudy(_) => StageKind::UnderStudy,
            Self::BeforeCommittee(_) => StageKind::BeforeCommittee,
            Self::Decided(decided) => decided.kind(),
            Self::Appealed(_) => StageKind::Appealed,
            Self::Registered(_) => StageKind::Registered,
            Self::Delivering(_) => StageKind::Delivering,
            Self::Completed(_) => StageKind::Completed,
            Self::Withdrawn { .. } => StageKind::Withdrawn,
            Self::Lapsed { .. } => StageKind::Lapsed,
        }
    }

    /// The facts of the reception, once there was one and the request is not closed.
    pub fn submitted(&self) -> Option<&Submitted> {
        match self {
            Self::Draft(_) | Self::Withdrawn { .. } | Self::Lapsed { .. } => None,
            Self::Submitted(submitted) => Some(submitted),
            Self::Returned(returned) => Some(&returned.before),
            Self::Matched(matched) => Some(&matched.submitted),
            Self::UnderStudy(study) => Some(&study.matched.submitted),
            Self::BeforeCommittee(referred) => Some(&referred.matched.submitted),
            Self::Decided(_) | Self::Appealed(_) | Self::Registered(_) | Self::Delivering(_) | Self::Completed(_) => {
                self.decided().map(|decided| &decided.referred.matched.submitted)
            }
        }
    }

    /// The file as the committee sees it, from referral on.
    pub fn referred(&self) -> Option<&Referred> {
        match self {
            Self::BeforeCommittee(referred) => Some(referred),
            _ => self.decided().map(|decided| &decided.referred),
        }
    }

    /// The committee's decision, from the vote on. The applicant's view does not go through here: see [`super::Applicant`].
    pub fn decided(&self) -> Option<&Decided> {
        match self {
            Self::Decided(decided) => Some(decided),
            Self::Appealed(appealed) => Some(&appealed.decided),
            Self::Registered(registered) => Some(&registered.decided),
            Self::Delivering(delivering) => Some(&delivering.registered.decided),
            Self::Completed(completed) => Some(&completed.delivering.registered.decided),
            _ => None,
        }
    }

    pub fn study(&self) -> Option<&Study> {
        match self {
            Self::UnderStudy(study) => study.study.as_ref(),
            _ => self.referred().map(|referred| &referred.study),
        }
    }

    pub fn sheet(&self) -> Option<&MatchSheet> {
        match self {
            Self::Matched(matched) => Some(&matched.sheet),
            Self::UnderStudy(study) => Some(&study.matched.sheet),
            _ => self.referred().map(|referred| &referred.matched.sheet),
        }
    }

    pub fn registration(&self) -> Option<&Registration> {
        match self {
            Self::Registered(registered) => Some(&registered.registration),
            Self::Delivering(delivering) => Some(&delivering.registered.registration),
            Self::Completed(completed) => Some(&completed.delivering.registered.registration),
            _ => None,
        }
    }

    /// The documents that came with appeals: beside the answers, which stay as they were signed.
    pub fn appeal_papers(&self) -> impl Iterator<Item = &GivenDocument> {
        let latest = match self {
            Self::Appealed(appealed) => appealed.papers.as_ref(),
            _ => None,
        };
        self.referred().into_iter().flat_map(|referred| &referred.papers).chain(latest)
    }

    /// The signature that is in force or being prepared.
    pub fn signature(&self) -> Option<&Signature> {
        match self {
            Self::Draft(draft) => draft.signature.as_ref(),
            Self::Returned(returned) => returned.signature.as_ref(),
            _ => self.submitted().map(|submitted| &submitted.signature),
        }
    }
}

impl Decided {
    pub fn kind(&self) -> StageKind {
        match (&self.answering, &self.decision.outcome) {
            (Answering::Held { .. }, _) => StageKind::DecisionHeld,
            (Answering::Issued { .. }, Outcome::Accepted) => StageKind::Accepted,
            (Answering::Issued { .. }, Outcome::Rejected { .. }) => StageKind::Rejected,
            (Answering::Issued { .. }, Outcome::Deferred { .. }) => StageKind::Deferred,
        }
    }
}

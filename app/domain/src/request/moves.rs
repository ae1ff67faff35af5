//! Moves between stages. Each consumes the stage and gives the next one, or says why not now.

use chrono::{Days, NaiveDate};

use crate::{
    LongText, SessionId, StaffId, Timestamp,
    access::Action,
    application::Answers,
    committee::{Decision, Outcome},
    delivery::{Delivery, Handover},
    document::GivenDocument,
    matching::MatchSheet,
    policy::Policy,
    registration::Registration,
    signature::{AnswersHash, Signature},
    study::Study,
    time::riyadh_date,
    window::{Window, WindowRule},
};

use super::{
    actions,
    stage::{
        Answering, Appealed, Completed, Decided, Delivering, Draft, Gap, Matched, Referral, Referred, Registered,
        Returned, Stage, StageKind, Submitted, UnderStudy,
    },
};

/// Why a move is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case", tag = "not_now")]
pub enum NotNow {
    #[error("{action:?} is not possible at {stage:?}")]
    Stage { stage: StageKind, action: Action },
    #[error("the request is not signed")]
    Unsigned,
    #[error("an answer changed after the signature")]
    SignatureVoid,
    #[error("the study is not recorded")]
    NoStudy,
    #[error("no answer before {0}")]
    TooEarly(NaiveDate),
    #[error("the time for this ended on {0}")]
    TooLate(NaiveDate),
}

impl Stage {
    /// A request nobody signed yet.
    pub fn draft() -> Self {
        Self::Draft(Draft::default())
    }

    fn refuse<T>(&self, action: Action) -> Result<T, NotNow> {
        Err(NotNow::Stage { stage: self.kind(), action })
    }

    /// An answer or document changes: whatever was signed is void (H4).
    pub fn edit(self, at: Timestamp) -> Result<Self, NotNow> {
        match self {
            Self::Draft(_) => Ok(Self::draft()),
            Self::Returned(returned) => {
                Ok(Self::Returned(Returned { signature: None, touched_at: Some(at), ..returned }))
            }
            other => other.refuse(Action::EditAnswers),
        }
    }

    /// The applicant signs the answers as they are (H4).
    pub fn sign(self, signature: Signature) -> Result<Self, NotNow> {
        let signature = Some(signature);
        match self {
            Self::Draft(_) => Ok(Self::Draft(Draft { signature })),
            Self::Returned(returned) => Ok(Self::Returned(Returned { signature, ..returned })),
            other => other.refuse(Action::Sign),
        }
    }

    /// The complete request is received and the window opens (H5). A completed return opens a new one.
    pub fn submit(self, answers: &AnswersHash, at: Timestamp, rule: WindowRule) -> Result<Self, NotNow> {
        let signature = match self {
            Self::Draft(draft) => draft.signature,
            Self::Returned(returned) => returned.signature,
            other => return other.refuse(Action::Submit),
        };
        let signature = signature.ok_or(NotNow::Unsigned)?;
        if !signature.covers(answers) {
            return Err(NotNow::SignatureVoid);
        }
        let window = Window::open(riyadh_date(at), rule);
        Ok(Self::Submitted(Submitted { signature, submitted_at: at, window }))
    }

    /// Something is missing or does not agree: the applicant is told exactly what (H2).
    pub fn give_back(self, gaps: Vec<Gap>, words: LongText, by: StaffId, at: Timestamp) -> Result<Self, NotNow> {
        match self {
            Self::Submitted(before) => {
                Ok(Self::Returned(Returned { before, gaps, words, by, at, touched_at: None, signature: None }))
            }
            other => other.refuse(Action::Return),
        }
    }

    /// Data and documents agree (H2).
    pub fn match_data(self, sheet: MatchSheet) -> Result<Self, NotNow> {
        match self {
            Self::Submitted(submitted) => Ok(Self::Matched(Matched { submitted, sheet })),
            other => other.refuse(Action::Match),
        }
    }

    /// The research officer takes the file (H3).
    pub fn open_study(self, by: StaffId, at: Timestamp) -> Result<Self, NotNow> {
        match self {
            Self::Matched(matched) => {
                Ok(Self::UnderStudy(UnderStudy { matched, opened_by: by, opened_at: at, study: None }))
            }
            other => other.refuse(Action::OpenStudy),
        }
    }

    /// The study is written, or written anew while it has not gone up.
    pub fn record_study(self, study: Study) -> Result<Self, NotNow> {
        match self {
            Self::UnderStudy(under) => Ok(Self::UnderStudy(UnderStudy { study: Some(study), ..under })),
            other => other.refuse(Action::RecordStudy),
        }
    }

    /// The file goes up to the committee (H5): from the study, or again after a deferral or an appeal.
    pub fn refer(self, session: SessionId, by: StaffId, at: Timestamp) -> Result<Self, NotNow> {
        let referral = Referral { session, by, at };
        match self {
            Self::UnderStudy(UnderStudy { matched, study, .. }) => {
                let study = study.ok_or(NotNow::NoStudy)?;
                Ok(Self::BeforeCommittee(Referred {
                    matched,
                    study,
                    referral,
                    earlier: Vec::new(),
                    grounds: None,
                    papers: Vec::new(),
                }))
            }
            Self::Decided(decided) if decided.kind() == StageKind::Deferred => {
                Ok(Self::BeforeCommittee(again(decided, referral)))
            }
            Self::Appealed(Appealed { decided, grounds, papers, .. }) => {
                let mut referred = again(decided, referral);
                referred.grounds = Some(grounds);
                referred.papers.extend(papers);
                Ok(Self::BeforeCommittee(referred))
            }
            other => other.refuse(Action::Refer),
        }
    }

    /// The committee's decision. Before the floor it is held; from then on it is issued at once (H5).
    pub fn decide(self, decision: Decision, at: Timestamp) -> Result<Self, NotNow> {
        match self {
            Self::BeforeCommittee(referred) => {
                let window = referred.matched.submitted.window;
                let answering = if window.may_answer(riyadh_date(at)) {
                    Answering::Issued { at }
                } else {
                    Answering::Held { until: window.earliest_reply_on }
                };
                Ok(Self::Decided(Decided { referred, decision, answering }))
            }
            other => other.refuse(Action::Decide),
        }
    }

    /// A held answer goes out, on its day and not before (H5).
    pub fn issue(self, at: Timestamp) -> Result<Self, NotNow> {
        match self {
            Self::Decided(Decided { referred, decision, answering: Answering::Held { until } }) => {
                if riyadh_date(at) < until {
                    return Err(NotNow::TooEarly(until));
                }
                Ok(Self::Decided(Decided { referred, decision, answering: Answering::Issued { at } }))
            }
            other => other.refuse(Action::Issue),
        }
    }

    /// The applicant appeals a rejection within the time allowed.
    pub fn appeal(
        self,
        grounds: LongText,
        papers: Option<GivenDocument>,
        at: Timestamp,
        policy: &Policy,
    ) -> Result<Self, NotNow> {
        match self {
            Self::Decided(decided) if decided.kind() == StageKind::Rejected => {
                if let Answering::Issued { at: issued } = decided.answering {
                    let last = last_day(issued, policy.appeal_days);
                    if riyadh_date(at) > last {
                        return Err(NotNow::TooLate(last));
                    }
                }
                Ok(Self::Appealed(Appealed { decided, grounds, papers, at }))
            }
            other => other.refuse(Action::Appeal),
        }
    }

    /// The beneficiary enters the register once the documents are complete (H6).
    pub fn register(self, registration: Registration) -> Result<Self, NotNow> {
        match self {
            Self::Decided(decided) if decided.kind() == StageKind::Accepted => {
                Ok(Self::Registered(Registered { decided, registration }))
            }
            other => other.refuse(Action::Register),
        }
    }

    /// The service sets off (H7).
    pub fn deliver(self, delivery: Delivery) -> Result<Self, NotNow> {
        match self {
            Self::Registered(registered) => Ok(Self::Delivering(Delivering { registered, delivery })),
            other => other.refuse(Action::Deliver),
        }
    }

    /// The beneficiary confirmed the receipt.
    pub fn complete(self, handover: Handover) -> Result<Self, NotNow> {
        match self {
            Self::Delivering(delivering) => Ok(Self::Completed(Completed { delivering, handover })),
            other => other.refuse(Action::ConfirmReceipt),
        }
    }

    /// The applicant takes the request back, until the answer is out.
    pub fn withdraw(self, at: Timestamp) -> Result<Self, NotNow> {
        let from = self.kind();
        if actions::possible(from).contains(&Action::Withdraw) {
            Ok(Self::Withdrawn { at, from })
        } else {
            self.refuse(Action::Withdraw)
        }
    }

    /// A returned request nobody completed in time, or a draft left alone.
    pub fn lapse(self, at: Timestamp, policy: &Policy) -> Result<Self, NotNow> {
        let from = self.kind();
        if !actions::possible(from).contains(&Action::Lapse) {
            return self.refuse(Action::Lapse);
        }
        match self.complete_by(policy) {
            Some(last) if riyadh_date(at) <= last => Err(NotNow::TooEarly(last)),
            _ => Ok(Self::Lapsed { at, from }),
        }
    }

    /// The last day on which a request that was sent back may be completed. Whoever works at it has more time.
    pub fn complete_by(&self, policy: &Policy) -> Option<NaiveDate> {
        let Self::Returned(returned) = self else { return None };
        Some(last_day(returned.touched_at.unwrap_or(returned.at), policy.completion_days))
    }

    /// The last day an appeal is open, for a rejection that was issued.
    pub fn appeal_until(&self, policy: &Policy) -> Option<NaiveDate> {
        match self {
            Self::Decided(Decided { decision, answering: Answering::Issued { at }, .. }) => {
                matches!(decision.outcome, Outcome::Rejected { .. }).then(|| last_day(*at, policy.appeal_days))
            }
            _ => None,
        }
    }
}

/// Before the committee once more. What came with earlier appeals stays with the file.
fn again(decided: Decided, referral: Referral) -> Referred {
    let Decided { mut referred, decision, .. } = decided;
    referred.earlier.push(decision);
    referred.referral = referral;
    referred
}

fn last_day(from: Timestamp, days: u16) -> NaiveDate {
    riyadh_date(from).checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}

/// Signs answers in one step, for the use case that has the mark and the clock.
impl Signature {
    pub fn over(answers: &Answers, mark: crate::signature::Mark, signed_at: Timestamp) -> Self {
        Self { mark, answers: answers.hash(), signed_at }
    }
}

//! What may happen next, by stage: one exhaustive table, apart from who may do it ([`crate::access`]).

use crate::access::Action;

use super::stage::StageKind;

/// The actions a stage is open to. Looking at a request is possible at every stage.
pub fn possible(stage: StageKind) -> &'static [Action] {
    use Action as A;
    match stage {
        StageKind::Draft | StageKind::Returned => &[A::View, A::EditAnswers, A::Sign, A::Submit, A::Withdraw, A::Lapse],
        StageKind::Submitted => &[A::View, A::Match, A::Return, A::Withdraw],
        StageKind::Matched => &[A::View, A::OpenStudy, A::Withdraw],
        StageKind::UnderStudy => &[A::View, A::RecordStudy, A::Refer, A::Withdraw],
        StageKind::BeforeCommittee => &[A::View, A::Vote, A::StepAside, A::Decide, A::Withdraw],
        // As before the committee: an applicant who could no longer withdraw would know that there is a decision (H5).
        StageKind::DecisionHeld => &[A::View, A::Issue, A::Withdraw],
        StageKind::Accepted => &[A::View, A::Register],
        StageKind::Rejected => &[A::View, A::Appeal],
        StageKind::Deferred | StageKind::Appealed => &[A::View, A::Refer, A::Withdraw],
        StageKind::Registered => &[A::View, A::Deliver],
        StageKind::Delivering => &[A::View, A::ConfirmReceipt],
        StageKind::Completed => &[A::View, A::Rate],
        StageKind::Withdrawn | StageKind::Lapsed => &[A::View],
    }
}

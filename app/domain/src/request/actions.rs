//! What may happen next, by stage: one exhaustive table, apart from who may do it ([`crate::access`]).

use crate::access::Action;

use super::stage::StageKind;

/// The actions a stage is open to. Looking at a request, and going on without whoever applied for
/// one, are possible at every stage.
pub fn possible(stage: StageKind) -> &'static [Action] {
    use Action as A;
    match stage {
        StageKind::Draft | StageKind::Returned => {
            &[A::View, A::EndRepresentation, A::EditAnswers, A::Sign, A::Submit, A::Withdraw, A::Lapse]
        }
        StageKind::Submitted => &[A::View, A::EndRepresentation, A::Match, A::Return, A::Withdraw],
        StageKind::Matched => &[A::View, A::EndRepresentation, A::OpenStudy, A::Withdraw],
        StageKind::UnderStudy => &[A::View, A::EndRepresentation, A::RecordStudy, A::Refer, A::Withdraw],
        StageKind::BeforeCommittee => &[A::View, A::EndRepresentation, A::Vote, A::StepAside, A::Decide, A::Withdraw],
        // As before the committee: an applicant who could no longer withdraw would know that there is a decision (H5).
        StageKind::DecisionHeld => &[A::View, A::EndRepresentation, A::Issue, A::Withdraw],
        StageKind::Accepted => &[A::View, A::EndRepresentation, A::Register],
        StageKind::Rejected => &[A::View, A::EndRepresentation, A::Appeal],
        StageKind::Deferred | StageKind::Appealed => &[A::View, A::EndRepresentation, A::Refer, A::Withdraw],
        StageKind::Registered => &[A::View, A::EndRepresentation, A::Deliver],
        StageKind::Delivering => &[A::View, A::EndRepresentation, A::ConfirmReceipt],
        StageKind::Completed => &[A::View, A::EndRepresentation, A::Rate],
        StageKind::Withdrawn | StageKind::Lapsed => &[A::View, A::EndRepresentation],
    }
}

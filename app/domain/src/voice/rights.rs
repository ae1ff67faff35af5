//! Who may do what with a matter: one pure table. Services enforce it; screens ask it for courtesy.

use serde::{Deserialize, Serialize};

use super::{Kind, Stage};
use crate::access::{Actor, Relation, Role};

/// Everything anyone can do with a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    View,
    /// Taking it on.
    Take,
    Answer,
    /// Showing a decided proposal to everybody, without its sender.
    Publish,
    /// The sender says whether it was answered.
    Settle,
    /// The sender rates the answer (D5).
    Rate,
}

impl Act {
    pub const ALL: [Self; 6] = [Self::View, Self::Take, Self::Answer, Self::Publish, Self::Settle, Self::Rate];
}

/// A matter, as far as rights are concerned. `Conflicted` is who worked on what a complaint is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    pub kind: Kind,
    pub stage: Stage,
    pub relation: Relation,
}

/// What can be done with a matter of this kind at this stage, by whoever may.
pub fn possible(kind: Kind, stage: Stage) -> &'static [Act] {
    match (stage, kind) {
        (Stage::Received | Stage::InHand, _) => &[Act::View, Act::Take, Act::Answer],
        (Stage::Answered, Kind::Proposal) => &[Act::View, Act::Publish, Act::Settle, Act::Rate],
        (Stage::Answered, _) => &[Act::View, Act::Settle, Act::Rate],
        (Stage::Closed, Kind::Proposal) => &[Act::View, Act::Publish, Act::Rate],
        (Stage::Closed, _) => &[Act::View, Act::Rate],
    }
}

/// May this actor do this with that matter, now?
pub fn may(actor: &Actor, act: Act, about: About) -> bool {
    possible(about.kind, about.stage).contains(&act) && entitled(actor, act, about)
}

fn entitled(actor: &Actor, act: Act, about: About) -> bool {
    match actor {
        Actor::Visitor | Actor::Tracker { .. } | Actor::Volunteer { .. } | Actor::System => false,
        Actor::Beneficiary { .. } | Actor::Follower { .. } => {
            about.relation == Relation::Own && matches!(act, Act::View | Act::Settle | Act::Rate)
        }
        Actor::Staff { roles, .. } => roles.iter().any(|role| role_may(*role, act, about)),
    }
}

/// Inquiries and proposals are answered by the relations officers of the branch, complaints by those who stand apart
/// from the work; nobody touches a complaint about what they did themselves.
fn role_may(role: Role, act: Act, About { kind, relation, .. }: About) -> bool {
    if matches!(act, Act::Settle | Act::Rate) || !matches!(relation, Relation::Branch | Relation::OtherBranch) {
        return false;
    }
    let own_branch = relation == Relation::Branch;
    match (role, kind) {
        (Role::RelationsOfficer, Kind::Inquiry | Kind::Proposal) => own_branch,
        (Role::QualityOfficer | Role::ExecutiveDirector, Kind::Complaint) => true,
        (Role::BranchManager, Kind::Inquiry | Kind::Proposal) => own_branch && act == Act::View,
        (Role::ExecutiveDirector, Kind::Inquiry) | (Role::ExecutiveDirector | Role::QualityOfficer, Kind::Proposal) => {
            act == Act::View
        }
        _ => false,
    }
}

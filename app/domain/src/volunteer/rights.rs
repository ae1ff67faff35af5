//! Who may do what about volunteering: one pure table. Services enforce it; screens ask it for courtesy.

use serde::{Deserialize, Serialize};

use crate::access::{Actor, Role};

/// Everything there is to do about volunteering. What everybody may do (read opportunities, apply, check a certificate)
/// is not listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Their own applications, shifts, hours and certificates.
    SeeOwn,
    /// Take or give back a place in a shift.
    ChangeShifts,
    /// Every application, opportunity and shift.
    SeeAll,
    /// Accept or decline an application.
    Answer,
    /// Write opportunities and plan shifts.
    Plan,
    /// Confirm who came, and for how long.
    ConfirmHours,
    /// Issue a certificate.
    Certify,
}

impl Act {
    pub const ALL: [Self; 7] =
        [Self::SeeOwn, Self::ChangeShifts, Self::SeeAll, Self::Answer, Self::Plan, Self::ConfirmHours, Self::Certify];
}

/// May this actor do this? What is a volunteer's own is asked of the rows.
pub fn may(actor: &Actor, act: Act) -> bool {
    match actor {
        Actor::Visitor | Actor::Beneficiary { .. } | Actor::Tracker { .. } | Actor::Follower { .. } | Actor::System => {
            false
        }
        Actor::Volunteer { .. } => matches!(act, Act::SeeOwn | Act::ChangeShifts),
        Actor::Staff { roles, .. } => roles.iter().any(|role| role_may(*role, act)),
    }
}

fn role_may(role: Role, act: Act) -> bool {
    match act {
        Act::SeeOwn | Act::ChangeShifts => false,
        Act::SeeAll => matches!(role, Role::VolunteerCoordinator | Role::BranchManager | Role::ExecutiveDirector),
        Act::Answer | Act::Plan | Act::ConfirmHours | Act::Certify => role == Role::VolunteerCoordinator,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{PersonId, RequestId, StaffId, VolunteerId};

    #[test]
    fn the_table_is_as_reviewed() {
        let mut actors = vec![
            ("visitor", Actor::Visitor),
            ("beneficiary", Actor::Beneficiary { person: PersonId(1) }),
            ("tracker", Actor::Tracker { request: RequestId(1) }),
            ("volunteer", Actor::Volunteer { id: VolunteerId(1) }),
            ("system", Actor::System),
        ];
        actors.extend(Role::ALL.map(|role| {
            let staff = Actor::Staff { id: StaffId(1), roles: BTreeSet::from([role]), branches: BTreeSet::from([1]) };
            (role.slug(), staff)
        }));
        let lines = actors.iter().filter_map(|(name, actor)| {
            let acts: Vec<Act> = Act::ALL.into_iter().filter(|act| may(actor, *act)).collect();
            (!acts.is_empty()).then(|| format!("{name}: {acts:?}\n"))
        });
        insta::assert_snapshot!(lines.collect::<String>(), @r"
        volunteer: [SeeOwn, ChangeShifts]
        volunteer_coordinator: [SeeAll, Answer, Plan, ConfirmHours, Certify]
        branch_manager: [SeeAll]
        executive_director: [SeeAll]
        ");
    }
}

//! Messages to people: which there are, how much each one presses, how long it is, and when it may ring.

mod address;
mod rules;
mod size;
mod template;
mod wording;

pub use address::{Channel, EmailAddress, Recipient};
pub use rules::{QuietHours, Rules, Verdict, Waiting, Why};
pub use size::Size;
pub use template::{Template, Weight};
pub use wording::{LONGEST, Piece, fill, pieces, placeholder, wording};

use crate::access::{Actor, Role};

/// May this actor settle how messages are worded?
pub fn may_word(actor: &Actor) -> bool {
    actor.has(Role::SystemAdministrator)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{PersonId, RequestId, StaffId};

    #[test]
    fn the_system_administrator_alone_words_messages() {
        for role in Role::ALL {
            let actor = Actor::Staff { id: StaffId(1), roles: BTreeSet::from([role]), branches: BTreeSet::new() };
            assert_eq!(may_word(&actor), role == Role::SystemAdministrator, "{role:?}");
        }
        let beneficiary = Actor::Beneficiary { person: PersonId(1) };
        for actor in [Actor::Visitor, beneficiary, Actor::Tracker { request: RequestId(1) }, Actor::System] {
            assert!(!may_word(&actor), "{actor:?}");
        }
    }
}

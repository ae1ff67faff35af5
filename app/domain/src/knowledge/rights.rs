//! Who keeps the articles. Reading what is published needs no right: it is for everybody.

use crate::access::{Actor, Role};

/// What can be done with articles beside reading the published ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// See drafts, write and change them.
    Write,
    /// Put a version before everybody.
    Publish,
    /// Take an article away from readers.
    Withdraw,
    /// Say which ways lead to us (C1–C8).
    SetChannels,
}

impl Act {
    pub const ALL: [Self; 4] = [Self::Write, Self::Publish, Self::Withdraw, Self::SetChannels];
}

/// May this actor do this?
pub fn may(actor: &Actor, act: Act) -> bool {
    match act {
        Act::Write | Act::Publish | Act::Withdraw | Act::SetChannels => actor.has(Role::KnowledgeEditor),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{PersonId, StaffId};

    #[test]
    fn only_the_knowledge_editor_keeps_articles() {
        for role in Role::ALL {
            let actor = Actor::Staff { id: StaffId(1), roles: BTreeSet::from([role]), branches: BTreeSet::new() };
            for act in Act::ALL {
                assert_eq!(may(&actor, act), role == Role::KnowledgeEditor, "{role:?} {act:?}");
            }
        }
        for actor in [Actor::Visitor, Actor::System, Actor::Beneficiary { person: PersonId(1) }] {
            assert!(Act::ALL.into_iter().all(|act| !may(&actor, act)), "{actor:?}");
        }
    }
}

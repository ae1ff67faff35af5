//! How far a member of staff sees: which stages, in their branches and in all of them. Read off the access table.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    access::{Action, Actor, Relation, Subject, allows},
    request::StageKind,
};
use store::Source;

use crate::Result;

/// Stages a member of staff may see, and those at which they have something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reach {
    branches: Vec<i64>,
    /// Seen in the branches they work for.
    here: BTreeSet<StageKind>,
    /// Seen in every branch.
    anywhere: BTreeSet<StageKind>,
    /// They have something to do.
    pub acts: BTreeSet<StageKind>,
}

/// Stages and the branches they are looked for in; `None` is every branch.
pub(super) type Scope = (Vec<StageKind>, Option<Vec<i64>>);

impl Reach {
    pub fn of(actor: &Actor) -> Self {
        let branches = match actor {
            Actor::Staff { branches, .. } => branches.iter().copied().collect(),
            _ => Vec::new(),
        };
        let may = |action, relation| {
            let open = move |stage: &StageKind| allows(actor, action, Subject { relation, stage: *stage });
            StageKind::ALL.into_iter().filter(open).collect::<BTreeSet<_>>()
        };
        let to_do =
            Action::ON_REQUESTS.into_iter().filter(|action| !matches!(action, Action::View | Action::StepAside));
        Self {
            branches,
            here: may(Action::View, Relation::Branch),
            anywhere: may(Action::View, Relation::OtherBranch),
            acts: to_do.flat_map(|action| may(action, Relation::Branch)).collect(),
        }
    }

    /// Every stage the reader may see.
    pub fn seen(&self) -> BTreeSet<StageKind> {
        self.here.union(&self.anywhere).copied().collect()
    }

    /// Where to look for these stages, as far as the reader may.
    pub fn scopes(&self, wanted: &BTreeSet<StageKind>) -> Vec<Scope> {
        let anywhere: Vec<_> = self.anywhere.intersection(wanted).copied().collect();
        let here = self.here.difference(&self.anywhere).filter(|stage| wanted.contains(stage)).copied().collect();
        let scopes = [(anywhere, None), (here, Some(self.branches.clone()))];
        let empty = |scope: &Scope| scope.0.is_empty() || scope.1.as_ref().is_some_and(Vec::is_empty);
        scopes.into_iter().filter(|scope| !empty(scope)).collect()
    }

    /// How many requests the reader may see at each stage.
    pub async fn counts(&self, source: &impl Source) -> Result<BTreeMap<StageKind, u64>> {
        let mut counts = BTreeMap::new();
        for (stages, branches) in self.scopes(&self.seen()) {
            let found = store::requests::counts_by_stage(source, branches.as_deref()).await?;
            let kept = found.into_iter().filter(|(stage, _)| stages.contains(stage));
            counts.extend(kept.map(|(stage, count)| (stage, u64::try_from(count).unwrap_or(0))));
        }
        Ok(counts)
    }
}

#[cfg(test)]
mod tests {
    use domain::{StaffId, access::Role};

    use super::*;

    fn reach(roles: &[Role]) -> Reach {
        Reach::of(&Actor::Staff { id: StaffId(1), roles: roles.iter().copied().collect(), branches: [7].into() })
    }

    #[test]
    fn an_officer_sees_their_branch_only_and_no_drafts() {
        let reach = reach(&[Role::RelationsOfficer]);
        assert!(!reach.seen().contains(&StageKind::Draft));
        assert_eq!(reach.acts, [StageKind::Submitted, StageKind::Accepted].into());
        let scopes = reach.scopes(&reach.seen());
        assert_eq!(scopes.len(), 1);
        assert_eq!(scopes[0].1, Some(vec![7]));
    }

    #[test]
    fn the_secretary_sees_every_branch_from_referral_on() {
        let reach = reach(&[Role::CommitteeSecretary]);
        assert!(!reach.seen().contains(&StageKind::UnderStudy));
        let scopes = reach.scopes(&[StageKind::UnderStudy, StageKind::BeforeCommittee].into());
        assert_eq!(scopes, vec![(vec![StageKind::BeforeCommittee], None)]);
    }

    #[test]
    fn who_sees_nothing_looks_nowhere() {
        let reach = reach(&[Role::SystemAdministrator]);
        assert!(reach.scopes(&StageKind::ALL.into()).is_empty());
        assert!(reach.acts.is_empty());
    }
}

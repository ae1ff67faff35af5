//! The research committee (H5): quorum, conflict of interest, votes and the decision they make.

use serde::{Deserialize, Serialize};

use crate::{LongText, ShortText, StaffId, Timestamp};

/// How a tied vote is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieRule {
    /// The side the chair voted for.
    ChairDecides,
    /// The request is deferred to the next session.
    Defer,
}

/// The committee's own settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommitteeRule {
    /// Votes needed for a decision.
    pub quorum: u8,
    pub tie: TieRule,
}

impl Default for CommitteeRule {
    fn default() -> Self {
        Self { quorum: 3, tie: TieRule::ChairDecides }
    }
}

/// A member's vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    Accept,
    Reject,
    Defer,
}

impl Choice {
    pub const ALL: [Self; 3] = [Self::Accept, Self::Reject, Self::Defer];
}

/// A vote with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vote {
    pub member: StaffId,
    pub choice: Choice,
    pub reason: Option<LongText>,
    pub at: Timestamp,
}

/// A member who steps aside, and why (kinship or another interest).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recusal {
    pub member: StaffId,
    pub ground: ShortText<300>,
    pub at: Timestamp,
}

/// What the committee decided. A rejection always names its reason and clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "outcome")]
pub enum Outcome {
    Accepted,
    Rejected { reason: LongText, clause: ShortText<60> },
    Deferred { reason: LongText },
}

impl Outcome {
    pub fn choice(&self) -> Choice {
        match self {
            Self::Accepted => Choice::Accept,
            Self::Rejected { .. } => Choice::Reject,
            Self::Deferred { .. } => Choice::Defer,
        }
    }
}

/// Why votes do not make a decision yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum NoDecision {
    #[error("{have} of {need} votes are in")]
    NoQuorum { have: u8, need: u8 },
    #[error("the vote is tied and the chair has not voted")]
    Tied,
}

/// Counts the votes of those who did not step aside. A tie follows the rule.
pub fn tally(
    votes: &[Vote],
    recused: &[Recusal],
    chair: Option<StaffId>,
    rule: CommitteeRule,
) -> Result<Choice, NoDecision> {
    let counted: Vec<&Vote> =
        votes.iter().filter(|vote| !recused.iter().any(|out| out.member == vote.member)).collect();
    let have = u8::try_from(counted.len()).unwrap_or(u8::MAX);
    if have < rule.quorum.max(1) {
        return Err(NoDecision::NoQuorum { have, need: rule.quorum.max(1) });
    }
    let count = |choice| counted.iter().filter(|vote| vote.choice == choice).count();
    let most = Choice::ALL.into_iter().map(count).max().unwrap_or(0);
    let leading: Vec<Choice> = Choice::ALL.into_iter().filter(|choice| count(*choice) == most).collect();
    match leading.as_slice() {
        [single] => Ok(*single),
        tied => match rule.tie {
            TieRule::Defer => Ok(Choice::Defer),
            TieRule::ChairDecides => counted
                .iter()
                .find(|vote| Some(vote.member) == chair)
                .map(|vote| vote.choice)
                .filter(|choice| tied.contains(choice))
                .ok_or(NoDecision::Tied),
        },
    }
}

/// A decision as it stands in the minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Year of the Hijri calendar and a running number, e.g. `1448-0017`.
    pub number: String,
    pub outcome: Outcome,
    pub votes: Vec<Vote>,
    pub recusals: Vec<Recusal>,
    pub recorded_by: StaffId,
    pub decided_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use proptest::prelude::*;

    use super::*;

    fn vote(member: i64, choice: Choice) -> Vote {
        Vote { member: StaffId(member), choice, reason: None, at: DateTime::UNIX_EPOCH }
    }

    fn stepped_aside(member: i64) -> Recusal {
        let ground = ShortText::parse("cousin").expect("text");
        Recusal { member: StaffId(member), ground, at: DateTime::UNIX_EPOCH }
    }

    #[test]
    fn a_majority_decides() {
        let votes = [vote(1, Choice::Accept), vote(2, Choice::Reject), vote(3, Choice::Accept)];
        assert_eq!(tally(&votes, &[], None, CommitteeRule::default()), Ok(Choice::Accept));
    }

    #[test]
    fn who_stepped_aside_does_not_count() {
        let votes = [vote(1, Choice::Accept), vote(2, Choice::Accept), vote(3, Choice::Accept)];
        assert_eq!(
            tally(&votes, &[stepped_aside(3)], None, CommitteeRule::default()),
            Err(NoDecision::NoQuorum { have: 2, need: 3 })
        );
    }

    #[test]
    fn the_chair_settles_a_tie() {
        let votes =
            [vote(1, Choice::Accept), vote(2, Choice::Reject), vote(3, Choice::Accept), vote(4, Choice::Reject)];
        let rule = CommitteeRule::default();
        assert_eq!(tally(&votes, &[], Some(StaffId(4)), rule), Ok(Choice::Reject));
        assert_eq!(tally(&votes, &[], Some(StaffId(9)), rule), Err(NoDecision::Tied));
        let defer = CommitteeRule { tie: TieRule::Defer, ..rule };
        assert_eq!(tally(&votes, &[], None, defer), Ok(Choice::Defer));
    }

    proptest! {
        #[test]
        fn the_order_of_votes_does_not_matter(
            choices in proptest::collection::vec(prop_oneof![
                Just(Choice::Accept), Just(Choice::Reject), Just(Choice::Defer)], 0..7),
        ) {
            let numbered = || (1i64..).zip(choices.iter());
            let votes: Vec<Vote> = numbered().map(|(member, choice)| vote(member, *choice)).collect();
            let mut reversed = votes.clone();
            reversed.reverse();
            let rule = CommitteeRule::default();
            prop_assert_eq!(
                tally(&votes, &[], Some(StaffId(1)), rule),
                tally(&reversed, &[], Some(StaffId(1)), rule)
            );
        }
    }
}

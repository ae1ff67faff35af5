//! Eligibility as a typed expression that explains itself: every rule answers yes, no or unknown, and says why.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    Halalas,
    application::{Answers, Group},
    household::age,
};

/// What a programme asks of a household. Programmes are data: staff edit these, nobody writes code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Every part must hold. An empty list holds.
    All(Vec<Rule>),
    /// One part is enough. An empty list never holds.
    Any(Vec<Rule>),
    /// Net monthly income per head is at most this.
    PerHeadAtMost(Halalas),
    /// The applicant belongs to one of these groups.
    InGroup(Vec<Group>),
    /// The applicant has lived at least this many full years.
    AgeAtLeast(u8),
    /// Not more than this many full years.
    AgeAtMost(u8),
    /// The applicant and those with them are at least this many.
    PeopleAtLeast(u32),
    /// At least this many under eighteen live in the home.
    ChildrenAtLeast(u32),
}

/// A three-valued answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    No,
    Unknown,
    Yes,
}

/// What is known about a household when a rule is asked. Anything may be unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    pub group: Option<Group>,
    pub age: Option<i32>,
    pub people: Option<u32>,
    pub children: Option<u32>,
    pub per_head: Option<Halalas>,
}

impl Facts {
    /// What an application says so far, on a day.
    pub fn of(answers: &Answers, on: NaiveDate) -> Self {
        let identity = answers.identity.as_ref();
        let household = answers.household.as_ref();
        Self {
            group: identity.map(|identity| identity.group),
            age: identity.map(|identity| age(identity.born_on, on)),
            people: household.map(crate::household::Household::people),
            children: household.map(|household| household.children(on)),
            per_head: answers.net_per_head().map(|net| net.per_head),
        }
    }
}

/// A single rule's answer with the fact it was judged by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub rule: Rule,
    pub verdict: Verdict,
    pub fact: Option<Fact>,
}

/// The fact a finding rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    Amount(Halalas),
    Group(Group),
    Years(i32),
    Count(u32),
}

/// The answer of a whole expression and of every single rule in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    pub verdict: Verdict,
    pub findings: Vec<Finding>,
}

impl Rule {
    /// Asks the rule about the facts.
    pub fn explain(&self, facts: &Facts) -> Explanation {
        let mut findings = Vec::new();
        let verdict = self.judge(facts, &mut findings);
        Explanation { verdict, findings }
    }

    /// The rules that decided, each with the verdict of the whole: why it is a no, what a maybe still hangs on, what
    /// makes it a yes.
    pub fn deciding(&self, facts: &Facts) -> Vec<Finding> {
        let Explanation { verdict, findings } = self.explain(facts);
        match self {
            Self::All(parts) | Self::Any(parts) => parts
                .iter()
                .filter(|part| part.explain(facts).verdict == verdict)
                .flat_map(|part| part.deciding(facts))
                .collect(),
            _ => findings,
        }
    }

    fn judge(&self, facts: &Facts, findings: &mut Vec<Finding>) -> Verdict {
        let (fact, holds) = match self {
            Self::All(parts) => {
                // Every part is judged, so that the explanation is whole.
                return parts.iter().map(|part| part.judge(facts, findings)).fold(Verdict::Yes, Ord::min);
            }
            Self::Any(parts) => {
                return parts.iter().map(|part| part.judge(facts, findings)).fold(Verdict::No, Ord::max);
            }
            Self::PerHeadAtMost(limit) => {
                (facts.per_head.map(Fact::Amount), facts.per_head.map(|share| share <= *limit))
            }
            Self::InGroup(groups) => (facts.group.map(Fact::Group), facts.group.map(|group| groups.contains(&group))),
            Self::AgeAtLeast(years) => (facts.age.map(Fact::Years), facts.age.map(|age| age >= i32::from(*years))),
            Self::AgeAtMost(years) => (facts.age.map(Fact::Years), facts.age.map(|age| age <= i32::from(*years))),
            Self::PeopleAtLeast(least) => (facts.people.map(Fact::Count), facts.people.map(|people| people >= *least)),
            Self::ChildrenAtLeast(least) => {
                (facts.children.map(Fact::Count), facts.children.map(|children| children >= *least))
            }
        };
        let verdict = match holds {
            Some(true) => Verdict::Yes,
            Some(false) => Verdict::No,
            None => Verdict::Unknown,
        };
        findings.push(Finding { rule: self.clone(), verdict, fact });
        verdict
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rule() -> impl Strategy<Value = Rule> {
        let leaf = prop_oneof![
            (0i32..2_000).prop_map(|limit| Rule::PerHeadAtMost(Halalas::from_riyals(limit))),
            (0u8..90).prop_map(Rule::AgeAtLeast),
            (0u32..9).prop_map(Rule::PeopleAtLeast),
            Just(Rule::InGroup(vec![Group::Widow, Group::Orphan])),
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Rule::All),
                proptest::collection::vec(inner, 0..4).prop_map(Rule::Any),
            ]
        })
    }

    fn known() -> Facts {
        Facts {
            group: Some(Group::Widow),
            age: Some(41),
            people: Some(5),
            children: Some(4),
            per_head: Some(Halalas::from_riyals(360)),
        }
    }

    #[test]
    fn it_says_which_rule_failed_and_by_what() {
        let rule = Rule::All(vec![Rule::InGroup(vec![Group::Widow]), Rule::PerHeadAtMost(Halalas::from_riyals(300))]);
        let explanation = rule.explain(&known());
        assert_eq!(explanation.verdict, Verdict::No);
        assert_eq!(explanation.findings[1].fact, Some(Fact::Amount(Halalas::from_riyals(360))));
        assert_eq!(explanation.findings[0].verdict, Verdict::Yes);
    }

    #[test]
    fn what_did_not_matter_did_not_decide() {
        let young = Rule::AgeAtMost(40);
        let rich = Rule::PerHeadAtMost(Halalas::from_riyals(300));
        let rule = Rule::All(vec![
            Rule::Any(vec![Rule::InGroup(vec![Group::Widow]), young]),
            rich.clone(),
            Rule::PeopleAtLeast(2),
        ]);
        let deciding: Vec<Rule> = rule.deciding(&known()).into_iter().map(|finding| finding.rule).collect();
        assert_eq!(deciding, [rich]);
    }

    proptest! {
        #[test]
        fn what_decides_has_the_verdict_of_the_whole(rule in rule(), age in proptest::option::of(0i32..100)) {
            let facts = Facts { age, per_head: None, ..known() };
            let verdict = rule.explain(&facts).verdict;
            prop_assert!(rule.deciding(&facts).iter().all(|finding| finding.verdict == verdict));
        }

        #[test]
        fn with_every_fact_known_nothing_is_unknown(rule in rule()) {
            prop_assert_ne!(rule.explain(&known()).verdict, Verdict::Unknown);
        }

        /// Learning a fact may settle an unknown; it never turns a yes into a no or back.
        #[test]
        fn learning_more_never_contradicts(rule in rule(), hide in 0usize..5) {
            let mut less = known();
            match hide {
                0 => less.group = None,
                1 => less.age = None,
                2 => less.people = None,
                3 => less.children = None,
                _ => less.per_head = None,
            }
            let before = rule.explain(&less).verdict;
            let after = rule.explain(&known()).verdict;
            prop_assert!(before == Verdict::Unknown || before == after);
        }

        #[test]
        fn rules_survive_storage(rule in rule()) {
            let text = serde_json::to_string(&rule).expect("json");
            prop_assert_eq!(serde_json::from_str::<Rule>(&text).expect("rule"), rule);
        }
    }
}

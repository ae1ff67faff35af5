//! The self-check's questions: which of them a programme needs, and what was answered. Anything may be unknown.

use domain::{
    Halalas, Invalid,
    application::Group,
    digits::parse_integer,
    eligibility::{Facts, Rule},
    household::{Debt, DebtKind, Income, IncomeKind, Livelihood, NetPerHead},
};

use crate::form::{Problem, Reading, Values};

/// A question of the self-check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    Group,
    Age,
    People,
    Children,
    /// Incomes, rent and instalments.
    Money,
}

/// The questions that decide anything about a programme, in the order they are asked.
pub fn questions(rule: &Rule) -> Vec<Question> {
    let mut asked = Vec::new();
    gather(rule, &mut asked);
    asked.sort_unstable();
    asked.dedup();
    asked
}

fn gather(rule: &Rule, asked: &mut Vec<Question>) {
    match rule {
        Rule::All(parts) | Rule::Any(parts) => parts.iter().for_each(|part| gather(part, asked)),
        Rule::PerHeadAtMost(_) => asked.extend([Question::People, Question::Money]),
        Rule::InGroup(_) => asked.push(Question::Group),
        Rule::AgeAtLeast(_) | Rule::AgeAtMost(_) => asked.push(Question::Age),
        Rule::PeopleAtLeast(_) => asked.push(Question::People),
        Rule::ChildrenAtLeast(_) => asked.push(Question::Children),
    }
}

/// What was answered, with the arithmetic of the net income where it could be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    pub facts: Facts,
    pub net: Option<NetPerHead>,
}

/// Reads the answers; blank is "I do not know".
pub fn read(values: &Values) -> Result<Told, Problem> {
    let mut form = Reading::of(values);
    let group = form.optional("group", parse_group);
    let age = form.optional("age", |raw| within(raw, 0, 130).map(|years| i32::try_from(years).unwrap_or(0)));
    let people = form.optional("people", |raw| within(raw, 1, 60));
    let children = form.optional("children", |raw| within(raw, 0, 60));
    let income = form.optional("income", Halalas::parse);
    let rent = form.optional("rent", Halalas::parse);
    let debts = form.optional("debts", Halalas::parse);
    let answers = (|| Some((group?, age?, people?, children?, income?, rent?, debts?)))();
    let (group, age, people, children, income, rent, debts) = form.done(answers)?;
    let net = (|| Some(livelihood(income?, rent?, debts?).net_per_head(people?)))();
    let facts = Facts { group, age, people, children, per_head: net.map(|net| net.per_head) };
    Ok(Told { facts, net })
}

fn livelihood(income: Halalas, rent: Halalas, debts: Halalas) -> Livelihood {
    Livelihood {
        incomes: vec![Income { kind: IncomeKind::Other, monthly: income }],
        rent,
        debts: vec![Debt { kind: DebtKind::Bank, monthly: debts }],
    }
}

fn within(raw: &str, min: i64, max: i64) -> Result<u32, Invalid> {
    parse_integer(raw, min, max).and_then(|number| u32::try_from(number).map_err(|_| Invalid::Number))
}

fn parse_group(raw: &str) -> Result<Group, Invalid> {
    serde_json::from_value(raw.into()).map_err(|_| Invalid::Choice)
}

/// The name of a group in the form.
pub fn group_slug(group: Group) -> String {
    serde_json::to_value(group).ok().and_then(|slug| slug.as_str().map(str::to_owned)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(&str, &str)]) -> Values {
        Values(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn nothing_needs_to_be_known() {
        assert_eq!(read(&values(&[("group", ""), ("age", " ")])), Ok(Told::default()));
    }

    #[test]
    fn arabic_digits_and_the_arithmetic() {
        let told = read(&values(&[
            ("group", "widow"),
            ("people", "٥"),
            ("income", "٣٬٣٠٠"),
            ("rent", "1200"),
            ("debts", "300"),
        ]))
        .expect("readable");
        assert_eq!(told.facts.group, Some(Group::Widow));
        assert_eq!(told.facts.per_head, Some(Halalas::from_riyals(360)));
    }

    #[test]
    fn one_unknown_amount_leaves_the_share_unknown() {
        let told = read(&values(&[("people", "5"), ("income", "3300"), ("rent", ""), ("debts", "0")]));
        assert_eq!(told.expect("readable").facts.per_head, None);
    }

    #[test]
    fn every_problem_is_named_at_once() {
        let refused = read(&values(&[("age", "forty"), ("people", "0"), ("income", "-5"), ("group", "rich")]));
        let Err(Problem::Fields(problems)) = refused else { panic!("accepted {refused:?}") };
        let fields: Vec<&str> = problems.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["group", "age", "people", "income"]);
    }

    #[test]
    fn only_what_decides_is_asked() {
        let rule = Rule::All(vec![
            Rule::Any(vec![Rule::ChildrenAtLeast(1), Rule::AgeAtLeast(60)]),
            Rule::PerHeadAtMost(Halalas::from_riyals(750)),
            Rule::PeopleAtLeast(2),
        ]);
        assert_eq!(questions(&rule), [Question::Age, Question::People, Question::Children, Question::Money]);
    }

    #[test]
    fn groups_read_back() {
        for group in Group::ALL {
            assert_eq!(parse_group(&group_slug(group)), Ok(group));
        }
    }
}

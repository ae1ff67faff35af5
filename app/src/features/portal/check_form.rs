//! The self-check's questions: which of them a programme needs, and what was answered. Anything may be unknown.

use domain::{Halalas, Invalid, application::Group, digits::parse_integer, eligibility::Rule, self_check::Told};
use serde::Serialize;

use crate::form::{FormView, Problem, Reading, Values};

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

impl Question {
    /// Every question: seven fields, for the check of all programmes.
    pub const ALL: [Self; 5] = [Self::Group, Self::Age, Self::People, Self::Children, Self::Money];
}

/// The fields of the form, carried on hidden into an application.
pub const FIELDS: [&str; 7] = ["group", "age", "people", "children", "income", "rent", "debts"];

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

/// What the form of this page was answered with, if it was and can be read.
pub fn told(form: &FormView) -> Option<Told> {
    form.typed().and_then(|typed| read(typed).ok())
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
    Ok(Told { group, age, people, children, income, rent, debts })
}

fn within(raw: &str, min: i64, max: i64) -> Result<u32, Invalid> {
    parse_integer(raw, min, max).and_then(|number| u32::try_from(number).map_err(|_| Invalid::Number))
}

fn parse_group(raw: &str) -> Result<Group, Invalid> {
    serde_json::from_value(raw.into()).map_err(|_| Invalid::Choice)
}

/// The name of a choice in forms and addresses.
pub fn slug_of<T: Serialize>(choice: &T) -> String {
    serde_json::to_value(choice).ok().and_then(|slug| slug.as_str().map(str::to_owned)).unwrap_or_default()
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
        assert_eq!(told.group, Some(Group::Widow));
        assert_eq!(told.facts().per_head, Some(Halalas::from_riyals(360)));
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
            assert_eq!(parse_group(&slug_of(&group)), Ok(group));
        }
    }
}

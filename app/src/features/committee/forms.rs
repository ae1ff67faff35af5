//! Reading the forms of the committee.

use domain::{LongText, NaiveDate, ShortText, committee::Choice};

use crate::{
    features::{apply::date, office::words::choice},
    form::{Problem, Reading, Values},
};

/// A session to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSession {
    pub title: ShortText<120>,
    pub held_on: NaiveDate,
}

pub fn session(values: &Values) -> Result<NewSession, Problem> {
    let mut reading = Reading::of(values);
    let title = reading.field("title", ShortText::parse);
    let held_on = reading.keep("held_on", date::read(values, "held_on"));
    reading.done(title.zip(held_on).map(|(title, held_on)| NewSession { title, held_on }))
}

/// A member's vote. Whether it needs a reason is the use case's to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    pub choice: Choice,
    pub reason: Option<LongText>,
}

pub fn ballot(values: &Values) -> Result<Ballot, Problem> {
    let mut reading = Reading::of(values);
    let choice = reading.field("vote", choice);
    let reason = reading.optional("reason", LongText::parse);
    reading.done(choice.zip(reason).map(|(choice, reason)| Ballot { choice, reason }))
}

pub fn ground(values: &Values) -> Result<ShortText<300>, Problem> {
    let mut reading = Reading::of(values);
    let ground = reading.field("ground", ShortText::parse);
    reading.done(ground)
}

/// The words of a decision; which of them it needs follows from the votes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    pub reason: Option<LongText>,
    pub clause: Option<ShortText<60>>,
}

pub fn words(values: &Values) -> Result<Words, Problem> {
    let mut reading = Reading::of(values);
    let reason = reading.optional("because", LongText::parse);
    let clause = reading.optional("clause", ShortText::parse);
    reading.done(reason.zip(clause).map(|(reason, clause)| Words { reason, clause }))
}

#[cfg(test)]
mod tests {
    use domain::Invalid;

    use super::*;

    fn values(pairs: &[(&str, &str)]) -> Values {
        Values(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    fn problems<T: std::fmt::Debug>(read: Result<T, Problem>) -> Vec<(String, Invalid)> {
        match read {
            Err(Problem::Fields(problems)) => problems,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_vote_is_a_choice_and_perhaps_a_reason() {
        let read = ballot(&values(&[("vote", "defer"), ("reason", "ينقص تقرير الزيارة")]));
        let Ok(Ballot { choice, reason }) = read else { panic!("{read:?}") };
        assert_eq!(choice, Choice::Defer);
        assert_eq!(reason.map(|reason| reason.to_string()), Some("ينقص تقرير الزيارة".to_owned()));
        assert_eq!(ballot(&values(&[("vote", "accept"), ("reason", " ")])).map(|ballot| ballot.reason), Ok(None));
        assert_eq!(problems(ballot(&values(&[]))), [("vote".to_owned(), Invalid::Missing)]);
        assert_eq!(problems(ballot(&values(&[("vote", "perhaps")]))), [("vote".to_owned(), Invalid::Choice)]);
    }

    #[test]
    fn a_session_takes_a_day_of_either_calendar() {
        let named = |year: &str, month: &str| {
            session(&values(&[
                ("title", "الجلسة الرابعة"),
                ("held_on_day", "١٢"),
                ("held_on_month", month),
                ("held_on_year", year),
            ]))
        };
        assert_eq!(
            named("2026", "12").map(|session| session.held_on),
            Ok(NaiveDate::from_ymd_opt(2026, 12, 12).expect("a day"))
        );
        assert_eq!(
            named("1448", "6").map(|session| session.held_on),
            Ok(NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day"))
        );
        let missing: Vec<_> = problems(session(&values(&[]))).into_iter().map(|(name, _)| name).collect();
        assert_eq!(missing, ["title", "held_on"]);
    }

    #[test]
    fn stepping_aside_says_why() {
        assert_eq!(problems(ground(&values(&[("ground", "  ")]))), [("ground".to_owned(), Invalid::Missing)]);
        assert!(ground(&values(&[("ground", "ابن عم")])).is_ok());
    }

    #[test]
    fn words_of_a_decision_may_be_left_out() {
        assert_eq!(words(&values(&[])), Ok(Words::default()));
        let long = "1".repeat(61);
        assert_eq!(
            problems(words(&values(&[("clause", long.as_str())]))),
            [("clause".to_owned(), Invalid::TooLong { max: 60 })]
        );
    }
}

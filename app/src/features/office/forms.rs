//! Reading the other forms of the back office.

use domain::{
    Invalid, LongText, SessionId, ShortText, digits,
    request::Gap,
    study::{Housing, Recommendation, StudyPlace},
};

use super::{match_read::gap, words::choice};
use crate::form::{Problem, Reading, Values};

/// The row version a form was made from.
pub fn version(values: &Values) -> Result<i64, Problem> {
    let mut reading = Reading::of(values);
    let version = reading.field("version", |raw| digits::parse_integer(raw, 0, i64::MAX));
    reading.done(version)
}

/// What the applicant is asked for, and in which words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Return {
    pub gaps: Vec<Gap>,
    pub words: LongText,
}

pub fn give_back(values: &Values) -> Result<Return, Problem> {
    let mut reading = Reading::of(values);
    let gaps = values.all("gaps").map(gap).collect::<Result<Vec<_>, _>>();
    let gaps = gaps.and_then(|gaps| if gaps.is_empty() { Err(Invalid::Missing) } else { Ok(gaps) });
    let gaps = reading.keep("gaps", gaps);
    let words = reading.field("words", LongText::parse);
    reading.done(gaps.zip(words).map(|(gaps, words)| Return { gaps, words }))
}

/// What the researcher writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notes {
    pub place: StudyPlace,
    pub housing: Housing,
    pub findings: LongText,
    pub recommendation: Recommendation,
    pub clause: ShortText<60>,
}

pub fn study(values: &Values) -> Result<Notes, Problem> {
    let mut reading = Reading::of(values);
    let place = reading.field("place", choice);
    let housing = reading.field("housing", choice);
    let findings = reading.field("findings", LongText::parse);
    let recommendation = reading.field("recommendation", choice);
    let clause = reading.field("clause", ShortText::parse);
    let notes = || {
        Some(Notes {
            place: place?,
            housing: housing?,
            findings: findings?,
            recommendation: recommendation?,
            clause: clause?,
        })
    };
    let notes = notes();
    reading.done(notes)
}

pub fn refer(values: &Values) -> Result<SessionId, Problem> {
    let mut reading = Reading::of(values);
    let session = reading.field("session", |raw| {
        if raw.is_empty() { Err(Invalid::Missing) } else { raw.parse().map_err(|_| Invalid::Choice) }
    });
    reading.done(session)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(&str, &str)]) -> Values {
        Values(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    fn names<T: std::fmt::Debug>(read: Result<T, Problem>) -> Vec<String> {
        match read {
            Err(Problem::Fields(problems)) => problems.into_iter().map(|(name, _)| name).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_empty_study_says_everything_that_is_missing() {
        assert_eq!(names(study(&values(&[]))), ["place", "housing", "findings", "recommendation", "clause"]);
        let whole = values(&[
            ("place", "home"),
            ("housing", "crowded"),
            ("findings", "غرفتان لستة"),
            ("recommendation", "support"),
            ("clause", "3-2"),
        ]);
        assert_eq!(study(&whole).map(|notes| notes.place), Ok(StudyPlace::Home));
    }

    #[test]
    fn a_return_names_its_gaps_and_says_them() {
        assert_eq!(names(give_back(&values(&[]))), ["gaps", "words"]);
        assert_eq!(names(give_back(&values(&[("gaps", "document:passport"), ("words", "…")]))), ["gaps"]);
        let whole = values(&[("gaps", "section:need"), ("gaps", "document:lease"), ("words", "أرفق العقد")]);
        assert_eq!(give_back(&whole).map(|back| back.gaps.len()), Ok(2));
    }

    #[test]
    fn sessions_and_versions_are_numbers() {
        assert_eq!(refer(&values(&[("session", "4")])), Ok(SessionId(4)));
        assert_eq!(names(refer(&values(&[("session", "x")]))), ["session"]);
        assert_eq!(names(version(&values(&[]))), ["version"]);
        assert_eq!(version(&values(&[("version", "7")])), Ok(7));
    }
}

//! What who wrote says of the answer.

use domain::{Invalid, LongText};
use services::voice::Verdict;

use crate::form::{Problem, Reading, Values};

/// Yes, or no with what was missing.
pub fn read(values: &Values) -> Result<Verdict, Problem> {
    let mut form = Reading::of(values);
    let verdict = match values.get("verdict") {
        "yes" => Some(Verdict::Answered),
        "no" => form.field("words", LongText::parse).map(Verdict::NotAnswered),
        "" => form.keep("verdict", Err(Invalid::Missing)),
        _ => form.keep("verdict", Err(Invalid::Choice)),
    };
    form.done(verdict)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(verdict: &str, words: &str) -> Values {
        Values(vec![("verdict".to_owned(), verdict.to_owned()), ("words".to_owned(), words.to_owned())])
    }

    #[test]
    fn a_no_says_what_was_missing() {
        assert_eq!(read(&form("yes", "")), Ok(Verdict::Answered));
        assert!(matches!(read(&form("no", "لم تذكروا الموعد")), Ok(Verdict::NotAnswered(_))));
        assert_eq!(read(&form("no", " ")), Err(Problem::Fields(vec![("words".to_owned(), Invalid::Missing)])));
        assert_eq!(read(&form("", "")), Err(Problem::Fields(vec![("verdict".to_owned(), Invalid::Missing)])));
        assert!(read(&form("maybe", "")).is_err());
    }
}

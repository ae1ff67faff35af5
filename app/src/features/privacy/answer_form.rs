//! What the answer to a request about data says.

use domain::{Invalid, LongText, digits, privacy::Verdict, text};

use crate::form::{Problem, Reading, Values};

/// The row version the page was made from, and the answer: a refusal needs its reason.
pub fn read(values: &Values) -> Result<(i64, Verdict), Problem> {
    let mut form = Reading::of(values);
    let version = form.field("version", |raw| digits::parse_integer(raw, 0, i64::MAX));
    let done = form.field("verdict", |raw| match raw {
        "done" => Ok(true),
        "refused" => Ok(false),
        "" => Err(Invalid::Missing),
        _ => Err(Invalid::Choice),
    });
    let words = form.keep("words", text::optional::<LongText>(values.get("words")));
    let verdict = match (done, words) {
        (Some(true), Some(words)) => Some(Verdict::Done { words }),
        (Some(false), Some(words)) => {
            form.keep("words", words.ok_or(Invalid::Missing)).map(|reason| Verdict::Refused { reason })
        }
        _ => None,
    };
    let answer = version.zip(verdict);
    form.done(answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(verdict: &str, words: &str) -> Values {
        let pairs = [("version", "1"), ("verdict", verdict), ("words", words)];
        Values(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).into())
    }

    #[test]
    fn a_refusal_says_why() {
        assert_eq!(read(&form("done", "")), Ok((1, Verdict::Done { words: None })));
        assert!(matches!(read(&form("refused", "السجل محفوظ نظامًا")), Ok((1, Verdict::Refused { .. }))));
        let missing = Problem::Fields(vec![("words".to_owned(), Invalid::Missing)]);
        assert_eq!(read(&form("refused", " ")), Err(missing));
        for bad in ["", "maybe"] {
            assert!(read(&form(bad, "x")).is_err(), "{bad}");
        }
    }
}

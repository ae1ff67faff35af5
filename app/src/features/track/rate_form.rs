//! What a rating says.

use domain::{Invalid, LongText, rating::Level};

use crate::form::{Problem, Reading, Values};

/// A level, and words if the person wants to add some.
pub fn read(values: &Values) -> Result<(Level, Option<LongText>), Problem> {
    let mut form = Reading::of(values);
    let level = form.field("level", |raw| {
        if raw.is_empty() {
            return Err(Invalid::Missing);
        }
        Level::from_score(raw.parse().map_err(|_| Invalid::Choice)?)
    });
    let comment = form.optional("comment", LongText::parse);
    let answers = level.zip(comment);
    form.done(answers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(level: &str, comment: &str) -> Values {
        Values(vec![("level".to_owned(), level.to_owned()), ("comment".to_owned(), comment.to_owned())])
    }

    #[test]
    fn words_are_optional_a_level_is_not() {
        assert_eq!(read(&form("5", " ")), Ok((Level::VeryGood, None)));
        assert_eq!(read(&form("1", "تأخر الموعد")).map(|(level, _)| level), Ok(Level::VeryBad));
        for bad in ["", "0", "6", "five"] {
            assert!(read(&form(bad, "")).is_err(), "{bad}");
        }
    }
}

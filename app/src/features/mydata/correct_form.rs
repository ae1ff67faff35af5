//! What the forms of a request about data say.

use domain::{LongText, text};

use crate::form::{Problem, Reading, Values};

/// A correction says what is wrong.
pub fn correction(values: &Values) -> Result<LongText, Problem> {
    let mut form = Reading::of(values);
    let words = form.field("words", LongText::parse);
    form.done(words)
}

/// An erasure may do without words.
pub fn erasure(values: &Values) -> Result<Option<LongText>, Problem> {
    let mut form = Reading::of(values);
    let words = form.keep("words", text::optional(values.get("words")));
    form.done(words)
}

#[cfg(test)]
mod tests {
    use domain::Invalid;

    use super::*;

    fn form(words: &str) -> Values {
        Values(vec![("words".to_owned(), words.to_owned())])
    }

    #[test]
    fn a_correction_needs_words_an_erasure_does_not() {
        let missing = Problem::Fields(vec![("words".to_owned(), Invalid::Missing)]);
        assert_eq!(correction(&form(" ")), Err(missing));
        assert!(correction(&form("الاسم خطأ")).is_ok());
        assert_eq!(erasure(&form("  ")), Ok(None));
        assert!(erasure(&form("\u{202E}")).is_err());
    }
}

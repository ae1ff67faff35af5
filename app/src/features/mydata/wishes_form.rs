//! What the form of message wishes says.

use domain::{
    Invalid,
    views::{MessageWishes, Tongue},
};

use crate::form::{Problem, Reading, Values};

pub fn read(values: &Values) -> Result<MessageWishes, Problem> {
    let mut form = Reading::of(values);
    let language = form.field("language", |raw| match raw {
        "ar" => Ok(Tongue::Arabic),
        "en" => Ok(Tongue::English),
        "" => Err(Invalid::Missing),
        _ => Err(Invalid::Choice),
    });
    let necessary_only = form.field("which", |raw| match raw {
        "all" => Ok(false),
        "necessary" => Ok(true),
        "" => Err(Invalid::Missing),
        _ => Err(Invalid::Choice),
    });
    let wishes =
        language.zip(necessary_only).map(|(language, necessary_only)| MessageWishes { language, necessary_only });
    form.done(wishes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(language: &str, which: &str) -> Values {
        Values(vec![("language".to_owned(), language.to_owned()), ("which".to_owned(), which.to_owned())])
    }

    #[test]
    fn both_are_chosen_from_what_is_offered() {
        let wishes = MessageWishes { language: Tongue::English, necessary_only: true };
        assert_eq!(read(&form("en", "necessary")), Ok(wishes));
        assert_eq!(read(&form("ar", "all")), Ok(MessageWishes::default()));
        for bad in [form("", "all"), form("fr", "all"), form("ar", ""), form("ar", "none")] {
            assert!(read(&bad).is_err(), "{bad:?}");
        }
    }
}

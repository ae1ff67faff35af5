//! What somebody writes to the association.

use domain::{
    Invalid, LongText, Mobile, Reference, ShortText,
    voice::{Kind, Subject},
};
use services::voice::Letter;

use crate::form::{Problem, Reading, Values};

/// Reads the form. Whoever does not want to be known is not read further than their words: what they typed about
/// themselves is forgotten here.
pub fn read(values: &Values) -> Result<Letter, Problem> {
    let mut form = Reading::of(values);
    let kind = form.field("kind", kind);
    let subject = form.field("subject", Subject::parse);
    let words = form.field("words", LongText::parse);
    let about = form.optional("about", Reference::parse);
    let anonymous = values.has("anonymous");
    let (name, mobile) = if anonymous {
        (Some(None), Some(None))
    } else {
        (form.optional("name", ShortText::parse), form.optional("mobile", Mobile::parse))
    };
    let letter = || {
        Some(Letter {
            kind: kind?,
            subject: subject?,
            words: words?,
            about: about?,
            anonymous,
            name: name?,
            mobile: mobile?,
        })
    };
    let letter = letter();
    form.done(letter)
}

fn kind(raw: &str) -> Result<Kind, Invalid> {
    if raw.is_empty() { Err(Invalid::Missing) } else { Kind::from_slug(raw).ok_or(Invalid::Choice) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(&str, &str)]) -> Values {
        Values(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    const WHOLE: [(&str, &str); 5] = [
        ("kind", "complaint"),
        ("subject", "تأخر الرد"),
        ("words", "اتصلت ثلاث مرات"),
        ("name", "سارة"),
        ("mobile", "0501234567"),
    ];

    #[test]
    fn everything_that_is_missing_is_said_at_once() {
        let Err(Problem::Fields(problems)) = read(&values(&[("mobile", "12"), ("about", "x")])) else {
            panic!("refused")
        };
        let names: Vec<_> = problems.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["kind", "subject", "words", "about", "mobile"]);
    }

    #[test]
    fn who_does_not_want_to_be_known_is_not_read() {
        let letter = read(&values(&WHOLE)).expect("whole");
        assert!(letter.name.is_some() && letter.mobile.is_some() && !letter.anonymous);
        let mut unknown = WHOLE.to_vec();
        unknown.push(("anonymous", "yes"));
        let letter = read(&values(&unknown)).expect("whole");
        assert!(letter.name.is_none() && letter.mobile.is_none() && letter.anonymous);
    }
}

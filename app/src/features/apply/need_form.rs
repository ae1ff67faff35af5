//! What the form of the need says.

use domain::{Iban, Invalid, LongText, application::Need, programme::ProgrammeSpec};

use super::{questions_form, words};
use crate::form::{Problem, Reading, Values};

/// An account is needed where the programme pays.
pub fn read(values: &Values, programme: &ProgrammeSpec) -> Result<Need, Problem> {
    let mut reading = Reading::of(values);
    let words = reading.field("words", LongText::parse);
    let urgency = reading.field("urgency", words::choice);
    let iban = if programme.award.needs_iban() {
        let long = values.get("iban").len() > 200;
        let iban = if long { Err(Invalid::IbanLength) } else { Iban::parse(values.get("iban")) };
        reading.keep("iban", iban).map(Some)
    } else {
        Some(None)
    };
    let replies = questions_form::read(&mut reading, values, &programme.questions);
    let read = (|| Some(Need { words: words?, urgency: urgency?, iban: iban?, replies: replies? }))();
    reading.done(read)
}

#[cfg(test)]
mod tests {
    use domain::{Halalas, programme::Award};

    use super::*;
    use crate::features::apply::tests::programme;

    fn paying(pays: bool) -> ProgrammeSpec {
        let award = if pays {
            Award::Cash { amount: Halalas::from_riyals(500) }
        } else {
            Award::InKind { items: programme().gives }
        };
        ProgrammeSpec { award, ..programme() }
    }

    fn form(iban: &str) -> Values {
        let pairs = [("words", "إيجار متأخر"), ("urgency", "this_week"), ("iban", iban)];
        Values(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec())
    }

    fn refused(iban: &str) -> Invalid {
        match read(&form(iban), &paying(true)) {
            Err(Problem::Fields(problems)) => problems.into_iter().next().expect("a problem").1,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_account_in_any_spacing_and_digits() {
        let need = read(&form("sa03 ٨٠٠٠ 0000 6080 1016 7519"), &paying(true)).expect("read");
        assert_eq!(need.iban.map(|iban| iban.grouped()).as_deref(), Some("SA03 8000 0000 6080 1016 7519"));
        assert_eq!(read(&form("nonsense"), &paying(false)).expect("not asked").iban, None);
    }

    #[test]
    fn a_wrong_account_says_what_is_wrong() {
        assert_eq!(refused(""), Invalid::Missing);
        assert_eq!(refused("GB29 NWBK 6016 1331 9268 19"), Invalid::IbanCountry);
        assert_eq!(refused("SA03 8000"), Invalid::IbanLength);
        assert_eq!(refused("SA04 8000 0000 6080 1016 7519"), Invalid::IbanChecksum);
        assert_eq!(refused(&"1".repeat(1_000_000)), Invalid::IbanLength);
    }
}

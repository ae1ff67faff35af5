//! What the form of the declaration says (H4).

use domain::{
    Invalid, ShortText,
    signature::{Mark, Strokes},
};

use crate::form::{Problem, Reading, Values};

/// The confirmation and the mark: a typed name, or else what was drawn.
pub fn read(values: &Values) -> Result<Mark, Problem> {
    let mut reading = Reading::of(values);
    let confirmed = match values.get("declaration") {
        "yes" => Ok(()),
        _ => Err(Invalid::DeclarationNotConfirmed),
    };
    let confirmed = reading.keep("declaration", confirmed);
    let mark = reading.keep("signature", mark(values.get("signature"), values.get("signature_typed")));
    let read = confirmed.and(mark);
    reading.done(read)
}

fn mark(drawn: &str, typed: &str) -> Result<Mark, Invalid> {
    match (drawn.trim().is_empty(), typed.trim().is_empty()) {
        (true, true) => Err(Invalid::SignatureMissing),
        (_, false) => ShortText::parse(typed).map(|name| Mark::Typed { name }),
        (false, true) => Strokes::parse(drawn).map(|strokes| Mark::Drawn { strokes }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(declaration: &str, drawn: &str, typed: &str) -> Values {
        let pairs = [("declaration", declaration), ("signature", drawn), ("signature_typed", typed)];
        Values(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec())
    }

    #[test]
    fn drawn_or_typed() {
        assert!(matches!(read(&form("yes", "M10,10 L40,60 L80,20 L120,70", "")), Ok(Mark::Drawn { .. })));
        assert!(matches!(read(&form("yes", "", "سارة محمد")), Ok(Mark::Typed { .. })));
    }

    #[test]
    fn without_confirmation_or_mark_there_is_no_signature() {
        let problems = vec![
            ("declaration".to_owned(), Invalid::DeclarationNotConfirmed),
            ("signature".to_owned(), Invalid::SignatureMissing),
        ];
        assert_eq!(read(&form("", "", " ")), Err(Problem::Fields(problems)));
        let script = read(&form("yes", "M0,0 \"/><script>alert(1)</script>", ""));
        assert_eq!(script, Err(Problem::Fields(vec![("signature".to_owned(), Invalid::SignatureMissing)])));
    }
}

//! The association's own wording of a message: checked before it is kept, filled in when it is sent.

use super::Template;
use crate::{Invalid, LongText};

/// The most characters of a wording.
pub const LONGEST: usize = 480;

/// A value's place in the words.
pub fn placeholder(name: &str) -> String {
    format!("{{{{ {name} }}}}")
}

/// A wording of a template as it may be kept, its placeholders written alike.
pub fn wording(template: Template, raw: &str) -> Result<String, Invalid> {
    let text = LongText::parse(raw)?;
    if text.as_str().chars().count() > LONGEST {
        return Err(Invalid::TooLong { max: LONGEST });
    }
    let mut kept = String::new();
    let mut told = Vec::new();
    for piece in pieces(text.as_str()) {
        match piece {
            Piece::Words(words) if words.contains("{{") || words.contains("}}") => {
                return Err(unknown(words.trim()));
            }
            Piece::Words(words) => kept.push_str(words),
            Piece::Value(name) => {
                let known = template.placeholders().iter().find(|known| **known == name);
                let known = known.ok_or_else(|| unknown(name))?;
                told.push(*known);
                kept.push_str(&placeholder(known));
            }
        }
    }
    match template.placeholders().iter().find(|name| !told.contains(*name)) {
        Some(lacking) => Err(Invalid::PlaceholderMissing { name: placeholder(lacking) }),
        None => Ok(kept),
    }
}

fn unknown(text: &str) -> Invalid {
    Invalid::PlaceholderUnknown { text: text.chars().take(40).collect() }
}

/// The words with their values, in one pass: what stands in a value is never read as a placeholder.
pub fn fill(words: &str, values: &[(&str, String)]) -> String {
    pieces(words)
        .map(|piece| match piece {
            Piece::Words(words) => words,
            Piece::Value(name) => {
                values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str()).unwrap_or_default()
            }
        })
        .collect()
}

/// A part of a wording: words as they stand, or the name of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Words(&'a str),
    Value(&'a str),
}

/// The parts of a wording, in order.
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let Some((start, end)) = rest.find("{{").and_then(|start| Some((start, start + rest[start..].find("}}")?)))
        else {
            return Some(Piece::Words(std::mem::take(&mut rest)));
        };
        if start > 0 {
            let (words, after) = rest.split_at(start);
            rest = after;
            return Some(Piece::Words(words));
        }
        let name = rest[2..end].trim();
        rest = &rest[end + 2..];
        Some(Piece::Value(name))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn foreign(text: &str) -> Invalid {
        Invalid::PlaceholderUnknown { text: text.to_owned() }
    }

    #[test]
    fn a_wording_tells_every_value_and_no_other() {
        let kept = wording(Template::SignInCode, " رمزك {{code}} فقط ");
        assert_eq!(kept, Ok("رمزك {{ code }} فقط".to_owned()));
        assert_eq!(
            wording(Template::SignInCode, "رمزك"),
            Err(Invalid::PlaceholderMissing { name: "{{ code }}".to_owned() })
        );
        assert_eq!(wording(Template::SignInCode, "{{ code }} {{ name }}"), Err(foreign("name")));
        assert_eq!(wording(Template::SignInCode, "{{ code }} {{"), Err(foreign("{{")));
        assert_eq!(wording(Template::SignInCode, "{{ code }} }}"), Err(foreign("}}")));
        assert_eq!(wording(Template::SignInCode, ""), Err(Invalid::Missing));
        let long = format!("{{{{ code }}}} {}", "ا".repeat(LONGEST));
        assert_eq!(wording(Template::SignInCode, &long), Err(Invalid::TooLong { max: LONGEST }));
        assert_eq!(wording(Template::SignInCode, "{{ code }}\u{202E}"), Err(Invalid::NotText));
    }

    #[test]
    fn values_are_filled_in_once() {
        let values = [("reference", "{{ code }}".to_owned()), ("code", "123456".to_owned())];
        assert_eq!(fill("{{ reference }} / {{ code }}", &values), "{{ code }} / 123456");
        assert_eq!(fill("{{ other }}.", &values), ".");
    }

    proptest! {
        #[test]
        fn whatever_is_kept_can_be_kept_again(raw in "(\\{\\{ ?code ?\\}\\}|[ا-ي{} \n]){0,40}") {
            if let Ok(kept) = wording(Template::SignInCode, &raw) {
                prop_assert_eq!(wording(Template::SignInCode, &kept), Ok(kept.clone()));
                let filled = fill(&kept, &[("code", "123456".to_owned())]);
                prop_assert!(filled.contains("123456") && !filled.contains("{{"));
            }
        }
    }
}

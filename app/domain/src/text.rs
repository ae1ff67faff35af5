//! Free text: trimmed, bounded, and free of characters that hide or reverse what is read.

use std::str::FromStr;

use crate::digits::is_invisible;
use crate::invalid::{Invalid, canonical_string, shown_as_stored};

/// One line of at most `MAX` characters, never empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShortText<const MAX: usize>(String);

impl<const MAX: usize> ShortText<MAX> {
    /// Trims and puts a space for a line break or a tab, then refuses what is empty, too long, or has control characters.
    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        let text = one_break_each(trimmed(raw, MAX)?).replace(['\n', '\t'], " ");
        checked(text, MAX, is_forbidden).map(Self)
    }
}

shown_as_stored!(ShortText<MAX>, const MAX);
canonical_string!(ShortText<MAX>, const MAX);

/// Some paragraphs: line breaks (stored as `\n`) and tabs are kept. Never empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LongText(String);

impl LongText {
    /// The most characters, line breaks counted as one.
    pub const MAX: usize = 4_000;

    /// Trims, then refuses what is empty, too long, or has control characters.
    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        paragraphs(raw, Self::MAX).map(Self)
    }
}

shown_as_stored!(LongText);
canonical_string!(LongText);

/// A value that may be left out: blank gives `None`, anything else must parse.
pub fn optional<T: FromStr<Err = Invalid>>(raw: &str) -> Result<Option<T>, Invalid> {
    if raw.chars().all(is_blank) { Ok(None) } else { raw.parse().map(Some) }
}

/// Text of several paragraphs: trimmed, one kind of line break, bounded, with nothing in it that hides or reverses.
pub(crate) fn paragraphs(raw: &str, max: usize) -> Result<String, Invalid> {
    let text = one_break_each(trimmed(raw, max)?);
    checked(text, max, |c| is_forbidden(c) && c != '\n' && c != '\t')
}

/// The text without blanks around it. No character takes more than four bytes, so a flood is refused by its
/// length alone.
fn trimmed(raw: &str, max: usize) -> Result<&str, Invalid> {
    let text = raw.trim_matches(is_blank);
    if text.is_empty() {
        Err(Invalid::Missing)
    } else if text.len() > max.saturating_mul(4) {
        Err(Invalid::TooLong { max })
    } else {
        Ok(text)
    }
}

fn checked(text: String, max: usize, forbidden: impl Fn(char) -> bool) -> Result<String, Invalid> {
    if text.chars().any(forbidden) {
        Err(Invalid::NotText)
    } else if text.chars().count() > max {
        Err(Invalid::TooLong { max })
    } else {
        Ok(text)
    }
}

/// `\n` for every kind of line break; browsers send CR LF.
fn one_break_each(text: &str) -> String {
    text.replace("\r\n", "\n").replace(['\r', '\u{0085}', '\u{2028}', '\u{2029}'], "\n")
}

/// White space, and marks that show nothing. A direction override is not blank: it is refused.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || (is_invisible(c) && !is_override(c))
}

fn is_forbidden(c: char) -> bool {
    c.is_control() || is_override(c)
}

/// Embeddings, overrides and isolates, which can show a text in another order than it is stored in.
pub(crate) fn is_override(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use proptest::prelude::*;

    use super::*;

    type Line = ShortText<12>;

    #[test]
    fn blanks_around_a_text_are_dropped() -> Result<(), Invalid> {
        assert_eq!(Line::parse(" \u{200F}مكة \u{00A0}\n")?.as_str(), "مكة");
        assert_eq!(Line::parse("سطر\r\nآخر\tهنا")?.as_str(), "سطر آخر هنا");
        assert_eq!(LongText::parse("\r\n أول\r\nثان\u{2028}ثالث\rرابع\t \r\n")?.as_str(), "أول\nثان\nثالث\nرابع");
        Ok(())
    }

    #[test]
    fn nothing_visible_is_nothing() {
        for blank in ["", "  ", "\u{200F}\u{200B}", "\r\n"] {
            assert_eq!(Line::parse(blank), Err(Invalid::Missing));
            assert_eq!(optional::<Line>(blank), Ok(None));
        }
        assert_eq!(optional::<Line>("مكة"), Line::parse("مكة").map(Some));
        assert_eq!(optional::<Line>("مكة\u{202E}"), Err(Invalid::NotText));
    }

    #[test]
    fn characters_are_counted_not_bytes() {
        assert!(Line::parse("ممممممممممم😀").is_ok());
        assert_eq!(Line::parse("ممممممممممممم"), Err(Invalid::TooLong { max: 12 }));
        assert!(LongText::parse(&"م\r\n".repeat(2_000)).is_ok());
    }

    #[test]
    fn hidden_and_reversing_characters_are_refused() {
        for hidden in ["a\u{0}b", "a\u{1B}b", "a\u{202E}b", "\u{2066}ab", "a\u{7F}b"] {
            assert_eq!(Line::parse(hidden), Err(Invalid::NotText), "{hidden:?}");
        }
        for hidden in ["a\u{0}b", "a\u{1B}[31m", "a\u{202E}b", "a\u{2069}b"] {
            assert_eq!(LongText::parse(hidden), Err(Invalid::NotText), "{hidden:?}");
        }
    }

    #[test]
    fn a_flood_is_refused_at_once() {
        let flood = "م".repeat(1_000_000);
        let start = Instant::now();
        for _ in 0..100 {
            assert_eq!(Line::parse(&flood), Err(Invalid::TooLong { max: 12 }));
            assert_eq!(LongText::parse(&flood), Err(Invalid::TooLong { max: LongText::MAX }));
        }
        assert!(start.elapsed() < Duration::from_millis(200), "two hundred floods took {:?}", start.elapsed());
    }

    proptest! {
        #[test]
        fn parsing_what_is_shown_changes_nothing(raw in "[\\PC\r\n\t]{0,40}") {
            if let Ok(text) = LongText::parse(&raw) {
                prop_assert_eq!(LongText::parse(&text.to_string())?, text.clone());
                prop_assert_eq!(serde_json::from_str::<LongText>(&serde_json::to_string(&text)?)?, text);
            }
            if let Ok(text) = Line::parse(&raw) {
                prop_assert!(text.as_str().chars().count() <= 12);
                prop_assert_eq!(Line::parse(text.as_str())?, text);
            }
        }
    }
}

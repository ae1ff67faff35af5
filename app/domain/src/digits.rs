//! Digits as people type them: Arabic, Persian or Western, with spaces, dashes and invisible marks between.

use std::borrow::Cow;

use crate::invalid::Invalid;

/// More significant characters than any number written by a person has; the rest is not even read.
const LONGEST: usize = 64;

/// Turns Arabic-Indic (U+0660–0669) and Persian (U+06F0–06F9) digits into 0–9 and leaves the rest alone.
pub fn to_western(text: &str) -> Cow<'_, str> {
    if text.chars().any(|c| western(c) != c) {
        Cow::Owned(text.chars().map(western).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// A whole number from `min` to `max`, in any digits, with an optional sign.
pub fn parse_integer(raw: &str, min: i64, max: i64) -> Result<i64, Invalid> {
    let text: String = bounded(raw.chars().filter(|&c| !c.is_whitespace() && !is_invisible(c)));
    if text.is_empty() {
        return Err(Invalid::Missing);
    }
    let unsigned = text.strip_prefix(['-', '\u{2212}']);
    let digits = unsigned.or_else(|| text.strip_prefix('+')).unwrap_or(&text);
    if digits.is_empty() || !all_digits(digits) {
        return Err(Invalid::Number);
    }
    let sign = if unsigned.is_some() { "-" } else { "" };
    format!("{sign}{digits}")
        .parse()
        .ok()
        .filter(|number| (min..=max).contains(number))
        .ok_or(Invalid::NumberRange { min, max })
}

/// The characters of a number that matter: Western digits, letters and signs, without spaces, dashes, dots,
/// brackets and invisible marks. What is longer than any number is cut, and so stays too long.
pub(crate) fn compact(raw: &str) -> String {
    bounded(raw.chars().filter(|&c| !is_separator(c)))
}

/// `len` digits and nothing else, after [`compact`].
pub(crate) fn exactly(raw: &str, len: usize, otherwise: Invalid) -> Result<String, Invalid> {
    let digits = compact(raw);
    if digits.is_empty() {
        Err(Invalid::Missing)
    } else if digits.len() == len && all_digits(&digits) {
        Ok(digits)
    } else {
        Err(otherwise)
    }
}

/// Only 0–9.
pub(crate) fn all_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// Marks that steer direction or joining and show nothing: pasted phone numbers and IBANs carry them.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200B}'..='\u{200F}' | '\u{061C}' | '\u{FEFF}' | '\u{00AD}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}' | '\u{2066}'..='\u{2069}'
    )
}

/// Hyphens and dashes of every length, and the minus sign.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || is_invisible(c) || is_dash(c) || matches!(c, '.' | '(' | ')' | '_')
}

fn bounded(chars: impl Iterator<Item = char>) -> String {
    chars.take(LONGEST + 1).map(western).collect()
}

/// A digit of any script as 0–9; anything else as it is.
pub(crate) fn western(c: char) -> char {
    let zero = match c {
        '\u{0660}'..='\u{0669}' => 0x0660,
        '\u{06F0}'..='\u{06F9}' => 0x06F0,
        _ => return c,
    };
    char::from_digit(u32::from(c) - zero, 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn digits_of_every_script_become_western() {
        assert_eq!(to_western("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹"), "0123456789 0123456789");
        assert!(matches!(to_western("شارع 12"), Cow::Borrowed("شارع 12")));
    }

    #[test]
    fn compact_drops_what_only_separates() {
        assert_eq!(compact("\u{202A}+٩٦٦ (50) 123-4567\u{202C}"), "+966501234567");
        assert_eq!(compact(" \u{200F} – "), "");
    }

    #[test]
    fn a_flood_of_digits_is_cut() {
        assert_eq!(compact(&"7".repeat(2_000_000)).len(), LONGEST + 1);
    }

    #[test]
    fn whole_numbers_keep_to_their_range() {
        let range = Invalid::NumberRange { min: 0, max: 20 };
        assert_eq!(parse_integer(" ٧ ", 0, 20), Ok(7));
        assert_eq!(parse_integer("-3", -5, 20), Ok(-3));
        assert_eq!(parse_integer("+3", 0, 20), Ok(3));
        assert_eq!(parse_integer("", 0, 20), Err(Invalid::Missing));
        assert_eq!(parse_integer("-3", 0, 20), Err(range.clone()));
        assert_eq!(parse_integer(&"9".repeat(70), 0, 20), Err(range));
        for wrong in ["ثلاثة", "3.5", "-", "--3", "+-3"] {
            assert_eq!(parse_integer(wrong, 0, 20), Err(Invalid::Number), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn to_western_leaves_no_foreign_digit(text in ".*") {
            let western = to_western(&text);
            prop_assert_eq!(to_western(&western), western.as_ref());
            prop_assert_eq!(western.chars().count(), text.chars().count());
        }

        #[test]
        fn integers_come_back_in_arabic_digits(number in any::<i32>()) {
            let typed: String = number.to_string().chars()
                .map(|c| c.to_digit(10).and_then(|d| char::from_u32(0x0660 + d)).unwrap_or(c))
                .collect();
            prop_assert_eq!(parse_integer(&typed, i64::MIN, i64::MAX), Ok(i64::from(number)));
        }
    }
}

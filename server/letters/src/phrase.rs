//! A run of text as it goes to the template: harmless, printable, and with its own direction.

use serde::Serialize;

use crate::press::Press;

/// Letters beyond which a word without a space is given places to break.
const LONGEST_WORD: usize = 32;
const BREAK_HERE: char = '\u{200B}';
/// Keeps Persian and Urdu letters apart; shown as nothing.
const NON_JOINER: char = '\u{200C}';
/// Stands where the letter's fonts have no drawing.
const UNKNOWN: char = '◊';

/// Words and whether they run left to right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Phrase {
    words: String,
    ltr: bool,
}

impl Phrase {
    /// Text from outside, on one line: without control characters and direction marks, every character drawable.
    pub(crate) fn typed(press: &Press, raw: &str) -> Self {
        let words = clean(raw, |c| press.draws(c));
        let ltr = runs_left_to_right(&words);
        Self { words, ltr }
    }

    /// Text from outside that may have several lines; the empty ones are dropped.
    pub(crate) fn lines(press: &Press, raw: &str) -> Vec<Self> {
        raw.lines().map(|line| Self::typed(press, line)).filter(|line| !line.is_empty()).collect()
    }

    /// The association's own words, from the locale files.
    pub(crate) fn own(words: impl Into<String>) -> Self {
        let words = words.into();
        let ltr = runs_left_to_right(&words);
        Self { words, ltr }
    }

    pub(crate) fn into_words(self) -> String {
        self.words
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// The first letter decides; numbers alone run left to right.
fn runs_left_to_right(words: &str) -> bool {
    !words.chars().find(|c| c.is_alphabetic()).is_some_and(is_arabic)
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
}

/// Characters that have no drawing of their own: joiners, direction marks, selectors, byte-order marks.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180B}'..='\u{180F}' | '\u{200B}' | '\u{200D}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

fn clean(raw: &str, draws: impl Fn(char) -> bool) -> String {
    let mut words = String::with_capacity(raw.len());
    let mut unbroken = 0;
    for c in raw.chars() {
        if c.is_whitespace() {
            if !words.is_empty() && !words.ends_with(' ') {
                words.push(' ');
            }
            unbroken = 0;
        } else if !c.is_control() && !is_invisible(c) {
            if unbroken == LONGEST_WORD {
                words.push(BREAK_HERE);
                unbroken = 0;
            }
            unbroken += 1;
            if draws(c) || c == NON_JOINER {
                words.push(c);
            } else if !words.ends_with(UNKNOWN) {
                words.push(UNKNOWN);
            }
        }
    }
    words.truncate(words.trim_end().len());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(raw: &str) -> String {
        clean(raw, |_| true)
    }

    #[test]
    fn direction_overrides_and_controls_are_dropped() {
        assert_eq!(all("نورة\u{202E} gpj.exe\u{2066}\u{0007}"), "نورة gpj.exe");
        assert_eq!(all("a\u{200B}b\u{FEFF}"), "ab");
    }

    #[test]
    fn white_space_collapses() {
        assert_eq!(all("  a \t\u{00A0}\n b "), "a b");
        assert_eq!(all(" \n "), "");
    }

    #[test]
    fn tashkeel_and_markup_characters_stay() {
        assert_eq!(all("مُحَمَّد #read(\"x\") *a* </script>"), "مُحَمَّد #read(\"x\") *a* </script>");
    }

    #[test]
    fn a_run_of_unknown_characters_becomes_one_mark() {
        assert_eq!(clean("a漢字b", |c| c.is_ascii()), "a◊b");
    }

    #[test]
    fn a_word_without_spaces_may_break() {
        let words = all(&"x".repeat(100));
        assert_eq!(words.matches(BREAK_HERE).count(), 3);
        assert_eq!(all(&"xxxx ".repeat(100)).matches(BREAK_HERE).count(), 0);
    }

    #[test]
    fn the_first_letter_gives_the_direction() {
        assert!(!runs_left_to_right("15 رمضان"));
        assert!(runs_left_to_right("2170"));
        assert!(runs_left_to_right("K7M-P4R-X9T"));
    }
}

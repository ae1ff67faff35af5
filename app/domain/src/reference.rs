//! Reference numbers that people read out over the phone.

use crate::digits;
use crate::invalid::{Invalid, canonical_string, shown_as_stored};

/// Digits and letters that are not taken for one another on paper or by ear: none of 0 O 1 I L 5 S 8 B 2 Z U V.
/// There are twenty-three, a prime number, which is what makes the check find every slip.
pub(crate) const ALPHABET: &[u8; 23] = b"34679ACDEFGHJKMNPQRTWXY";

/// The number of characters, the check character included.
const LENGTH: usize = 9;

/// A reference number: eight random characters and a check character, written in threes. One wrong character, or two
/// that changed places, is always found. It names a request and is no secret: it opens nothing by itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference(String);

impl Reference {
    /// A number from sixteen random bytes, two for each of the eight characters.
    pub fn from_entropy(entropy: [u8; 16]) -> Self {
        let (pairs, _) = entropy.as_chunks::<2>();
        let mut values: Vec<usize> =
            pairs.iter().map(|&pair| usize::from(u16::from_be_bytes(pair)) % ALPHABET.len()).collect();
        // The check character weighs 1, so it is what the others lack.
        values.push((ALPHABET.len() - weighted_sum(&values) % ALPHABET.len()) % ALPHABET.len());
        Self(shown(&values))
    }

    /// Accepts lower case, and hyphens and spaces anywhere.
    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        let typed = digits::compact(raw);
        if typed.is_empty() {
            return Err(Invalid::Missing);
        }
        let values: Option<Vec<usize>> = typed.bytes().map(value).collect();
        match values {
            Some(values) if values.len() == LENGTH && weighted_sum(&values).is_multiple_of(ALPHABET.len()) => {
                Ok(Self(shown(&values)))
            }
            _ => Err(Invalid::Reference),
        }
    }
}

shown_as_stored!(Reference);
canonical_string!(Reference);

/// Weights 9, 8, … 1. They and their differences are no multiples of 23, so neither one substitution nor one
/// transposition can leave the sum a multiple of 23.
fn weighted_sum(values: &[usize]) -> usize {
    values.iter().zip((1..=LENGTH).rev()).map(|(value, weight)| value * weight).sum()
}

fn value(byte: u8) -> Option<usize> {
    ALPHABET.iter().position(|&letter| letter == byte.to_ascii_uppercase())
}

fn shown(values: &[usize]) -> String {
    let groups: Vec<String> =
        values.chunks(3).map(|group| group.iter().map(|&value| char::from(ALPHABET[value])).collect()).collect();
    groups.join("-")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bare(reference: &Reference) -> Vec<char> {
        reference.as_str().chars().filter(|&c| c != '-').collect()
    }

    #[test]
    fn look_alikes_are_left_out() {
        assert!(b"0O1IL5S8B2ZUV".iter().all(|look_alike| !ALPHABET.contains(look_alike)));
    }

    #[test]
    fn is_shown_in_threes() {
        insta::assert_snapshot!(Reference::from_entropy([0; 16]), @"333-333-333");
        insta::assert_snapshot!(Reference::from_entropy(std::array::from_fn(|i| [7, 91, 130, 244][i % 4])), @"WKW-KWK-WKT");
    }

    #[test]
    fn refuses_what_no_reference_is() {
        assert_eq!(Reference::parse(" - "), Err(Invalid::Missing));
        for wrong in ["333-333-33", "333-333-3333", "333-333-330", "ثلاثة", "333-333-33é"] {
            assert_eq!(Reference::parse(wrong), Err(Invalid::Reference), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn parsing_what_is_shown_changes_nothing(entropy in any::<[u8; 16]>()) {
            let reference = Reference::from_entropy(entropy);
            prop_assert_eq!(Reference::parse(reference.as_str())?, reference.clone());
            let typed: String = bare(&reference).iter().flat_map(|c| [c.to_ascii_lowercase(), ' ']).collect();
            prop_assert_eq!(Reference::parse(&typed)?, reference.clone());
            prop_assert_eq!(serde_json::from_str::<Reference>(&serde_json::to_string(&reference)?)?, reference);
        }

        #[test]
        fn one_wrong_character_is_always_found(entropy in any::<[u8; 16]>()) {
            let right = bare(&Reference::from_entropy(entropy));
            for at in 0..LENGTH {
                for &letter in ALPHABET {
                    let mut typed = right.clone();
                    typed[at] = char::from(letter);
                    let parsed = Reference::parse(&typed.iter().collect::<String>());
                    prop_assert_eq!(parsed.is_ok(), typed == right);
                }
            }
        }

        #[test]
        fn two_characters_that_changed_places_are_always_found(entropy in any::<[u8; 16]>()) {
            let right = bare(&Reference::from_entropy(entropy));
            for first in 0..LENGTH {
                for second in first + 1..LENGTH {
                    let mut typed = right.clone();
                    typed.swap(first, second);
                    let parsed = Reference::parse(&typed.iter().collect::<String>());
                    prop_assert_eq!(parsed.is_ok(), typed == right);
                }
            }
        }

        #[test]
        fn never_panics(raw in ".*") {
            let _ = Reference::parse(&raw);
        }
    }
}

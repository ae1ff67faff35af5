//! The Saudi national ID and the resident's iqama.

use serde::{Deserialize, Serialize};

use crate::digits;
use crate::invalid::{Invalid, canonical_string, masked_in_debug, shown_as_stored};

/// Ten digits: the first tells citizen (1) from resident (2), the last closes a Luhn sum over all ten.
/// `Debug` shows it masked.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NationalId(String);

/// Whose number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NationalIdKind {
    /// A Saudi citizen's national ID (begins with 1).
    Citizen,
    /// A resident's iqama (begins with 2).
    Resident,
}

impl NationalId {
    /// Accepts Arabic digits, spaces and dashes.
    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        let number = digits::exactly(raw, 10, Invalid::NationalIdLength)?;
        if !number.starts_with(['1', '2']) {
            Err(Invalid::NationalIdKind)
        } else if luhn_sum(&number).is_multiple_of(10) {
            Ok(Self(number))
        } else {
            Err(Invalid::NationalIdChecksum)
        }
    }

    /// Citizen or resident.
    pub fn kind(&self) -> NationalIdKind {
        if self.0.starts_with('1') { NationalIdKind::Citizen } else { NationalIdKind::Resident }
    }

    /// The first digit and the last four: `1•••••9940`.
    pub fn masked(&self) -> String {
        format!("{}•••••{}", &self.0[..1], &self.0[6..])
    }
}

shown_as_stored!(NationalId);
canonical_string!(NationalId);
masked_in_debug!(NationalId);

/// Doubles the first, third, … digit and adds the digits of the results.
fn luhn_sum(number: &str) -> u32 {
    number
        .chars()
        .filter_map(|c| c.to_digit(10))
        .enumerate()
        .map(|(i, digit)| match (i % 2, digit * 2) {
            (0, doubled @ 10..) => doubled - 9,
            (0, doubled) => doubled,
            _ => digit,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Any valid number.
    fn valid() -> impl Strategy<Value = String> {
        "[12][0-9]{8}".prop_map(|nine| {
            let open = luhn_sum(&nine) % 10;
            format!("{nine}{}", (10 - open) % 10)
        })
    }

    #[test]
    fn takes_the_known_samples() {
        for sample in ["1058529940", "1001244019", "1101798278"] {
            let id = NationalId::parse(sample);
            assert_eq!(id.map(|id| (id.to_string(), id.kind())), Ok((sample.to_owned(), NationalIdKind::Citizen)));
        }
    }

    #[test]
    fn takes_arabic_digits_and_spaces() {
        let typed = NationalId::parse("١٠٥٨ ٥٢٩ ٩٤٠");
        assert_eq!(typed, NationalId::parse("1058529940"));
        assert_eq!(typed.map(|id| id.masked()), Ok("1•••••9940".to_owned()));
    }

    #[test]
    fn says_what_is_wrong() {
        let refused = |raw: &str| NationalId::parse(raw).err();
        assert_eq!(refused("  "), Some(Invalid::Missing));
        assert_eq!(refused("105852994"), Some(Invalid::NationalIdLength));
        assert_eq!(refused("10585299400"), Some(Invalid::NationalIdLength));
        assert_eq!(refused("105852994x"), Some(Invalid::NationalIdLength));
        assert_eq!(refused("3058529940"), Some(Invalid::NationalIdKind));
        assert_eq!(refused("1012345678"), Some(Invalid::NationalIdChecksum));
    }

    proptest! {
        #[test]
        fn parsing_what_is_shown_changes_nothing(number in valid()) {
            let id = NationalId::parse(&number)?;
            prop_assert_eq!(NationalId::parse(&id.to_string())?, id.clone());
            prop_assert_eq!(serde_json::from_str::<NationalId>(&serde_json::to_string(&id)?)?, id);
        }

        #[test]
        fn one_wrong_digit_is_always_found(number in valid(), at in 0_usize..10, digit in 0_u32..10) {
            let changed: String = number.chars().enumerate()
                .map(|(i, c)| if i == at { char::from_digit(digit, 10).unwrap_or(c) } else { c })
                .collect();
            prop_assert_eq!(NationalId::parse(&changed).is_ok(), changed == number);
        }

        #[test]
        fn debug_hides_the_middle(number in valid()) {
            let id = NationalId::parse(&number)?;
            prop_assert_eq!(format!("{id:?}"), format!("NationalId({}•••••{})", &number[..1], &number[6..]));
        }

        #[test]
        fn never_panics(raw in ".*") {
            let _ = NationalId::parse(&raw);
        }
    }
}

//! The Saudi national address.

use serde::{Deserialize, Serialize};

use crate::digits;
use crate::invalid::{Invalid, canonical_string, shown_as_stored};
use crate::text::{self, ShortText};

/// A place name of an address: at most sixty characters.
pub type PlaceName = ShortText<60>;

/// The number of a flat or office inside a building, such as `55` or `A-12`.
pub type Unit = ShortText<12>;

/// A full national address.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NationalAddress {
    pub building: BuildingNumber,
    pub street: PlaceName,
    pub district: PlaceName,
    pub city: PlaceName,
    pub postal: PostalCode,
    pub secondary: SecondaryNumber,
    pub unit: Option<Unit>,
    pub short: Option<ShortAddress>,
}

/// The optional unit of an address, its digits made Western.
pub fn unit(raw: &str) -> Result<Option<Unit>, Invalid> {
    text::optional(&digits::to_western(raw))
}

/// Declares a code of a fixed number of digits.
macro_rules! digit_code {
    ($(#[$doc:meta])* $name:ident, $length:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Accepts any digits, with spaces between.
            pub fn parse(raw: &str) -> Result<Self, Invalid> {
                digits::exactly(raw, $length, Invalid::$name).map(Self)
            }
        }

        shown_as_stored!($name);
        canonical_string!($name);
    };
}

digit_code!(
    /// The four digits of a building.
    BuildingNumber,
    4
);
digit_code!(
    /// The five digits of a postal area.
    PostalCode,
    5
);
digit_code!(
    /// The four digits that place a building inside its block.
    SecondaryNumber,
    4
);

/// The short form of a national address: four Latin letters and four digits (`RRRD2929`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShortAddress(String);

impl ShortAddress {
    /// Accepts lower case, spaces and any digits.
    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        let typed = digits::compact(raw).to_ascii_uppercase();
        if typed.is_empty() {
            return Err(Invalid::Missing);
        }
        match typed.split_at_checked(4) {
            Some((letters, number))
                if letters.bytes().all(|b| b.is_ascii_uppercase())
                    && number.len() == 4
                    && digits::all_digits(number) =>
            {
                Ok(Self(typed))
            }
            _ => Err(Invalid::ShortAddress),
        }
    }
}

shown_as_stored!(ShortAddress);
canonical_string!(ShortAddress);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn short_addresses_are_four_letters_and_four_digits() {
        for typed in ["RRRD2929", "rrrd 2929", "RRRD-٢٩٢٩"] {
            assert_eq!(ShortAddress::parse(typed).map(|short| short.to_string()), Ok("RRRD2929".to_owned()));
        }
        assert_eq!(ShortAddress::parse(""), Err(Invalid::Missing));
        for typed in ["RRRD292", "RRRD29299", "RR2D2929", "2929RRRD", "ررررد2929", "RRR", "éééé2929", "abé29290"]
        {
            assert_eq!(ShortAddress::parse(typed), Err(Invalid::ShortAddress), "{typed}");
        }
    }

    #[test]
    fn codes_have_their_number_of_digits() {
        assert_eq!(BuildingNumber::parse("٣٢٠٢").map(|code| code.to_string()), Ok("3202".to_owned()));
        assert_eq!(BuildingNumber::parse("32022"), Err(Invalid::BuildingNumber));
        assert_eq!(PostalCode::parse("2423"), Err(Invalid::PostalCode));
        assert_eq!(SecondaryNumber::parse("68b1"), Err(Invalid::SecondaryNumber));
        assert_eq!(PostalCode::parse(" "), Err(Invalid::Missing));
    }

    #[test]
    fn the_unit_may_be_left_out() {
        assert_eq!(unit("  "), Ok(None));
        assert_eq!(unit("٥٥").map(|unit| unit.map(|unit| unit.to_string())), Ok(Some("55".to_owned())));
        assert_eq!(unit("الدور الأرضي الأيمن"), Err(Invalid::TooLong { max: 12 }));
    }

    #[test]
    fn an_address_is_read_with_every_part_checked() {
        let address = |postal: &str| {
            serde_json::from_value::<NationalAddress>(serde_json::json!({
                "building": "3202", "street": "شارع السلام", "district": "حي الملك فهد", "city": "مكة المكرمة",
                "postal": postal, "secondary": "6801", "unit": "55", "short": null,
            }))
        };
        assert!(address("24231").is_ok());
        assert_eq!(address("2423").map_err(|error| error.to_string()), Err("not a postal code".to_owned()));
    }

    proptest! {
        #[test]
        fn parsing_what_is_shown_changes_nothing(short in "[A-Z]{4}[0-9]{4}", postal in "[0-9]{5}") {
            prop_assert_eq!(ShortAddress::parse(&short)?.to_string(), short);
            prop_assert_eq!(PostalCode::parse(&postal)?.to_string(), postal);
        }

        #[test]
        fn never_panics(raw in ".*") {
            let _ = ShortAddress::parse(&raw);
        }
    }
}

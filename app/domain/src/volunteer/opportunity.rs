//! What volunteers are looked for.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::invalid::{Invalid, canonical_string, shown_as_stored};
use crate::programme::Bilingual;

/// What somebody can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Skill {
    Packing,
    Driving,
    Reception,
    Teaching,
    Health,
    Cooking,
    Maintenance,
    Computing,
    Design,
    Photography,
}

impl Skill {
    pub const ALL: [Self; 10] = [
        Self::Packing,
        Self::Driving,
        Self::Reception,
        Self::Teaching,
        Self::Health,
        Self::Cooking,
        Self::Maintenance,
        Self::Computing,
        Self::Design,
        Self::Photography,
    ];
}

/// A language somebody speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tongue {
    Arabic,
    English,
    Urdu,
    Hausa,
    Burmese,
    Indonesian,
    Sign,
}

impl Tongue {
    pub const ALL: [Self; 7] =
        [Self::Arabic, Self::English, Self::Urdu, Self::Hausa, Self::Burmese, Self::Indonesian, Self::Sign];
}

/// Whom an opportunity is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    Everyone,
    Women,
    Men,
}

impl Audience {
    pub const ALL: [Self; 3] = [Self::Everyone, Self::Women, Self::Men];
}

/// Something to volunteer for. Its shifts are kept beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opportunity {
    pub slug: Slug,
    pub title: Bilingual,
    /// What one does there, for the reader who decides.
    pub work: Bilingual,
    pub place: Bilingual,
    pub audience: Audience,
    pub skills: BTreeSet<Skill>,
    /// Volunteers looked for in all.
    pub wanted: u16,
    /// Shown to everybody, and takes applications.
    pub open: bool,
}

impl Opportunity {
    /// The most volunteers one opportunity may look for.
    pub const MOST: u16 = 500;
    /// The most characters of a title or a place.
    pub const LINE: usize = 90;
}

/// The part of an address that names an opportunity: lower-case Latin letters and digits between single hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

impl Slug {
    const LONGEST: usize = 60;
    /// Pages that stand beside the opportunities.
    const PAGES: [&'static str; 3] = ["mine", "sign-in", "new"];

    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        let plain = raw.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let whole = !raw.is_empty() && raw.len() <= Self::LONGEST && raw.split('-').all(|word| !word.is_empty());
        if plain && whole && !Self::PAGES.contains(&raw) { Ok(Self(raw.to_owned())) } else { Err(Invalid::Choice) }
    }

    /// The address of an English title; the number keeps equal titles apart.
    pub fn of_title(title: &str, number: i64) -> Self {
        let lower = title.to_ascii_lowercase();
        let words = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let mut slug = String::new();
        for word in words {
            if slug.len() + word.len() > Self::LONGEST - 24 {
                break;
            }
            slug.push_str(word);
            slug.push('-');
        }
        Self(format!("{slug}{number}"))
    }
}

shown_as_stored!(Slug);
canonical_string!(Slug);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_title_becomes_an_address() {
        assert_eq!(Slug::of_title("Food baskets: packing & sorting", 3).as_str(), "food-baskets-packing-sorting-3");
        assert_eq!(Slug::of_title("تعبئة السلال", 4).as_str(), "4");
    }

    #[test]
    fn pages_beside_the_opportunities_are_no_opportunities() {
        for wrong in ["mine", "sign-in", "", "-", "a--b", "A", "a/b", "ا"] {
            assert!(Slug::parse(wrong).is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn every_title_has_a_valid_address(title in ".*", number in 1i64..) {
            let slug = Slug::of_title(&title, number);
            prop_assert_eq!(Slug::parse(slug.as_str()), Ok(slug));
        }
    }
}

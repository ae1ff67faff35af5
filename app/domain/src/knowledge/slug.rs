//! The end of an article's address.

use crate::invalid::{Invalid, canonical_string, shown_as_stored};

/// Words the addresses of the site need themselves.
const RESERVED: [&str; 1] = ["new"];

/// Lower-case Latin letters, digits and single hyphens between them; at most sixty characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

impl Slug {
    /// The most characters.
    pub const MAX: usize = 60;

    /// Trims and lowers.
    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        let slug = raw.trim();
        if slug.is_empty() {
            return Err(Invalid::Missing);
        }
        if slug.len() > Self::MAX {
            return Err(Invalid::TooLong { max: Self::MAX });
        }
        let slug = slug.to_ascii_lowercase();
        let part = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        if slug.split('-').all(part) && !RESERVED.contains(&slug.as_str()) {
            Ok(Self(slug))
        } else {
            Err(Invalid::Slug)
        }
    }
}

shown_as_stored!(Slug);
canonical_string!(Slug);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_can_be_read_aloud() {
        assert_eq!(Slug::parse(" How-Long ").map(|slug| slug.to_string()), Ok("how-long".to_owned()));
        assert_eq!(Slug::parse("a2"), Ok(Slug("a2".to_owned())));
        assert_eq!(Slug::parse(" "), Err(Invalid::Missing));
        assert_eq!(Slug::parse(&"a".repeat(61)), Err(Invalid::TooLong { max: 60 }));
        for wrong in ["new", "-a", "a-", "a--b", "a b", "a/b", "مدة", "..", "a.b"] {
            assert_eq!(Slug::parse(wrong), Err(Invalid::Slug), "{wrong}");
        }
    }
}

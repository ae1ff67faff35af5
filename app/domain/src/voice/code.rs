//! The secret with which somebody who did not sign in comes back to what they wrote.

use crate::{
    digits,
    invalid::{Invalid, canonical_string, shown_as_stored},
    reference::ALPHABET,
};

const LENGTH: usize = 8;

/// Eight characters that are not taken for one another, written `XXXX-XXXX`: 36 bits, tried a few times an hour. `Debug`
/// hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct FollowCode(String);

impl FollowCode {
    /// A code from sixteen random bytes, two for each character.
    pub fn from_entropy(entropy: [u8; 16]) -> Self {
        let (pairs, _) = entropy.as_chunks::<2>();
        let value = |pair: &[u8; 2]| usize::from(u16::from_be_bytes(*pair)) % ALPHABET.len();
        Self(shown(pairs.iter().map(|pair| char::from(ALPHABET[value(pair)]))))
    }

    /// Accepts lower case, and hyphens and spaces anywhere.
    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        let typed = digits::compact(raw).to_ascii_uppercase();
        if typed.is_empty() {
            return Err(Invalid::Missing);
        }
        let known = typed.len() == LENGTH && typed.bytes().all(|byte| ALPHABET.contains(&byte));
        if known { Ok(Self(shown(typed.chars()))) } else { Err(Invalid::FollowCode) }
    }
}

shown_as_stored!(FollowCode);
canonical_string!(FollowCode);

impl std::fmt::Debug for FollowCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FollowCode(…)")
    }
}

fn shown(letters: impl Iterator<Item = char>) -> String {
    let mut code: String = letters.collect();
    code.insert(LENGTH / 2, '-');
    code
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn refuses_what_no_code_is_and_hides_itself() {
        assert_eq!(FollowCode::parse(" "), Err(Invalid::Missing));
        for wrong in ["3333-333", "3333-33330", "3333-333O", "رمز"] {
            assert_eq!(FollowCode::parse(wrong), Err(Invalid::FollowCode), "{wrong}");
        }
        assert_eq!(format!("{:?}", FollowCode::from_entropy([0; 16])), "FollowCode(…)");
    }

    proptest! {
        #[test]
        fn is_read_however_it_is_typed(entropy in any::<[u8; 16]>()) {
            let code = FollowCode::from_entropy(entropy);
            let typed = code.as_str().to_lowercase().replace('-', " ");
            prop_assert_eq!(FollowCode::parse(&typed), Ok(code));
        }
    }
}

//! Recovery codes: for a member of staff who lost the phone with the authenticator app. Each opens once.

use domain::StaffId;
use store::Vault;
use subtle::ConstantTimeEq;

use crate::Ctx;

/// Codes given at enrolment.
const COUNT: usize = 8;
/// Letters of a code: forty-five bits.
const LENGTH: usize = 10;
/// The alphabet of reference numbers: no two look or sound alike.
const ALPHABET: &[u8; 23] = b"34679ACDEFGHJKMNPQRTWXY";

/// Fresh codes, as they are shown: `XXXXX-XXXXX`.
pub(super) fn codes(ctx: &Ctx) -> Vec<String> {
    (0..COUNT)
        .map(|_| {
            let pairs: [u8; 2 * LENGTH] = ctx.random();
            let (pairs, _) = pairs.as_chunks::<2>();
            let letters: String = pairs
                .iter()
                .map(|pair| char::from(ALPHABET[usize::from(u16::from_be_bytes(*pair)) % ALPHABET.len()]))
                .collect();
            format!("{}-{}", &letters[..LENGTH / 2], &letters[LENGTH / 2..])
        })
        .collect()
}

/// What is kept of a code; typing it in lower case or without the hyphen makes no difference.
pub(super) fn hash(vault: &Vault, id: StaffId, code: &str) -> String {
    let typed: String = code.chars().filter(char::is_ascii_alphanumeric).take(4 * LENGTH).collect();
    vault.code_hash(&format!("staff.recovery.{id}"), &typed.to_ascii_uppercase())
}

/// Which of the kept codes this is. All are compared, whichever it is.
pub(super) fn find(kept: &[String], hash: &str) -> Option<usize> {
    let alike = |kept: &String| bool::from(kept.as_bytes().ct_eq(hash.as_bytes()));
    kept.iter().enumerate().fold(None, |found, (at, kept)| if alike(kept) { Some(at) } else { found })
}

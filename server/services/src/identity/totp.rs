//! The authenticator app: six digits of a secret and of the time (RFC 6238), half a minute a step.

use std::fmt::Write as _;

use domain::{Invalid, Timestamp};
use qrcodegen::{QrCode, QrCodeEcc};
use serde::{Deserialize, Serialize};
use totp_rs::{Builder, Secret, Totp};

use super::recovery;
use crate::{Ctx, Error, Result};

/// The name under which an authenticator app lists the account.
const ISSUER: &str = "Wisal";

/// What is shown while the app is set up, once: kept sealed until the first code proves that it was.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Enrolling {
    /// Base32.
    pub(super) secret: String,
    pub(super) recovery: Vec<String>,
}

impl Enrolling {
    pub(super) fn new(ctx: &Ctx) -> Self {
        let secret = Secret::new_stack(ctx.random()).to_base32();
        Self { secret, recovery: recovery::codes(ctx) }
    }
}

impl std::fmt::Debug for Enrolling {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Enrolling(…)")
    }
}

/// The bytes of a secret as authenticator apps write it (base32, at least 128 bits); the field is `totp`.
pub fn secret_of(base32: &str) -> Result<Vec<u8>> {
    let wrong = || Error::field("totp", Invalid::Code);
    let secret = Secret::try_from_base32(base32).map_err(|_| wrong())?;
    totp("check", secret.as_bytes()).map_err(|_| wrong())?;
    Ok(secret.as_bytes().to_vec())
}

/// The code an authenticator app shows at a moment.
pub fn totp_now(secret: &[u8], now: Timestamp) -> Result<String> {
    Ok(totp("now", secret)?.generate(seconds(now)?).to_string())
}

/// The step a code belongs to, if it is one of now or its neighbours and later than the last one accepted: a code is
/// never taken twice.
pub(super) fn accept(secret: &[u8], last_step: Option<i64>, code: &str, now: Timestamp) -> Result<Option<i64>> {
    let step = totp("accept", secret)?.check(code, seconds(now)?);
    let step = step.and_then(|step| i64::try_from(step).ok());
    Ok(step.filter(|step| last_step.is_none_or(|last| *step > last)))
}

/// The address an authenticator app reads from the QR code.
pub(super) fn address(user_name: &str, secret: &[u8]) -> Result<String> {
    totp(user_name, secret)?.to_url().map_err(broken)
}

/// A QR code as the `d` of an SVG path, one unit a module, and its side in units, with the quiet zone around.
pub(super) fn qr(text: &str) -> Result<(String, i32)> {
    const QUIET: i32 = 4;
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(broken)?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in 0..code.size() {
            if code.get_module(x, y) {
                // Writing into a string cannot fail.
                let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
            }
        }
    }
    Ok((path, code.size() + 2 * QUIET))
}

/// SHA-1, six digits, thirty seconds, one step to either side: what every authenticator app understands.
fn totp(account: &str, secret: &[u8]) -> Result<Totp> {
    Builder::new()
        .with_secret(Secret::new(secret.into()))
        .with_account_name(account)
        .with_issuer(Some(ISSUER))
        .with_skew(1)
        .build()
        .map_err(broken)
}

fn seconds(now: Timestamp) -> Result<u64> {
    u64::try_from(now.timestamp()).map_err(broken)
}

fn broken(error: impl std::fmt::Display) -> Error {
    Error::Internal(format!("the authenticator secret cannot be used: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret and the moments of RFC 6238, appendix B, cut to six digits.
    const SECRET: &[u8] = b"12345678901234567890";

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_timestamp(seconds, 0).expect("a moment")
    }

    #[test]
    fn codes_are_those_of_the_standard() -> Result<()> {
        assert_eq!(totp_now(SECRET, at(59))?, "287082");
        assert_eq!(totp_now(SECRET, at(1_111_111_109))?, "081804");
        assert_eq!(totp_now(SECRET, at(20_000_000_000))?, "353130");
        Ok(())
    }

    #[test]
    fn a_step_to_either_side_is_taken_and_none_twice() -> Result<()> {
        let now = at(1_000_000_015);
        let step = now.timestamp() / 30;
        for (away, taken) in [(-60, None), (-30, Some(step - 1)), (0, Some(step)), (30, Some(step + 1)), (60, None)] {
            let code = totp_now(SECRET, now + domain::TimeDelta::seconds(away))?;
            assert_eq!(accept(SECRET, None, &code, now)?, taken, "{away}");
        }
        let code = totp_now(SECRET, now)?;
        assert_eq!(accept(SECRET, Some(step), &code, now)?, None);
        assert_eq!(accept(SECRET, Some(step - 1), &code, now)?, Some(step));
        Ok(())
    }

    #[test]
    fn secrets_are_read_in_base32_and_short_ones_refused() -> Result<()> {
        assert_eq!(secret_of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")?, SECRET);
        assert!(secret_of("GEZDGNBV").is_err());
        assert!(secret_of("not base32!").is_err());
        Ok(())
    }

    #[test]
    fn the_address_names_product_and_account() -> Result<()> {
        insta::assert_snapshot!(address("noura", SECRET)?, @"otpauth://totp/Wisal:noura?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Wisal");
        let (path, side) = qr("text")?;
        assert!(path.starts_with("M4 4h1v1h-1z") && side == 29);
        Ok(())
    }
}

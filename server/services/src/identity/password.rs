//! Passwords of staff: Argon2id, off the async threads, a few at a time because each takes 19 MiB.

use std::sync::LazyLock;

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use domain::Invalid;
use tokio::{
    sync::{Semaphore, SemaphorePermit},
    task::spawn_blocking,
};

use crate::{Ctx, Error, Result};

/// Fewest characters of a password.
pub const SHORTEST: usize = 12;
/// Most characters that are hashed at all.
pub const LONGEST: usize = 128;

/// Passwords hashed at the same time.
static SEATS: Semaphore = Semaphore::const_new(4);

/// Compared with where there is no account, so that an unknown user name takes as long as a wrong password.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash_now("nobody has this password", &[0; 16]).unwrap_or_default());

/// Is this long enough to be a password? The field is `password`.
pub(crate) fn check(password: &str) -> Result<()> {
    let length = password.chars().count();
    let why = if password.is_empty() {
        Invalid::Missing
    } else if length < SHORTEST {
        Invalid::TooShort { min: SHORTEST }
    } else if length > LONGEST {
        Invalid::TooLong { max: LONGEST }
    } else {
        return Ok(());
    };
    Err(Error::field("password", why))
}

/// The hash that is kept of a password.
pub(crate) async fn hash(ctx: &Ctx, password: &str) -> Result<String> {
    let (password, salt) = (password.to_owned(), ctx.random::<16>());
    let _seat = seat().await?;
    spawn_blocking(move || hash_now(&password, &salt)).await.map_err(failed)?
}

/// Is this the password? Without a hash (no such account) it never is, and takes as long to say so.
pub(super) async fn verify(password: &str, hash: Option<String>) -> Result<bool> {
    let password = password.to_owned();
    let _seat = seat().await?;
    spawn_blocking(move || {
        let nobody = NOBODY.as_str();
        let kept = PasswordHash::new(hash.as_deref().unwrap_or(nobody)).map_err(failed)?;
        let right = Argon2::default().verify_password(password.as_bytes(), &kept).is_ok();
        Ok(right && hash.is_some())
    })
    .await
    .map_err(failed)?
}

fn hash_now(password: &str, salt: &[u8; 16]) -> Result<String> {
    let hash: PasswordHash = Argon2::default().hash_password_with_salt(password.as_bytes(), salt).map_err(failed)?;
    Ok(hash.to_string())
}

async fn seat() -> Result<SemaphorePermit<'static>> {
    SEATS.acquire().await.map_err(failed)
}

fn failed(error: impl std::fmt::Display) -> Error {
    Error::Internal(format!("a password could not be hashed: {error}"))
}

//! One-time codes: six digits sent to a phone, kept as a keyed hash, with five tries.
//!
//! Redeeming takes two steps, so that a wrong try is counted even though nothing else happens: [`attempt`] counts and
//! compares in a write of its own, and gives an [`Attempt`] that [`redeem`] spends inside the business transaction.
//!
//! ```text
//! let attempt = codes::attempt(ctx, Purpose::Receipt, reference.as_str(), code).await?;   // after asking for rights
//! ctx.db().write(move |tx| Box::pin(async move {
//!     let facts = codes::redeem(&ctx2, tx, &attempt).await?;
//!     …
//! })).await
//! ```

use domain::{Invalid, Mobile, TimeDelta};
use serde_json::Value;
use store::{Source, Tx, codes::NewCode};
use subtle::ConstantTimeEq;

use super::limits::{self, Limit};
use crate::{Ctx, Error, Result};

/// Tries of one code; after the last wrong one a new code is needed.
pub const TRIES: u8 = 5;
/// How long a code for signing in, tracking or signing an application is valid.
pub const SHORT: TimeDelta = TimeDelta::minutes(5);
/// How long the code that confirms a delivery is valid (H7).
pub const DELIVERY: TimeDelta = TimeDelta::days(30);

/// Digits of a code.
const LENGTH: usize = 6;

/// What a code opens. A code sent for one purpose is worthless for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Signing in as a beneficiary; the subject is the half-finished sign-in.
    SignIn,
    /// Following one request; the subject is the half-finished sign-in.
    Track,
    /// Applying for another person; the subject is the half-finished step.
    Represent,
    /// Coming in as a volunteer, or joining; the subject is the half-finished sign-in.
    Volunteer,
    /// The authenticator app or a recovery code of staff: no code is sent, only tries are counted.
    StaffCode,
    /// Signing an application (H4); the subject names the request and the hash of its answers.
    Sign,
    /// Confirming a delivery (H7); the subject is the request's reference.
    Receipt,
}

impl Purpose {
    fn slug(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Track => "track",
            Self::Represent => "represent",
            Self::Volunteer => "volunteer",
            Self::StaffCode => "staff_code",
            Self::Sign => "sign",
            Self::Receipt => "receipt",
        }
    }
}

/// A code that was right when it was tried; [`redeem`] spends it.
#[derive(Debug)]
pub struct Attempt {
    id: i64,
    facts: Value,
}

/// Makes a code and keeps its hash. Earlier codes of the same purpose and subject are void. The caller puts it into a
/// message of the same transaction and forgets it.
pub async fn issue(
    ctx: &Ctx,
    tx: &Tx,
    purpose: Purpose,
    subject: &str,
    facts: Value,
    ttl: TimeDelta,
) -> Result<String> {
    let code = digits(ctx.random());
    keep(ctx, tx, purpose, subject, &code, facts, ttl).await?;
    Ok(code)
}

/// Keeps tries for a code that nobody was sent: it looks like any other and is never right.
pub(super) async fn issue_to_nobody(ctx: &Ctx, tx: &Tx, purpose: Purpose, subject: &str, ttl: TimeDelta) -> Result<()> {
    keep(ctx, tx, purpose, subject, &ctx.token(32), Value::Null, ttl).await
}

/// Tries a code: counted and compared in a write of its own. Ask for the caller's rights before, or a stranger could
/// use up somebody's tries. Wrong: [`Invalid::CodeWrong`] with the tries left; none left, expired, replaced or
/// spent: [`Invalid::CodeExpired`]; not six digits: [`Invalid::Code`], which costs no try. The field is `code`.
pub async fn attempt(ctx: &Ctx, purpose: Purpose, subject: &str, code: &str) -> Result<Attempt> {
    let code = parse(code).map_err(|why| Error::field("code", why))?;
    match count(ctx, purpose, subject, Some(code)).await? {
        Counted::Right(attempt) => Ok(attempt),
        Counted::Wrong { left } => Err(Error::field("code", wrong(left, |left| Invalid::CodeWrong { left }))),
        Counted::Gone => Err(Error::field("code", Invalid::CodeExpired)),
    }
}

/// Spends a code that was right, in the transaction of what it allows, and gives the facts it was issued with.
pub async fn redeem(ctx: &Ctx, tx: &Tx, attempt: &Attempt) -> Result<Value> {
    store::codes::mark_used(tx, attempt.id, ctx.now()).await?;
    Ok(attempt.facts.clone())
}

/// Counts a message with a code to this number: at most six an hour a number, and a hundred an hour from one address.
/// In a write of its own; call it before issuing a code at somebody's wish.
pub async fn allow_sending(ctx: &Ctx, mobile: &Mobile) -> Result<()> {
    limits::take(ctx, vec![Limit::sms(mobile.as_str())].into_iter().chain(Limit::address(ctx, "sms", 100)).collect())
        .await
}

/// What became of a counted try.
pub(super) enum Counted {
    Right(Attempt),
    Wrong {
        left: u8,
    },
    /// Expired, replaced, spent, or out of tries.
    Gone,
}

/// Counts a try, and compares when there is something to compare with the kept hash.
pub(super) async fn count(ctx: &Ctx, purpose: Purpose, subject: &str, code: Option<String>) -> Result<Counted> {
    let subject = subject_index(ctx.db(), purpose, subject);
    let now = ctx.now();
    ctx.db()
        .write(move |tx| {
            Box::pin(async move {
                let Some(kept) = store::codes::latest_open(tx, purpose.slug(), &subject, now).await? else {
                    return Ok(Counted::Gone);
                };
                let tries = store::codes::count_try(tx, kept.id).await?;
                let Some(left) = i64::from(TRIES).checked_sub(tries).and_then(|left| u8::try_from(left).ok()) else {
                    return Ok(Counted::Gone);
                };
                let attempt = Attempt { id: kept.id, facts: kept.facts };
                let Some(code) = code else { return Ok(Counted::Wrong { left }) };
                let hash = tx.vault().code_hash(&scope(purpose, &subject), &code);
                let right = bool::from(hash.as_bytes().ct_eq(kept.code_hash.as_bytes()));
                Ok(if right { Counted::Right(attempt) } else { Counted::Wrong { left } })
            })
        })
        .await
}

/// A wrong try; the last one ends the code.
pub(super) fn wrong(left: u8, why: impl FnOnce(u8) -> Invalid) -> Invalid {
    if left == 0 { Invalid::CodeExpired } else { why(left) }
}

async fn keep(
    ctx: &Ctx,
    tx: &Tx,
    purpose: Purpose,
    subject: &str,
    code: &str,
    facts: Value,
    ttl: TimeDelta,
) -> Result<()> {
    let subject_index = subject_index(tx, purpose, subject);
    let new = NewCode {
        code_hash: tx.vault().code_hash(&scope(purpose, &subject_index), code),
        purpose: purpose.slug().to_owned(),
        subject_index,
        facts,
        created_at: ctx.now(),
        expires_at: ctx.now() + ttl,
    };
    store::codes::insert(tx, &new).await?;
    Ok(())
}

fn subject_index(source: &impl Source, purpose: Purpose, subject: &str) -> String {
    source.vault().blind_index(&format!("one_time_code.{}", purpose.slug()), subject)
}

fn scope(purpose: Purpose, subject_index: &str) -> String {
    format!("{}.{subject_index}", purpose.slug())
}

/// Six digits from random bytes; 2⁶⁴ is so much larger than a million that all are as good as equally likely.
fn digits(random: [u8; 8]) -> String {
    format!("{:06}", u64::from_be_bytes(random) % 1_000_000)
}

/// Six digits as people type them, in any script and spacing.
fn parse(raw: &str) -> Result<String, Invalid> {
    let typed: String = raw.chars().filter(|c| !c.is_whitespace() && *c != '-').take(LENGTH * 2).collect();
    if typed.is_empty() {
        return Err(Invalid::Missing);
    }
    let code = domain::to_western(&typed).into_owned();
    let whole = code.len() == LENGTH && code.bytes().all(|byte| byte.is_ascii_digit());
    if whole { Ok(code) } else { Err(Invalid::Code) }
}

#[cfg(test)]
mod tests;

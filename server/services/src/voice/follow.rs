//! Coming back to what one wrote, with its reference and its code.

use domain::{Invalid, Reference, TimeDelta, voice::FollowCode};
use store::logins::Subject;
use subtle::ConstantTimeEq as _;

use super::send::code_hash;
use crate::{
    Ctx, Error, Result,
    identity::{
        SessionToken,
        limits::{self, Limit},
        session,
    },
};

/// Tries of one reference an hour.
const PER_REFERENCE: i64 = 10;
/// Tries from one network address an hour.
const PER_ADDRESS: i64 = 60;

/// Opens a matter. An unknown reference and a wrong code are answered alike.
pub async fn follow(ctx: &Ctx, reference: &Reference, code: &FollowCode) -> Result<SessionToken> {
    let mut limits = vec![Limit::new("voice.reference", reference.as_str(), PER_REFERENCE, TimeDelta::hours(1))];
    limits.extend(Limit::address(ctx, "voice.follow", PER_ADDRESS));
    limits::take(ctx, limits).await?;
    let row = store::voice::find_by_reference(ctx.db(), reference).await?;
    let given = code_hash(ctx, reference, code);
    let opened = row.filter(|row| {
        let kept = row.code_hash.as_deref().unwrap_or_default();
        bool::from(kept.as_bytes().ct_eq(given.as_bytes()))
    });
    let id = opened.ok_or(Error::field("code", Invalid::FollowCode))?.id;
    let caller = ctx.clone();
    let how = serde_json::json!({ "by": "code" });
    ctx.db()
        .write(move |tx| Box::pin(async move { session::open(&caller, tx, Subject::Follower(id), how).await }))
        .await
}

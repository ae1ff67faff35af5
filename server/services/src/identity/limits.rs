//! How often somebody may knock. Counted in the database, so that every node counts together, and in a write of its
//! own, so that what is refused stays counted. Keys are keyed hashes: the table names nobody.

use domain::TimeDelta;
use store::{Source, Tx, limits::Verdict};

use crate::{Ctx, Error, Result, requests::seconds_until};

/// So many tries of one key in a window that opens with the first.
pub(crate) struct Limit {
    /// What is counted, and whose.
    key: (&'static str, String),
    window: TimeDelta,
    max: i64,
}

impl Limit {
    pub(crate) fn new(what: &'static str, whose: impl Into<String>, max: i64, window: TimeDelta) -> Self {
        Self { key: (what, whose.into()), window, max }
    }

    /// Messages to one number: six an hour.
    pub(crate) fn sms(mobile: &str) -> Self {
        Self::new("sms", mobile, 6, TimeDelta::hours(1))
    }

    /// Tries from one network address an hour; many phones share one. None where the address is not known (jobs).
    pub(crate) fn address(ctx: &Ctx, what: &'static str, max: i64) -> Option<Self> {
        ctx.address().map(|address| Self::new(what, format!("from {address}"), max, TimeDelta::hours(1)))
    }
}

/// Counts a try against every limit, also when one of them is exceeded; then says when to try again.
pub(crate) async fn take(ctx: &Ctx, limits: Vec<Limit>) -> Result<()> {
    let ctx2 = ctx.clone();
    let until = ctx
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let mut until = None;
                for limit in &limits {
                    if let Verdict::Blocked { until: then } = hit(&ctx2, tx, limit).await? {
                        until = until.max(Some(then));
                    }
                }
                Ok::<_, Error>(until)
            })
        })
        .await?;
    match until {
        None => Ok(()),
        Some(then) => Err(Error::TooMany { seconds: seconds_until(ctx.now(), then).max(1) }),
    }
}

/// Counts a try within a write, which must end with `Ok` for the count to stand.
pub(crate) async fn hit(ctx: &Ctx, tx: &Tx, limit: &Limit) -> Result<Verdict> {
    let (what, whose) = &limit.key;
    let key = tx.vault().blind_index(&format!("rate_window.{what}"), whose);
    Ok(store::limits::hit(tx, &key, limit.window, limit.max, ctx.now()).await?)
}

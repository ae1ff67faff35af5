//! How often somebody may knock. Counted in the database, so that every node counts together, and in a write of its
//! own, so that what is refused stays counted. Keys are keyed hashes: the table names nobody.

use domain::TimeDelta;
use store::{Source, limits::Verdict};

use crate::{Ctx, Error, Result};

/// So many tries of one key in a window that opens with the first.
pub(super) struct Limit {
    /// What is counted, and whose.
    key: (&'static str, String),
    window: TimeDelta,
    max: i64,
}

impl Limit {
    pub(super) fn new(what: &'static str, whose: impl Into<String>, max: i64, window: TimeDelta) -> Self {
        Self { key: (what, whose.into()), window, max }
    }

    /// Messages to one number: six an hour.
    pub(super) fn sms(mobile: &str) -> Self {
        Self::new("sms", mobile, 6, TimeDelta::hours(1))
    }

    /// Tries from one network address an hour; many phones share one. None where the address is not known (jobs).
    pub(super) fn address(ctx: &Ctx, what: &'static str, max: i64) -> Option<Self> {
        ctx.address().map(|address| Self::new(what, format!("from {address}"), max, TimeDelta::hours(1)))
    }
}

/// Counts a try against every limit, also when one of them is exceeded; then says when to try again.
pub(super) async fn take(ctx: &Ctx, limits: Vec<Limit>) -> Result<()> {
    let now = ctx.now();
    let until = ctx
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let mut until = None;
                for Limit { key: (what, whose), window, max } in limits {
                    let key = tx.vault().blind_index(&format!("rate_window.{what}"), &whose);
                    if let Verdict::Blocked { until: then } = store::limits::hit(tx, &key, window, max, now).await? {
                        until = until.max(Some(then));
                    }
                }
                Ok::<_, Error>(until)
            })
        })
        .await?;
    match until {
        None => Ok(()),
        Some(then) => Err(Error::TooMany { seconds: (then - now).num_seconds().max(1) }),
    }
}

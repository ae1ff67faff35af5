//! Clearing away what expired: sessions, codes, counted attempts, keys of forms.

use domain::TimeDelta;

use crate::{Ctx, Error, Result};

/// Days a used or expired code and a form's key are kept, so that a late repeat is still recognised.
const KEPT_DAYS: i64 = 40;

/// Clears away what expired. Gives how many rows went.
pub async fn purge(ctx: &Ctx) -> Result<u64> {
    let now = ctx.now();
    let before = now - TimeDelta::days(KEPT_DAYS);
    ctx.db()
        .write(move |tx| {
            Box::pin(async move {
                let sessions = store::logins::purge(tx, now).await?;
                let codes = store::codes::purge(tx, before).await?;
                let attempts = store::limits::purge(tx, now - TimeDelta::days(1)).await?;
                let keys = store::idempotency::purge(tx, before).await?;
                Ok::<u64, Error>(sessions + codes + attempts + keys)
            })
        })
        .await
}

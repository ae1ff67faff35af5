//! "Who opened my file": an entry the person may ask for.

use domain::{Timestamp, access::Action};
use store::{StoreError, requests::Row};

use super::staff;
use crate::{Ctx, Error, Result, requests};

const PURPOSE: &str = "file_opened";

/// Notes that a member of staff opened a file: once for each of them, a file and a day.
pub(crate) async fn note(ctx: &Ctx, row: &Row) -> Result<()> {
    let key = format!("opened:{}:{}:{}", staff(ctx)?, row.reference, ctx.today());
    if store::idempotency::find::<Timestamp>(ctx.db(), &key, PURPOSE).await?.is_some() {
        return Ok(());
    }
    let (by, subject, at) = (ctx.clone(), format!("request:{}", row.reference), ctx.now());
    let noted: Result<()> = ctx
        .db()
        .write(move |tx| {
            Box::pin(async move {
                store::idempotency::remember(tx, &key, PURPOSE, &at, at).await?;
                requests::audit(&by, tx, Action::View, &subject, serde_json::json!({})).await
            })
        })
        .await;
    match noted {
        // Two tabs at once: the other one noted it.
        Err(Error::Conflict | Error::Store(StoreError::Taken(_))) => Ok(()),
        other => other,
    }
}

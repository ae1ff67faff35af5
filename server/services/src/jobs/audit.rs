//! The audit chain: sealed in batches where writers must not queue for it, and checked.

use store::{Db, audit::Report};

use crate::{Ctx, Error, Result};

/// Seals what was written since the last time. SQLite seals at once and has nothing left.
pub async fn seal_audit(ctx: &Ctx) -> Result<u64> {
    ctx.db().write(|tx| Box::pin(async move { store::audit::seal_pending(tx).await.map_err(Error::from) })).await
}

/// Walks the whole chain.
pub async fn verify_audit(db: &Db) -> Result<Report> {
    db.write(|tx| Box::pin(async move { store::audit::seal_pending(tx).await.map_err(Error::from) })).await?;
    Ok(store::audit::verify(db).await?)
}

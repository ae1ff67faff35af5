//! Taking an article away from readers.

use domain::knowledge::{Act, Slug, State};

use super::{audit, require, seen};
use crate::{Ctx, Error, Result};

/// Withdraws an article that is published; its draft and its versions are kept, and it can be published again.
pub async fn withdraw(ctx: &Ctx, slug: &Slug, version: i64) -> Result<()> {
    require(ctx, Act::Withdraw)?;
    let (caller, slug) = (ctx.clone(), slug.clone());
    ctx.db()
        .write(move |tx| {
            Box::pin(async move {
                let article = seen(tx, &slug, version).await?;
                if article.state() != State::Published {
                    return Err(Error::Conflict);
                }
                store::articles::withdraw(tx, &article, caller.now()).await?;
                audit(&caller, tx, "knowledge.withdraw", &slug, article.number).await
            })
        })
        .await
}

//! Beginning an article.

use domain::{
    Invalid,
    knowledge::{Act, Slug},
};
use store::{StoreError, articles::NewArticle};

use super::{Edited, audit, require};
use crate::{Ctx, Error, Result};

/// What the answers of this form are remembered for.
const PURPOSE: &str = "knowledge.create";
/// Letters of a form's key that are kept; ours have 32.
const LONGEST_KEY: usize = 64;

/// Begins an article with its first draft; nobody reads it yet. A form that comes twice begins one article.
pub async fn create(ctx: &Ctx, slug: Slug, edited: Edited, once: &str) -> Result<Slug> {
    require(ctx, Act::Write)?;
    let by = ctx.actor().staff().ok_or(Error::NotSignedIn)?;
    let once: String = once.chars().take(LONGEST_KEY).collect();
    let key = format!("{PURPOSE}:{by}:{slug}:{once}");
    if let Some(slug) = store::idempotency::find(ctx.db(), &key, PURPOSE).await? {
        return Ok(slug);
    }
    let new = NewArticle { slug, position: edited.position, draft: edited.content, at: ctx.now() };
    let (caller, wanted, remembered) = (ctx.clone(), new.clone(), key.clone());
    let created = ctx
        .db()
        .write(move |tx| {
            Box::pin(async move {
                store::idempotency::remember(tx, &remembered, PURPOSE, &wanted.slug, caller.now()).await?;
                store::articles::insert(tx, &wanted).await?;
                audit(&caller, tx, PURPOSE, &wanted.slug, 0).await
            })
        })
        .await;
    match created {
        Ok(()) => Ok(new.slug),
        Err(Error::Conflict) => store::idempotency::find(ctx.db(), &key, PURPOSE).await?.ok_or(Error::Conflict),
        Err(Error::Store(StoreError::Taken(_))) => Err(Error::field("slug", Invalid::SlugTaken)),
        Err(other) => Err(other),
    }
}

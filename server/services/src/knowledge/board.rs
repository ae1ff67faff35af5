//! Beliefs and whether they are true (D6a); what people said and what was changed (D7).

use domain::{knowledge::Kind, views::Entry};

use super::entry;
use crate::{Ctx, Result};

/// Beliefs about our services, in the editor's order.
pub async fn misconceptions(ctx: &Ctx) -> Result<Vec<Entry>> {
    of_kind(ctx, Kind::Misconception).await
}

/// What people said and what we did, the latest first.
pub async fn improvements(ctx: &Ctx) -> Result<Vec<Entry>> {
    let mut entries = of_kind(ctx, Kind::Improvement).await?;
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.since));
    Ok(entries)
}

async fn of_kind(ctx: &Ctx, kind: Kind) -> Result<Vec<Entry>> {
    let articles = store::articles::published(ctx.db(), &[kind]).await?;
    Ok(articles.iter().filter_map(|article| entry(article, ctx.locale())).collect())
}

//! Reading one article, in its newest or an older version.

use domain::{
    knowledge::Slug,
    views::{ArticleSheet, EditionLine},
};

use super::{blocks, line, told};
use crate::{Ctx, Error, Result};

/// A published article; `version` asks for an older one. What was withdrawn is not found, in any version.
pub async fn article(ctx: &Ctx, slug: &Slug, version: Option<i64>) -> Result<ArticleSheet> {
    let found = store::articles::find(ctx.db(), slug).await?.filter(|article| article.published.is_some());
    let article = found.ok_or(Error::NotFound)?;
    let number = version.unwrap_or(article.number);
    let shown = store::articles::edition(ctx.db(), article.id, number).await?.ok_or(Error::NotFound)?;
    let editions: Vec<EditionLine> = store::articles::editions(ctx.db(), article.id).await?.iter().map(line).collect();
    let (words, only_arabic) = told(&shown.content, ctx.locale());
    Ok(ArticleSheet {
        slug: article.slug,
        nature: shown.content.nature,
        title: words.title.to_string(),
        blocks: blocks(words),
        only_arabic,
        shown: line(&shown),
        editions,
    })
}

//! Finding an answer by its words, however they are spelled (D3).

use domain::{
    knowledge::plain_text,
    search::{Folded, Query, excerpt, mark},
    views::Hit,
};

use super::{blocks, told};
use crate::{Ctx, Result, requests::language_of};

/// Letters of an excerpt.
const EXCERPT: usize = 180;

/// The published articles that hold every word that was asked for; those with more of them in the title first. Nothing
/// where nothing was asked.
pub async fn search(ctx: &Ctx, asked: &str) -> Result<Vec<Hit>> {
    let Some(query) = Query::parse(asked) else { return Ok(Vec::new()) };
    let mut hits = Vec::new();
    for article in store::articles::search(ctx.db(), &query, language_of(ctx.locale())).await? {
        let Some(content) = &article.published else { continue };
        let (words, only_arabic) = told(content, ctx.locale());
        let hit = Hit {
            slug: article.slug.clone(),
            nature: content.nature,
            title: mark(words.title.as_str(), &query),
            excerpt: excerpt(&plain_text(&blocks(words)), &query, EXCERPT),
            only_arabic,
        };
        hits.push((Folded::of(words.title.as_str()).count(&query), hit));
    }
    hits.sort_by_key(|(in_title, _)| std::cmp::Reverse(*in_title));
    Ok(hits.into_iter().map(|(_, hit)| hit).collect())
}

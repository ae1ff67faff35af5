//! The editor's table: every article with its draft.

use domain::{
    knowledge::{Act, Slug},
    search::{Folded, Query},
    views::{DeskFilter, DeskLine, DeskSheet, Preview},
};
use store::articles::Article;

use super::{line, markdown, require};
use crate::{Ctx, Error, Result};

/// The articles the editor asks for, by kind and place.
pub async fn desk(ctx: &Ctx, filter: DeskFilter) -> Result<Vec<DeskLine>> {
    require(ctx, Act::Write)?;
    let query = filter.search.as_deref().and_then(Query::parse);
    let all = store::articles::all(ctx.db()).await?.into_iter();
    let lines = all.filter(|article| query.as_ref().is_none_or(|query| is_about(article, query))).map(desk_line);
    let of_kind = |line: &DeskLine| filter.kind.is_none_or(|kind| line.nature.kind() == kind);
    let in_state = |line: &DeskLine| filter.state.is_none_or(|state| line.state == state);
    Ok(lines.filter(|line| of_kind(line) && in_state(line)).collect())
}

/// One article with its draft and its versions.
pub async fn sheet(ctx: &Ctx, slug: &Slug) -> Result<DeskSheet> {
    require(ctx, Act::Write)?;
    let article = store::articles::find(ctx.db(), slug).await?.ok_or(Error::NotFound)?;
    let editions = store::articles::editions(ctx.db(), article.id).await?.iter().map(line).collect();
    Ok(DeskSheet {
        draft: article.draft.clone(),
        position: article.position,
        editions,
        version: article.version,
        line: desk_line(article),
    })
}

/// What readers would see of these texts. Changes nothing.
pub fn preview(ctx: &Ctx, ar: &str, en: &str) -> Result<Preview> {
    require(ctx, Act::Write)?;
    Ok(Preview { ar: markdown::parse(ar), en: markdown::parse(en) })
}

/// Do the titles of the draft hold every word?
fn is_about(article: &Article, query: &Query) -> bool {
    let english = article.draft.en.as_ref().map(|words| words.title.as_str()).unwrap_or_default();
    let titles = format!("{} {english} {}", article.draft.ar.title, article.slug);
    Folded::of(&titles).count(query) == query.terms().len()
}

fn desk_line(article: Article) -> DeskLine {
    DeskLine {
        state: article.state(),
        changed: article.published.as_ref().is_some_and(|published| *published != article.draft),
        nature: article.draft.nature,
        in_english: article.draft.en.is_some(),
        title: article.draft.ar.title.to_string(),
        slug: article.slug,
        number: article.number,
        updated_at: article.updated_at,
    }
}

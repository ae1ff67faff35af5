//! Saving a draft, and putting it before everybody.

use domain::{
    Invalid,
    knowledge::{Act, Content, Slug, plain_text},
    search::fold,
};
use i18n::Locale;
use store::articles::{Article, SearchWords};

use super::{audit, blocks, require, seen, told};
use crate::{Ctx, Error, Result};

/// What the editor wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    pub content: Content,
    /// Place among its kind; the lowest stands first.
    pub position: i64,
}

/// Keeps the draft; readers go on reading the newest version.
pub async fn save(ctx: &Ctx, slug: &Slug, version: i64, edited: Edited) -> Result<()> {
    require(ctx, Act::Write)?;
    let (caller, slug) = (ctx.clone(), slug.clone());
    ctx.db()
        .write(move |tx| {
            Box::pin(async move {
                let article = taken_up(seen(tx, &slug, version).await?, edited)?;
                store::articles::save(tx, &article, caller.now()).await?;
                audit(&caller, tx, "knowledge.save", &slug, article.number).await
            })
        })
        .await
}

/// Keeps the draft and puts it before everybody as the next version; gives its number. A text that is read already is
/// no new version.
pub async fn publish(ctx: &Ctx, slug: &Slug, version: i64, edited: Edited) -> Result<i64> {
    require(ctx, Act::Publish)?;
    let (caller, slug) = (ctx.clone(), slug.clone());
    ctx.db()
        .write(move |tx| {
            Box::pin(async move {
                let article = taken_up(seen(tx, &slug, version).await?, edited)?;
                if article.published.as_ref() == Some(&article.draft) {
                    store::articles::save(tx, &article, caller.now()).await?;
                    audit(&caller, tx, "knowledge.save", &slug, article.number).await?;
                    return Ok(article.number);
                }
                let words = search_words(&article.draft);
                let number = store::articles::publish(tx, &article, &words, caller.now()).await?;
                audit(&caller, tx, "knowledge.publish", &slug, number).await?;
                Ok(number)
            })
        })
        .await
}

/// The article with what was written. Its kind stays: its address and its place on the site belong to it.
fn taken_up(mut article: Article, edited: Edited) -> Result<Article> {
    if article.draft.nature.kind() != edited.content.nature.kind() {
        return Err(Error::field("kind", Invalid::Choice));
    }
    article.draft = edited.content;
    article.position = edited.position;
    Ok(article)
}

fn search_words(content: &Content) -> SearchWords {
    let of = |locale| {
        let (words, _) = told(content, locale);
        fold(&format!("{}\n{}", words.title, plain_text(&blocks(words))))
    };
    SearchWords { ar: of(Locale::ar), en: of(Locale::en) }
}

//! What the association tells everybody: written by the knowledge editor, read by all (T1–T3, D3, D6a, D7, C1–C8).

mod article;
mod board;
mod channels;
mod create;
mod desk;
mod markdown;
mod publish;
mod search;
mod shelf;
#[cfg(test)]
mod tests;
mod withdraw;

pub use article::article;
pub use board::{improvements, misconceptions};
pub use channels::{channels, set_channels};
pub use create::create;
pub use desk::{desk, preview, sheet};
pub use publish::{Edited, publish, save};
pub use search::search;
pub use shelf::shelf;
pub use withdraw::withdraw;

use domain::{
    NaiveDate,
    access::Actor,
    knowledge::{Act, Block, Content, Slug, Words, may},
    time::riyadh_date,
    views::{EditionLine, Entry},
};
use i18n::Locale;
use serde_json::json;
use store::{
    Tx,
    articles::{Article, Edition},
};

use crate::{Ctx, Error, Result, requests};

/// Refuses unless the actor keeps the articles.
fn require(ctx: &Ctx, act: Act) -> Result<()> {
    match ctx.actor() {
        Actor::Visitor => Err(Error::NotSignedIn),
        actor if may(actor, act) => Ok(()),
        _ => Err(Error::NotEntitled),
    }
}

/// The words for a reader of this language, and whether they are Arabic only because nothing else was written.
fn told(content: &Content, locale: Locale) -> (&Words, bool) {
    match (locale, &content.en) {
        (Locale::ar, _) => (&content.ar, false),
        (Locale::en, Some(words)) => (words, false),
        (Locale::en, None) => (&content.ar, true),
    }
}

fn blocks(words: &Words) -> Vec<Block> {
    markdown::parse(words.body.as_str())
}

/// The article with its text, as a reader of this language sees it. `None` when it is not published.
fn entry(article: &Article, locale: Locale) -> Option<Entry> {
    let content = article.published.as_ref()?;
    let (words, only_arabic) = told(content, locale);
    Some(Entry {
        slug: article.slug.clone(),
        nature: content.nature,
        title: words.title.to_string(),
        blocks: blocks(words),
        only_arabic,
        since: day(article.first_published_at?),
    })
}

fn day(at: domain::Timestamp) -> NaiveDate {
    riyadh_date(at)
}

fn line(edition: &Edition) -> EditionLine {
    EditionLine { number: edition.number, published_on: day(edition.published_at) }
}

/// The article of a slug inside the transaction, unless somebody changed it since it was seen.
async fn seen(tx: &Tx, slug: &Slug, version: i64) -> Result<Article> {
    let article = store::articles::find(tx, slug).await?.ok_or(Error::NotFound)?;
    if article.version == version { Ok(article) } else { Err(Error::Conflict) }
}

/// Writes one audit entry about an article.
async fn audit(ctx: &Ctx, tx: &Tx, action: &str, slug: &Slug, number: i64) -> Result<()> {
    requests::audit_beside(ctx, tx, action, &format!("article:{slug}"), json!({ "number": number })).await
}

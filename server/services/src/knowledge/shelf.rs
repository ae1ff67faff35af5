//! The first page of help: questions with their answers, guides and bylaws to open.

use domain::{
    knowledge::{Block, Kind, plain_text},
    views::{Card, Shelf},
};
use i18n::Locale;
use store::articles::Article;

use super::{blocks, day, entry, told};
use crate::{Ctx, Result};

/// Everything published that answers a question (T1–T3, D3).
pub async fn shelf(ctx: &Ctx) -> Result<Shelf> {
    let locale = ctx.locale();
    let mut shelf = Shelf::default();
    for article in store::articles::published(ctx.db(), &[Kind::Faq, Kind::Guide, Kind::Bylaw]).await? {
        match article.draft.nature.kind() {
            Kind::Guide => shelf.guides.extend(card(&article, locale)),
            Kind::Bylaw => shelf.bylaws.extend(card(&article, locale)),
            Kind::Faq | Kind::Misconception | Kind::Improvement => shelf.questions.extend(entry(&article, locale)),
        }
    }
    Ok(shelf)
}

fn card(article: &Article, locale: Locale) -> Option<Card> {
    let content = article.published.as_ref()?;
    let (words, only_arabic) = told(content, locale);
    let first = blocks(words).into_iter().find(|block| matches!(block, Block::Paragraph { .. }));
    Some(Card {
        slug: article.slug.clone(),
        nature: content.nature,
        title: words.title.to_string(),
        summary: plain_text(first.as_slice()),
        only_arabic,
        number: article.number,
        published_on: day(article.published_at?),
    })
}

//! Articles: one draft each, the version readers see, and every version there was (T1–T3, D3, D6a, D7).

use domain::{
    Timestamp,
    knowledge::{Content, Kind, Slug, State},
    search::Query,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, Select, sea_query::LikeExpr,
};

use crate::{
    Language, Source, StoreError, Tx, codec,
    entities::{article, article_edition},
    error::Result,
};

/// An article. `Some(published)` is what everybody reads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    pub id: i64,
    pub slug: Slug,
    /// Place among its kind; the lowest stands first.
    pub position: i64,
    pub draft: Content,
    pub published: Option<Content>,
    /// The newest version; 0 before the first.
    pub number: i64,
    pub first_published_at: Option<Timestamp>,
    pub published_at: Option<Timestamp>,
    pub updated_at: Timestamp,
    pub version: i64,
}

impl Article {
    pub fn state(&self) -> State {
        match (&self.published, self.number) {
            (Some(_), _) => State::Published,
            (None, 0) => State::Draft,
            (None, _) => State::Withdrawn,
        }
    }
}

/// A published version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    pub number: i64,
    pub content: Content,
    pub published_at: Timestamp,
}

/// An article to begin.
#[derive(Clone, Debug)]
pub struct NewArticle {
    pub slug: Slug,
    pub position: i64,
    pub draft: Content,
    pub at: Timestamp,
}

/// The words an article is found by, folded by [`domain::search::fold`]: titles and texts, in each language the reader
/// may choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchWords {
    pub ar: String,
    pub en: String,
}

/// Begins an article. [`StoreError::Taken`] when the slug is in use.
pub async fn insert(tx: &Tx, new: &NewArticle) -> Result<i64> {
    let row = article::ActiveModel {
        slug: Set(new.slug.to_string()),
        kind: Set(new.draft.nature.kind().slug().to_owned()),
        position: Set(new.position),
        draft: Set(codec::to_json(&new.draft)?),
        published: Set(None),
        number: Set(0),
        first_published_at: Set(None),
        published_at: Set(None),
        search_ar: Set(None),
        search_en: Set(None),
        updated_at: Set(new.at),
        version: Set(1),
        ..Default::default()
    };
    Ok(article::Entity::insert(row).exec(tx.conn()).await?.last_insert_id)
}

/// Saves draft and position. [`StoreError::Conflict`] when the article is no longer at `article.version`; gives the
/// new version.
pub async fn save(tx: &Tx, article: &Article, at: Timestamp) -> Result<i64> {
    let change = article::ActiveModel {
        position: Set(article.position),
        draft: Set(codec::to_json(&article.draft)?),
        ..Default::default()
    };
    update(tx, article, change, at).await
}

/// Puts the draft before everybody as a version of its own, the one after the newest.
pub async fn publish(tx: &Tx, article: &Article, words: &SearchWords, at: Timestamp) -> Result<i64> {
    let (content, number) = (codec::to_json(&article.draft)?, article.number + 1);
    let change = article::ActiveModel {
        position: Set(article.position),
        draft: Set(content.clone()),
        published: Set(Some(content.clone())),
        number: Set(number),
        first_published_at: Set(Some(article.first_published_at.unwrap_or(at))),
        published_at: Set(Some(at)),
        search_ar: Set(Some(words.ar.clone())),
        search_en: Set(Some(words.en.clone())),
        ..Default::default()
    };
    update(tx, article, change, at).await?;
    let edition = article_edition::ActiveModel {
        article_id: Set(article.id),
        number: Set(number),
        content: Set(content),
        published_at: Set(at),
        ..Default::default()
    };
    article_edition::Entity::insert(edition).exec_without_returning(tx.conn()).await?;
    Ok(number)
}

/// Takes an article away from readers; draft and versions stay.
pub async fn withdraw(tx: &Tx, article: &Article, at: Timestamp) -> Result<()> {
    let change =
        article::ActiveModel { published: Set(None), search_ar: Set(None), search_en: Set(None), ..Default::default() };
    update(tx, article, change, at).await.map(drop)
}

async fn update(tx: &Tx, article: &Article, mut change: article::ActiveModel, at: Timestamp) -> Result<i64> {
    let next = article.version + 1;
    change.updated_at = Set(at);
    change.version = Set(next);
    let saved = article::Entity::update_many()
        .set(change)
        .filter(article::Column::Id.eq(article.id))
        .filter(article::Column::Version.eq(article.version))
        .exec(tx.conn())
        .await?;
    if saved.rows_affected == 1 { Ok(next) } else { Err(StoreError::Conflict) }
}

pub async fn find(source: &impl Source, slug: &Slug) -> Result<Option<Article>> {
    let row = article::Entity::find().filter(article::Column::Slug.eq(slug.as_str())).one(source.conn()).await?;
    row.map(open).transpose()
}

/// Every article, published or not, by kind and place.
pub async fn all(source: &impl Source) -> Result<Vec<Article>> {
    listed(source, article::Entity::find()).await
}

/// What everybody reads, of these kinds, by place.
pub async fn published(source: &impl Source, kinds: &[Kind]) -> Result<Vec<Article>> {
    listed(source, readable().filter(article::Column::Kind.is_in(kinds.iter().map(|kind| kind.slug())))).await
}

/// What everybody reads and holds every term of the query, as the reader of this language sees it.
pub async fn search(source: &impl Source, query: &Query, language: Language) -> Result<Vec<Article>> {
    let column = match language {
        Language::Ar => article::Column::SearchAr,
        Language::En => article::Column::SearchEn,
    };
    let terms = query.terms().iter().map(|term| column.like(containing(term)));
    listed(source, readable().filter(terms.fold(Condition::all(), Condition::add))).await
}

/// One version, the newest or an older one.
pub async fn edition(source: &impl Source, article: i64, number: i64) -> Result<Option<Edition>> {
    let row = editions_of(article).filter(article_edition::Column::Number.eq(number)).one(source.conn()).await?;
    row.map(open_edition).transpose()
}

/// Every version, the newest first.
pub async fn editions(source: &impl Source, article: i64) -> Result<Vec<Edition>> {
    let rows = editions_of(article).order_by_desc(article_edition::Column::Number).all(source.conn()).await?;
    rows.into_iter().map(open_edition).collect()
}

fn editions_of(article: i64) -> Select<article_edition::Entity> {
    article_edition::Entity::find().filter(article_edition::Column::ArticleId.eq(article))
}

fn readable() -> Select<article::Entity> {
    article::Entity::find().filter(article::Column::Published.is_not_null())
}

async fn listed(source: &impl Source, which: Select<article::Entity>) -> Result<Vec<Article>> {
    let rows = which
        .order_by_asc(article::Column::Kind)
        .order_by_asc(article::Column::Position)
        .order_by_asc(article::Column::Id)
        .all(source.conn())
        .await?;
    rows.into_iter().map(open).collect()
}

fn containing(term: &str) -> LikeExpr {
    let plain = term.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    LikeExpr::new(format!("%{plain}%")).escape('\\')
}

fn open(row: article::Model) -> Result<Article> {
    let content = |text: &str| codec::from_json("article.content", text);
    Ok(Article {
        id: row.id,
        slug: Slug::parse(&row.slug).map_err(|why| StoreError::damaged("article.slug", why))?,
        position: row.position,
        draft: content(&row.draft)?,
        published: row.published.as_deref().map(content).transpose()?,
        number: row.number,
        first_published_at: row.first_published_at,
        published_at: row.published_at,
        updated_at: row.updated_at,
        version: row.version,
    })
}

fn open_edition(row: article_edition::Model) -> Result<Edition> {
    let content = codec::from_json("article_edition.content", &row.content)?;
    Ok(Edition { number: row.number, content, published_at: row.published_at })
}

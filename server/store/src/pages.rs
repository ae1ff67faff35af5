//! Pages of documents. A page's file lies in the file store under its key; the name it came with is sealed. A page that
//! is turned or taken out leaves, and stays on record.

use std::collections::{HashMap, HashSet};

use domain::{
    DocumentId, Timestamp,
    document::{MediaType, Page},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, Query},
};

use crate::{
    Source, StoreError, Tx, Vault, codec,
    entities::document_page::{ActiveModel, Column, Entity, Model},
    error::Result,
};

/// A page as it lies in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPage {
    pub page: Page,
    /// Key of the file in the file store.
    pub file_key: String,
    /// The name the file came with: shown, never trusted.
    pub original_name: String,
    pub given_at: Timestamp,
    /// When it was taken out, or another took its place.
    pub left_at: Option<Timestamp>,
}

impl StoredPage {
    /// The same page for another document.
    pub(crate) fn again(&self) -> NewPage {
        NewPage {
            file_key: self.file_key.clone(),
            original_name: self.original_name.clone(),
            media: self.page.media,
            bytes: self.page.bytes,
            sha256: self.page.sha256.clone(),
            given_at: self.given_at,
        }
    }
}

/// A page to enter.
#[derive(Clone, Debug)]
pub struct NewPage {
    pub file_key: String,
    pub original_name: String,
    pub media: MediaType,
    pub bytes: u64,
    /// Hex.
    pub sha256: String,
    pub given_at: Timestamp,
}

impl NewPage {
    /// The page as the answers name it.
    pub fn page(&self) -> Page {
        Page { media: self.media, bytes: self.bytes, sha256: self.sha256.clone() }
    }
}

/// Enters a page behind the others.
pub async fn add(tx: &Tx, document: DocumentId, new: &NewPage) -> Result<()> {
    let last: Option<Option<i64>> = Entity::find()
        .select_only()
        .column_as(Column::Place.max(), "last")
        .filter(Column::DocumentId.eq(document.0))
        .into_tuple()
        .one(tx.conn())
        .await?;
    enter(tx, document, last.flatten().unwrap_or(0) + 1, new).await
}

/// Puts a page in the place of another, which leaves: the same one, turned.
pub async fn replace(tx: &Tx, document: DocumentId, sha256: &str, new: &NewPage) -> Result<()> {
    let former = present(document, sha256);
    let place: Option<i64> =
        Entity::find().select_only().column(Column::Place).filter(former).into_tuple().one(tx.conn()).await?;
    let place = place.ok_or_else(|| StoreError::damaged("document_page", "a page in the answers is not stored"))?;
    leave(tx, document, sha256, new.given_at).await?;
    enter(tx, document, place, new).await
}

/// Takes a page out of its document.
pub async fn leave(tx: &Tx, document: DocumentId, sha256: &str, at: Timestamp) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::LeftAt, Expr::value(at))
        .filter(present(document, sha256))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// A page its document has now.
fn present(document: DocumentId, sha256: &str) -> sea_orm::Condition {
    sea_orm::Condition::all()
        .add(Column::DocumentId.eq(document.0))
        .add(Column::Sha256.eq(sha256))
        .add(Column::LeftAt.is_null())
}

async fn enter(tx: &Tx, document: DocumentId, place: i64, new: &NewPage) -> Result<()> {
    let row = ActiveModel {
        document_id: Set(document.0),
        place: Set(place),
        original_name_sealed: Set(tx.vault().seal_json(SEALED, &new.file_key, &new.original_name)?),
        file_key: Set(new.file_key.clone()),
        media: Set(codec::to_slug(new.media)?),
        bytes: Set(codec::to_i64("document_page.bytes", new.bytes)?),
        sha256: Set(new.sha256.clone()),
        given_at: Set(new.given_at),
        left_at: Set(None),
        ..Default::default()
    };
    Entity::insert(row).exec(tx.conn()).await?;
    Ok(())
}

/// What the names are sealed for: as they were when they stood in the document itself.
const SEALED: &str = "document.original_name";

/// Every page of documents, those that left included, in the order they are read.
pub(crate) async fn of_documents(source: &impl Source, ids: &[i64]) -> Result<HashMap<i64, Vec<StoredPage>>> {
    let mut pages: HashMap<i64, Vec<StoredPage>> = HashMap::new();
    let rows = Entity::find()
        .filter(Column::DocumentId.is_in(ids.iter().copied()))
        .order_by_asc(Column::Place)
        .order_by_asc(Column::Id)
        .all(source.conn())
        .await?;
    for row in rows {
        pages.entry(row.document_id).or_default().push(open(source.vault(), row)?);
    }
    Ok(pages)
}

/// Erases the pages of documents. Gives the keys of files that no other document shares.
pub(crate) async fn erase(tx: &Tx, ids: &[i64]) -> Result<Vec<String>> {
    let mine = || Column::DocumentId.is_in(ids.iter().copied());
    let shared = Query::select()
        .column(Column::FileKey)
        .from(Entity)
        .and_where(Column::DocumentId.is_not_in(ids.iter().copied()))
        .take();
    let unshared: HashSet<String> = Entity::find()
        .select_only()
        .column(Column::FileKey)
        .filter(mine())
        .filter(Column::FileKey.not_in_subquery(shared))
        .into_tuple()
        .all(tx.conn())
        .await?
        .into_iter()
        .collect();
    Entity::delete_many().filter(mine()).exec(tx.conn()).await?;
    Ok(unshared.into_iter().collect())
}

fn open(vault: &Vault, row: Model) -> Result<StoredPage> {
    let bytes = u64::try_from(row.bytes).map_err(|error| StoreError::damaged("document_page.bytes", error))?;
    Ok(StoredPage {
        original_name: vault.open_json(SEALED, &row.file_key, &row.original_name_sealed)?,
        page: Page { media: codec::from_slug("document_page.media", &row.media)?, bytes, sha256: row.sha256 },
        file_key: row.file_key,
        given_at: row.given_at,
        left_at: row.left_at,
    })
}

//! Documents people gave (H2, H6), each of one or more [`pages`].

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    DocumentId, PersonId, RequestId, Timestamp,
    document::{DocumentKind, GivenDocument, Page, Pages},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Select, sea_query::Expr};

use crate::{
    Source, StoreError, Tx, codec,
    entities::document,
    error::Result,
    pages::{self, NewPage, StoredPage},
};

/// A document with every page it has or had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub person: PersonId,
    pub request: Option<RequestId>,
    /// With the pages it has now.
    pub given: GivenDocument,
    /// Every page, those that left included, in the order they are read.
    pub stored: Vec<StoredPage>,
    /// The document that took this one's place.
    pub replaced_by: Option<DocumentId>,
}

impl Document {
    /// The file of a page, whether it is still one or was when somebody signed.
    pub fn file(&self, sha256: &str) -> Option<&StoredPage> {
        self.stored.iter().find(|stored| stored.page.sha256 == sha256)
    }

    /// The name its first page came with: shown, never trusted.
    pub fn original_name(&self) -> &str {
        self.file(&self.given.pages.first().sha256).map_or("", |stored| &stored.original_name)
    }
}

/// A document to enter, with its first page.
#[derive(Clone, Debug)]
pub struct NewDocument {
    pub person: PersonId,
    pub request: Option<RequestId>,
    pub kind: DocumentKind,
    pub issued_on: Option<NaiveDate>,
    pub given_at: Timestamp,
    pub first: NewPage,
}

/// Enters a document. Within a request it takes the place of the former one of its kind, which stays on file.
pub async fn insert(tx: &Tx, new: &NewDocument) -> Result<DocumentId> {
    let row = document::ActiveModel {
        person_id: Set(new.person.0),
        request_id: Set(new.request.map(|request| request.0)),
        kind: Set(codec::to_slug(new.kind)?),
        issued_on: Set(new.issued_on),
        given_at: Set(new.given_at),
        replaced_by: Set(None),
        ..Default::default()
    };
    let id = enter(tx, row).await?;
    pages::add(tx, id, &new.first).await?;
    Ok(id)
}

/// Enters a document of the same pages for another request, which may change them: the one they come from stays as it
/// is. Of the pages only those named are taken, in their order; the files are shared.
pub async fn copy(tx: &Tx, from: &Document, given: &GivenDocument, request: RequestId) -> Result<DocumentId> {
    let row = document::ActiveModel {
        person_id: Set(from.person.0),
        request_id: Set(Some(request.0)),
        kind: Set(codec::to_slug(given.kind)?),
        issued_on: Set(given.issued_on),
        given_at: Set(given.given_at),
        replaced_by: Set(None),
        ..Default::default()
    };
    let id = enter(tx, row).await?;
    for page in given.pages.iter() {
        let stored = from.file(&page.sha256).ok_or_else(|| StoreError::damaged("document_page", "a page is gone"))?;
        pages::add(tx, id, &stored.again()).await?;
    }
    Ok(id)
}

async fn enter(tx: &Tx, row: document::ActiveModel) -> Result<DocumentId> {
    use document::Column;
    let (request, kind) = (row.request_id.clone(), row.kind.clone());
    let id = document::Entity::insert(row).exec(tx.conn()).await?.last_insert_id;
    if let (Set(Some(request)), Set(kind)) = (request, kind) {
        document::Entity::update_many()
            .col_expr(Column::ReplacedBy, Expr::value(id))
            .filter(Column::RequestId.eq(request))
            .filter(Column::Kind.eq(kind))
            .filter(Column::ReplacedBy.is_null())
            .filter(Column::Id.ne(id))
            .exec(tx.conn())
            .await?;
    }
    Ok(DocumentId(id))
}

pub async fn find(source: &impl Source, id: DocumentId) -> Result<Option<Document>> {
    Ok(read(source, document::Entity::find_by_id(id.0)).await?.pop())
}

/// Every document given with a request, replaced ones included, in the order they came.
pub async fn of_request(source: &impl Source, request: RequestId) -> Result<Vec<Document>> {
    let rows = document::Entity::find().filter(document::Column::RequestId.eq(request.0));
    read(source, rows.order_by_asc(document::Column::Id)).await
}

/// A person's documents that nothing replaced, from all their requests, the newest first.
pub async fn of_person(source: &impl Source, person: PersonId) -> Result<Vec<Document>> {
    let rows = document::Entity::find()
        .filter(document::Column::PersonId.eq(person.0))
        .filter(document::Column::ReplacedBy.is_null());
    read(source, rows.order_by_desc(document::Column::Id)).await
}

/// Every document a person gave, replaced ones included, the newest first.
pub async fn all_of_person(source: &impl Source, person: PersonId) -> Result<Vec<Document>> {
    let rows = document::Entity::find().filter(document::Column::PersonId.eq(person.0));
    read(source, rows.order_by_desc(document::Column::Id)).await
}

/// Erases documents from the record (PDPL). Gives the keys of the files no other document shares: they are the caller's
/// to remove, once this is committed.
pub async fn erase(tx: &Tx, ids: &[DocumentId]) -> Result<Vec<String>> {
    use document::Column;
    let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
    document::Entity::update_many()
        .col_expr(Column::ReplacedBy, Expr::value(None::<i64>))
        .filter(Column::ReplacedBy.is_in(ids.clone()))
        .exec(tx.conn())
        .await?;
    let unshared = pages::erase(tx, &ids).await?;
    document::Entity::delete_many().filter(Column::Id.is_in(ids)).exec(tx.conn()).await?;
    Ok(unshared)
}

async fn read(source: &impl Source, rows: Select<document::Entity>) -> Result<Vec<Document>> {
    let rows = rows.all(source.conn()).await?;
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let mut stored: HashMap<i64, Vec<StoredPage>> = pages::of_documents(source, &ids).await?;
    rows.into_iter()
        .map(|row| {
            let stored = stored.remove(&row.id).unwrap_or_default();
            open(row, stored)
        })
        .collect()
}

fn open(row: document::Model, stored: Vec<StoredPage>) -> Result<Document> {
    Ok(Document {
        person: PersonId(row.person_id),
        request: row.request_id.map(RequestId),
        given: GivenDocument {
            id: DocumentId(row.id),
            kind: codec::from_slug("document.kind", &row.kind)?,
            issued_on: row.issued_on,
            pages: present(&stored)?,
            given_at: row.given_at,
        },
        stored,
        replaced_by: row.replaced_by.map(DocumentId),
    })
}

/// The pages a document has now; it has always one.
fn present(stored: &[StoredPage]) -> Result<Pages> {
    let damaged = |why: &str| StoreError::damaged("document_page", why);
    let mut left = stored.iter().filter(|stored| stored.left_at.is_none()).map(|stored| &stored.page);
    let mut pages = Pages::of(left.next().cloned().ok_or_else(|| damaged("a document without pages"))?);
    left.try_for_each(|page: &Page| pages.add(page.clone()).map(|_| ()).map_err(|why| damaged(&why.to_string())))?;
    Ok(pages)
}

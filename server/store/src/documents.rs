//! Documents people gave (H2, H6). The file lies in the file store under its key; its original name is sealed.

use chrono::NaiveDate;
use domain::{
    DocumentId, PersonId, RequestId, Timestamp,
    document::{DocumentKind, GivenDocument, MediaType},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Expr};

use crate::{Source, StoreError, Tx, Vault, codec, entities::document, error::Result};

/// A document, the file's place included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub person: PersonId,
    pub request: Option<RequestId>,
    pub given: GivenDocument,
    /// Key of the file in the file store.
    pub file_key: String,
    /// The name the file came with: shown, never trusted.
    pub original_name: String,
    /// The document that took this one's place.
    pub replaced_by: Option<DocumentId>,
}

/// A document to enter.
#[derive(Clone, Debug)]
pub struct NewDocument {
    pub person: PersonId,
    pub request: Option<RequestId>,
    pub kind: DocumentKind,
    pub file_key: String,
    pub original_name: String,
    pub media: MediaType,
    pub bytes: u64,
    /// Hex.
    pub sha256: String,
    pub issued_on: Option<NaiveDate>,
    pub given_at: Timestamp,
}

/// Enters a document. Within a request it takes the place of the former one of its kind, which stays on file.
pub async fn insert(tx: &Tx, new: &NewDocument) -> Result<DocumentId> {
    use document::Column;
    let kind = codec::to_slug(new.kind)?;
    let row = document::ActiveModel {
        person_id: Set(new.person.0),
        request_id: Set(new.request.map(|request| request.0)),
        kind: Set(kind.clone()),
        original_name_sealed: Set(tx.vault().seal_json("document.original_name", &new.file_key, &new.original_name)?),
        file_key: Set(new.file_key.clone()),
        media: Set(codec::to_slug(new.media)?),
        bytes: Set(codec::to_i64("document.bytes", new.bytes)?),
        sha256: Set(new.sha256.clone()),
        issued_on: Set(new.issued_on),
        given_at: Set(new.given_at),
        replaced_by: Set(None),
        ..Default::default()
    };
    let id = document::Entity::insert(row).exec(tx.conn()).await?.last_insert_id;
    if let Some(request) = new.request {
        document::Entity::update_many()
            .col_expr(Column::ReplacedBy, Expr::value(id))
            .filter(Column::RequestId.eq(request.0))
            .filter(Column::Kind.eq(kind))
            .filter(Column::ReplacedBy.is_null())
            .filter(Column::Id.ne(id))
            .exec(tx.conn())
            .await?;
    }
    Ok(DocumentId(id))
}

pub async fn find(source: &impl Source, id: DocumentId) -> Result<Option<Document>> {
    let row = document::Entity::find_by_id(id.0).one(source.conn()).await?;
    row.map(|row| open(source.vault(), row)).transpose()
}

/// Every document given with a request, replaced ones included, in the order they came.
pub async fn of_request(source: &impl Source, request: RequestId) -> Result<Vec<Document>> {
    let rows = document::Entity::find()
        .filter(document::Column::RequestId.eq(request.0))
        .order_by_asc(document::Column::Id)
        .all(source.conn())
        .await?;
    rows.into_iter().map(|row| open(source.vault(), row)).collect()
}

/// A person's documents that nothing replaced, from all their requests, the newest first.
pub async fn of_person(source: &impl Source, person: PersonId) -> Result<Vec<Document>> {
    let rows = document::Entity::find()
        .filter(document::Column::PersonId.eq(person.0))
        .filter(document::Column::ReplacedBy.is_null())
        .order_by_desc(document::Column::Id)
        .all(source.conn())
        .await?;
    rows.into_iter().map(|row| open(source.vault(), row)).collect()
}

/// Every document a person gave, replaced ones included, the newest first.
pub async fn all_of_person(source: &impl Source, person: PersonId) -> Result<Vec<Document>> {
    let rows = document::Entity::find()
        .filter(document::Column::PersonId.eq(person.0))
        .order_by_desc(document::Column::Id)
        .all(source.conn())
        .await?;
    rows.into_iter().map(|row| open(source.vault(), row)).collect()
}

/// Erases documents from the record (PDPL). Their files are the caller's to remove, once this is committed.
pub async fn erase(tx: &Tx, ids: &[DocumentId]) -> Result<()> {
    use document::Column;
    let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
    document::Entity::update_many()
        .col_expr(Column::ReplacedBy, Expr::value(None::<i64>))
        .filter(Column::ReplacedBy.is_in(ids.clone()))
        .exec(tx.conn())
        .await?;
    document::Entity::delete_many().filter(Column::Id.is_in(ids)).exec(tx.conn()).await?;
    Ok(())
}

fn open(vault: &Vault, row: document::Model) -> Result<Document> {
    let bytes = u64::try_from(row.bytes).map_err(|error| StoreError::damaged("document.bytes", error))?;
    Ok(Document {
        person: PersonId(row.person_id),
        request: row.request_id.map(RequestId),
        given: GivenDocument {
            id: DocumentId(row.id),
            kind: codec::from_slug("document.kind", &row.kind)?,
            issued_on: row.issued_on,
            media: codec::from_slug("document.media", &row.media)?,
            bytes,
            sha256: row.sha256,
            given_at: row.given_at,
        },
        original_name: vault.open_json("document.original_name", &row.file_key, &row.original_name_sealed)?,
        file_key: row.file_key,
        replaced_by: row.replaced_by.map(DocumentId),
    })
}

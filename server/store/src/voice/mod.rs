//! Inquiries, complaints and proposals (G1, D3, D7). What was said and by whom is sealed under the reference.

mod files;
mod publications;
mod queue;

pub use files::{File, NewFile, add_file, file, files};
pub use publications::{Published, of_matter, publish, published, withdraw};
pub use queue::{Filter, PAGE, Reach, counts, late, queue};

use domain::{
    MatterId, PersonId, Reference, Timestamp,
    voice::{Matter, Sender},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{Language, Source, StoreError, Tx, Vault, entities::matter, error::Result};

/// A matter as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub id: MatterId,
    pub reference: Reference,
    pub matter: Matter,
    pub sender: Sender,
    /// The request or the earlier matter it is about.
    pub about: Option<Reference>,
    pub branch: i64,
    pub language: Language,
    /// What the code of who did not sign in is compared with.
    pub code_hash: Option<String>,
    pub created_at: Timestamp,
    pub due_at: Timestamp,
    pub updated_at: Timestamp,
    pub version: i64,
}

/// A matter to enter.
#[derive(Clone, Debug)]
pub struct NewMatter {
    pub reference: Reference,
    pub matter: Matter,
    pub sender: Sender,
    pub about: Option<Reference>,
    pub branch: i64,
    pub language: Language,
    pub code_hash: Option<String>,
    pub due_at: Timestamp,
    pub at: Timestamp,
}

/// Enters a matter.
pub async fn insert(tx: &Tx, new: &NewMatter) -> Result<MatterId> {
    let (vault, reference) = (tx.vault(), new.reference.as_str());
    let person = match &new.sender {
        Sender::Person { person } => Some(person.0),
        Sender::Visitor { .. } | Sender::Anonymous => None,
    };
    let row = matter::ActiveModel {
        reference: Set(reference.to_owned()),
        kind: Set(new.matter.kind().slug().to_owned()),
        stage: Set(new.matter.stage().slug().to_owned()),
        branch_id: Set(new.branch),
        person_id: Set(person),
        sender_sealed: Set(vault.seal_json("matter.sender", reference, &new.sender)?),
        matter_sealed: Set(vault.seal_json("matter.matter", reference, &new.matter)?),
        about: Set(new.about.as_ref().map(ToString::to_string)),
        code_hash: Set(new.code_hash.clone()),
        language: Set(new.language.slug().to_owned()),
        created_at: Set(new.at),
        due_at: Set(new.due_at),
        updated_at: Set(new.at),
        version: Set(1),
        ..Default::default()
    };
    Ok(MatterId(matter::Entity::insert(row).exec(tx.conn()).await?.last_insert_id))
}

pub async fn find(source: &impl Source, id: MatterId) -> Result<Option<Row>> {
    let row = matter::Entity::find_by_id(id.0).one(source.conn()).await?;
    row.map(|row| open(source.vault(), row)).transpose()
}

pub async fn find_by_reference(source: &impl Source, reference: &Reference) -> Result<Option<Row>> {
    let row =
        matter::Entity::find().filter(matter::Column::Reference.eq(reference.as_str())).one(source.conn()).await?;
    row.map(|row| open(source.vault(), row)).transpose()
}

/// A person's matters, the newest first.
pub async fn of_person(source: &impl Source, person: PersonId) -> Result<Vec<Row>> {
    let rows = matter::Entity::find()
        .filter(matter::Column::PersonId.eq(person.0))
        .order_by_desc(matter::Column::Id)
        .all(source.conn())
        .await?;
    rows.into_iter().map(|row| open(source.vault(), row)).collect()
}

/// Keeps a matter that moved on and gives its new version. [`StoreError::Conflict`] when it is not at `row.version` any
/// more.
pub async fn save(tx: &Tx, row: &Row) -> Result<i64> {
    let version = row.version + 1;
    let change = matter::ActiveModel {
        stage: Set(row.matter.stage().slug().to_owned()),
        matter_sealed: Set(tx.vault().seal_json("matter.matter", row.reference.as_str(), &row.matter)?),
        due_at: Set(row.due_at),
        updated_at: Set(row.updated_at),
        version: Set(version),
        ..Default::default()
    };
    let saved = matter::Entity::update_many()
        .set(change)
        .filter(matter::Column::Id.eq(row.id.0))
        .filter(matter::Column::Version.eq(row.version))
        .exec(tx.conn())
        .await?;
    if saved.rows_affected == 1 { Ok(version) } else { Err(StoreError::Conflict) }
}

fn open(vault: &Vault, row: matter::Model) -> Result<Row> {
    let reference = Reference::parse(&row.reference).map_err(|why| StoreError::damaged("matter.reference", why))?;
    let about = row.about.as_deref().map(Reference::parse).transpose();
    Ok(Row {
        id: MatterId(row.id),
        matter: vault.open_json("matter.matter", &row.reference, &row.matter_sealed)?,
        sender: vault.open_json("matter.sender", &row.reference, &row.sender_sealed)?,
        about: about.map_err(|why| StoreError::damaged("matter.about", why))?,
        branch: row.branch_id,
        language: Language::from_slug(&row.language)?,
        code_hash: row.code_hash,
        created_at: row.created_at,
        due_at: row.due_at,
        updated_at: row.updated_at,
        version: row.version,
        reference,
    })
}

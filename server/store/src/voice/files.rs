//! Files that came with a matter. Their bytes lie in the file store under their key.

use domain::{MatterFileId, MatterId, document::MediaType};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{Source, StoreError, Tx, Vault, codec, entities::matter_file, error::Result};

/// A file to enter.
#[derive(Clone, Debug)]
pub struct NewFile {
    pub file_key: String,
    /// The name it came with; none is kept of an anonymous sender.
    pub name: Option<String>,
    pub media: MediaType,
    pub bytes: u64,
    /// Hex.
    pub sha256: String,
}

/// A file of a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub id: MatterFileId,
    pub matter: MatterId,
    pub file_key: String,
    pub name: Option<String>,
    pub media: MediaType,
    pub bytes: u64,
    pub sha256: String,
}

pub async fn add_file(tx: &Tx, matter: MatterId, new: &NewFile) -> Result<()> {
    let seal = |name: &String| tx.vault().seal_json("matter_file.original_name", &new.file_key, name);
    let row = matter_file::ActiveModel {
        matter_id: Set(matter.0),
        original_name_sealed: Set(new.name.as_ref().map(seal).transpose()?),
        file_key: Set(new.file_key.clone()),
        media: Set(codec::to_slug(new.media)?),
        bytes: Set(codec::to_i64("matter_file.bytes", new.bytes)?),
        sha256: Set(new.sha256.clone()),
        ..Default::default()
    };
    matter_file::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// The files of a matter, in the order they came.
pub async fn files(source: &impl Source, matter: MatterId) -> Result<Vec<File>> {
    let rows = matter_file::Entity::find()
        .filter(matter_file::Column::MatterId.eq(matter.0))
        .order_by_asc(matter_file::Column::Id)
        .all(source.conn())
        .await?;
    rows.into_iter().map(|row| open(source.vault(), row)).collect()
}

/// One file of a matter; a file of another matter is not found.
pub async fn file(source: &impl Source, matter: MatterId, id: MatterFileId) -> Result<Option<File>> {
    let row = matter_file::Entity::find_by_id(id.0)
        .filter(matter_file::Column::MatterId.eq(matter.0))
        .one(source.conn())
        .await?;
    row.map(|row| open(source.vault(), row)).transpose()
}

fn open(vault: &Vault, row: matter_file::Model) -> Result<File> {
    let unseal = |sealed: Vec<u8>| vault.open_json("matter_file.original_name", &row.file_key, &sealed);
    Ok(File {
        id: MatterFileId(row.id),
        matter: MatterId(row.matter_id),
        name: row.original_name_sealed.map(unseal).transpose()?,
        media: codec::from_slug("matter_file.media", &row.media)?,
        bytes: u64::try_from(row.bytes).map_err(|error| StoreError::damaged("matter_file.bytes", error))?,
        sha256: row.sha256,
        file_key: row.file_key,
    })
}

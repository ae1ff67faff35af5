//! Forms that arrive twice: the first answer is remembered under the form's key.

use domain::Timestamp;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};
use serde::{Serialize, de::DeserializeOwned};

use crate::{Source, StoreError, Tx, codec, entities::idempotency, error::Result};

/// The answer given to this key, for this purpose.
pub async fn find<T: DeserializeOwned>(source: &impl Source, key: &str, purpose: &str) -> Result<Option<T>> {
    let row = idempotency::Entity::find_by_id(key)
        .filter(idempotency::Column::Purpose.eq(purpose))
        .one(source.conn())
        .await?;
    row.map(|row| codec::from_json("idempotency.result", &row.result)).transpose()
}

/// Remembers the answer. [`StoreError::Conflict`] when the key was used meanwhile: end the write with it, so that
/// nothing is done twice, and give the answer that [`find`] then finds.
pub async fn remember<T: Serialize>(tx: &Tx, key: &str, purpose: &str, result: &T, at: Timestamp) -> Result<()> {
    let row = idempotency::ActiveModel {
        key: Set(key.to_owned()),
        purpose: Set(purpose.to_owned()),
        result: Set(codec::to_json(result)?),
        created_at: Set(at),
    };
    let keep = OnConflict::column(idempotency::Column::Key).do_nothing().to_owned();
    let inserted = idempotency::Entity::insert(row).on_conflict(keep).exec_without_returning(tx.conn()).await?;
    if inserted == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Forgets the keys used before a moment; gives how many.
pub async fn purge(tx: &Tx, before: Timestamp) -> Result<u64> {
    let gone =
        idempotency::Entity::delete_many().filter(idempotency::Column::CreatedAt.lt(before)).exec(tx.conn()).await?;
    Ok(gone.rows_affected)
}

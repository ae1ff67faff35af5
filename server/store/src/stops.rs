//! Who wants none of the messages they can do without.

use domain::{PersonId, Timestamp};
use sea_orm::{ActiveValue::Set, EntityTrait, sea_query::OnConflict};

use crate::{Source, Tx, entities::message_stop, error::Result};

/// Did this person stop the messages they can do without?
pub async fn has_stopped(source: &impl Source, person: PersonId) -> Result<bool> {
    Ok(message_stop::Entity::find_by_id(person.0).one(source.conn()).await?.is_some())
}

/// `false` when they had stopped them already.
pub async fn stop(tx: &Tx, person: PersonId, at: Timestamp) -> Result<bool> {
    let row = message_stop::ActiveModel { person_id: Set(person.0), at: Set(at) };
    let keep = OnConflict::column(message_stop::Column::PersonId).do_nothing().to_owned();
    let inserted = message_stop::Entity::insert(row).on_conflict(keep).exec_without_returning(tx.conn()).await?;
    Ok(inserted == 1)
}

/// `false` when they had not stopped them.
pub async fn resume(tx: &Tx, person: PersonId) -> Result<bool> {
    let removed = message_stop::Entity::delete_by_id(person.0).exec(tx.conn()).await?;
    Ok(removed.rows_affected == 1)
}

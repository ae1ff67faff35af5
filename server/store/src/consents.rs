//! What people agreed to, and how they wish to be written to (PDPL). Consents are only ever added to: what was said
//! stays, and the last word of a purpose stands.

use domain::{
    PersonId, Timestamp,
    privacy::{ConsentChange, Purpose},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::OnConflict};

use crate::{
    Source, StoreError, Tx,
    entities::{consent, message_wish},
    error::Result,
};

/// Adds what a person said of a purpose.
pub async fn append(tx: &Tx, person: PersonId, change: &ConsentChange) -> Result<()> {
    let row = consent::ActiveModel {
        person_id: Set(person.0),
        purpose: Set(change.purpose.slug().to_owned()),
        given: Set(change.given),
        at: Set(change.at),
        ..Default::default()
    };
    consent::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Everything a person said, in the order they said it.
pub async fn history(source: &impl Source, person: PersonId) -> Result<Vec<ConsentChange>> {
    let rows = consent::Entity::find()
        .filter(consent::Column::PersonId.eq(person.0))
        .order_by_asc(consent::Column::Id)
        .all(source.conn())
        .await?;
    rows.into_iter()
        .map(|row| {
            let purpose = Purpose::from_slug(&row.purpose);
            let purpose = purpose.ok_or_else(|| StoreError::damaged("consent.purpose", &row.purpose))?;
            Ok(ConsentChange { purpose, given: row.given, at: row.at })
        })
        .collect()
}

/// Does the person want only what they must know or do? Nobody does until they say so.
pub async fn necessary_only(source: &impl Source, person: PersonId) -> Result<bool> {
    let row = message_wish::Entity::find_by_id(person.0).one(source.conn()).await?;
    Ok(row.is_some_and(|row| row.necessary_only))
}

/// Keeps the wish.
pub async fn put_necessary_only(tx: &Tx, person: PersonId, necessary_only: bool, at: Timestamp) -> Result<()> {
    use message_wish::Column;
    let row = message_wish::ActiveModel {
        person_id: Set(person.0),
        necessary_only: Set(necessary_only),
        updated_at: Set(at),
    };
    let replace =
        OnConflict::column(Column::PersonId).update_columns([Column::NecessaryOnly, Column::UpdatedAt]).to_owned();
    message_wish::Entity::insert(row).on_conflict(replace).exec_without_returning(tx.conn()).await?;
    Ok(())
}

//! Proposals everybody may read. Nothing here names a sender: the table knows the matter, its readers do not.

use domain::{
    MatterId, Timestamp,
    voice::{Decision, Publication},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::OnConflict,
};

use crate::{Source, Tx, codec, entities::publication, error::Result};

/// A published proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub text: Publication,
    pub decision: Decision,
    pub at: Timestamp,
}

/// Publishes a proposal, or changes what is published of it; the day it first appeared stays.
pub async fn publish(tx: &Tx, matter: MatterId, new: &Published) -> Result<()> {
    use publication::Column;
    let row = publication::ActiveModel {
        matter_id: Set(matter.0),
        decision: Set(codec::to_slug(new.decision)?),
        text: Set(codec::to_json(&new.text)?),
        published_at: Set(new.at),
        ..Default::default()
    };
    let change = OnConflict::column(Column::MatterId).update_columns([Column::Decision, Column::Text]).to_owned();
    publication::Entity::insert(row).on_conflict(change).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Takes a proposal off the public page; `false` when it was not on it.
pub async fn withdraw(tx: &Tx, matter: MatterId) -> Result<bool> {
    let gone =
        publication::Entity::delete_many().filter(publication::Column::MatterId.eq(matter.0)).exec(tx.conn()).await?;
    Ok(gone.rows_affected == 1)
}

/// What is published of a proposal.
pub async fn of_matter(source: &impl Source, matter: MatterId) -> Result<Option<Published>> {
    let row = publication::Entity::find().filter(publication::Column::MatterId.eq(matter.0)).one(source.conn()).await?;
    row.map(open).transpose()
}

/// Published proposals, the newest first.
pub async fn published(source: &impl Source, limit: u64) -> Result<Vec<Published>> {
    let rows = publication::Entity::find()
        .order_by_desc(publication::Column::PublishedAt)
        .order_by_desc(publication::Column::Id)
        .limit(limit)
        .all(source.conn())
        .await?;
    rows.into_iter().map(open).collect()
}

fn open(row: publication::Model) -> Result<Published> {
    Ok(Published {
        text: codec::from_json("publication.text", &row.text)?,
        decision: codec::from_slug("publication.decision", &row.decision)?,
        at: row.published_at,
    })
}

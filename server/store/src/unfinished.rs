//! What was typed on a section of an application and not saved yet: one row a section, sealed, gone once it is saved.

use domain::{RequestId, application::Section, views::Unfinished};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};

use crate::{Source, StoreError, Tx, entities::unfinished, error::Result};

/// Keeps what was typed, in place of what was kept of the section before.
pub async fn keep(tx: &Tx, request: RequestId, typed: &Unfinished) -> Result<()> {
    let key = row_key(request, typed.section);
    let row = unfinished::ActiveModel {
        request_id: Set(request.0),
        section: Set(typed.section.slug().to_owned()),
        values_sealed: Set(tx.vault().seal_json("unfinished.values", &key, &typed.values)?),
        kept_at: Set(typed.at),
        ..Default::default()
    };
    let newest = OnConflict::columns([unfinished::Column::RequestId, unfinished::Column::Section])
        .update_columns([unfinished::Column::ValuesSealed, unfinished::Column::KeptAt])
        .to_owned();
    unfinished::Entity::insert(row).on_conflict(newest).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Everything kept of an application.
pub async fn of_request(source: &impl Source, request: RequestId) -> Result<Vec<Unfinished>> {
    let rows =
        unfinished::Entity::find().filter(unfinished::Column::RequestId.eq(request.0)).all(source.conn()).await?;
    let open = |row: unfinished::Model| {
        let section = Section::from_slug(&row.section);
        let section = section.ok_or_else(|| StoreError::damaged("unfinished.section", &row.section))?;
        let key = row_key(request, section);
        let values = source.vault().open_json("unfinished.values", &key, &row.values_sealed)?;
        Ok(Unfinished { section, values, at: row.kept_at })
    };
    rows.into_iter().map(open).collect()
}

/// Forgets what was kept of a section, or of all of them.
pub async fn forget(tx: &Tx, request: RequestId, section: Option<Section>) -> Result<()> {
    let mut rows = unfinished::Entity::delete_many().filter(unfinished::Column::RequestId.eq(request.0));
    if let Some(section) = section {
        rows = rows.filter(unfinished::Column::Section.eq(section.slug()));
    }
    rows.exec(tx.conn()).await?;
    Ok(())
}

fn row_key(request: RequestId, section: Section) -> String {
    format!("{request}:{}", section.slug())
}

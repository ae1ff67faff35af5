//! Running numbers: of files, decisions, letters.

use sea_orm::{
    ConnectionTrait, EntityName,
    sea_query::{Expr, ExprTrait, OnConflict, Query},
};

use crate::{Source, StoreError, Tx, entities::counter, error::Result};

/// The next number of a counter: 1, 2, 3, … A number drawn in a transaction that is undone is drawn again.
pub async fn next(tx: &Tx, name: &str) -> Result<i64> {
    let draw = Query::insert()
        .into_table(counter::Entity)
        .columns([counter::Column::Name, counter::Column::Value])
        .values_panic([name.into(), 1_i64.into()])
        .on_conflict(
            OnConflict::column(counter::Column::Name)
                .value(counter::Column::Value, Expr::col((counter::Entity, counter::Column::Value)).add(1_i64))
                .to_owned(),
        )
        .returning_col(counter::Column::Value)
        .to_owned();
    let row = tx.conn().query_one(&draw).await?;
    let row = row.ok_or_else(|| StoreError::damaged(counter::Entity.table_name(), "no number drawn"))?;
    Ok(row.try_get_by_index(0)?)
}

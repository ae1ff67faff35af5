//! How often something may be tried, counted in the database so that every node counts together.

use chrono::TimeDelta;
use domain::Timestamp;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::{CaseStatement, Expr, ExprTrait, OnConflict, Query, SimpleExpr},
};

use crate::{Source, StoreError, Tx, entities::rate_window, error::Result};

/// May it be tried once more?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Allowed,
    Blocked {
        /// From this moment on it may be tried again.
        until: Timestamp,
    },
}

/// Counts one try of `key`, of which `max` are allowed in a window that opens with the first. Let the write end with
/// `Ok` even when blocked: a count that is undone guards nothing. Keys name nobody: use a keyed hash.
pub async fn hit(tx: &Tx, key: &str, window: TimeDelta, max: i64, now: Timestamp) -> Result<Verdict> {
    use rate_window::Column;
    let kept = |column: Column| Expr::col((rate_window::Entity, column));
    let over = || kept(Column::WindowStart).lte(now - window);
    let anew = |fresh: SimpleExpr, going_on: SimpleExpr| CaseStatement::new().case(over(), fresh).finally(going_on);
    let count = Query::insert()
        .into_table(rate_window::Entity)
        .columns([Column::Key, Column::WindowStart, Column::Count])
        .values_panic([key.into(), now.into(), 1_i64.into()])
        .on_conflict(
            OnConflict::column(Column::Key)
                .value(Column::Count, anew(Expr::value(1_i64), kept(Column::Count).add(1_i64)))
                .value(Column::WindowStart, anew(Expr::value(now), kept(Column::WindowStart)))
                .to_owned(),
        )
        .returning(Query::returning().columns([Column::Count, Column::WindowStart]))
        .to_owned();
    let row = tx.conn().query_one(&count).await?;
    let row = row.ok_or_else(|| StoreError::damaged("rate_window", "no count"))?;
    let tries: i64 = row.try_get_by_index(0)?;
    let since: Timestamp = row.try_get_by_index(1)?;
    Ok(if tries <= max { Verdict::Allowed } else { Verdict::Blocked { until: since + window } })
}

/// Forgets windows that opened before a moment; gives how many.
pub async fn purge(tx: &Tx, before: Timestamp) -> Result<u64> {
    let gone =
        rate_window::Entity::delete_many().filter(rate_window::Column::WindowStart.lt(before)).exec(tx.conn()).await?;
    Ok(gone.rows_affected)
}

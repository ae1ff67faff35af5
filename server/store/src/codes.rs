//! One-time codes. Only a keyed hash of the code is kept ([`crate::Vault::code_hash`]).

use domain::Timestamp;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use serde_json::Value;

use crate::{Source, StoreError, Tx, entities::one_time_code, error::Result};

/// A code that was sent.
#[derive(Clone, Debug)]
pub struct Code {
    pub id: i64,
    pub purpose: String,
    pub subject_index: String,
    pub code_hash: String,
    /// What the code is for, sealed in the table.
    pub facts: Value,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
    pub tries: i64,
}

/// A code about to be sent.
#[derive(Clone, Debug)]
pub struct NewCode {
    pub purpose: String,
    /// Keyed hash of whom it is sent to ([`crate::Vault::blind_index`]).
    pub subject_index: String,
    pub code_hash: String,
    pub facts: Value,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
}

/// Keeps a code. The codes sent to the same subject for the same purpose before it are void.
pub async fn insert(tx: &Tx, new: &NewCode) -> Result<i64> {
    use one_time_code::Column;
    one_time_code::Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(new.created_at))
        .filter(Column::Purpose.eq(&new.purpose))
        .filter(Column::SubjectIndex.eq(&new.subject_index))
        .filter(Column::UsedAt.is_null())
        .exec(tx.conn())
        .await?;
    let cell = row_key(&new.purpose, &new.subject_index, &new.code_hash);
    let row = one_time_code::ActiveModel {
        purpose: Set(new.purpose.clone()),
        subject_index: Set(new.subject_index.clone()),
        code_hash: Set(new.code_hash.clone()),
        facts_sealed: Set(tx.vault().seal_json("one_time_code.facts", &cell, &new.facts)?),
        created_at: Set(new.created_at),
        expires_at: Set(new.expires_at),
        tries: Set(0),
        used_at: Set(None),
        ..Default::default()
    };
    Ok(one_time_code::Entity::insert(row).exec(tx.conn()).await?.last_insert_id)
}

/// The last code sent that is neither used nor expired.
pub async fn latest_open(
    source: &impl Source,
    purpose: &str,
    subject_index: &str,
    now: Timestamp,
) -> Result<Option<Code>> {
    use one_time_code::Column;
    let row = one_time_code::Entity::find()
        .filter(Column::Purpose.eq(purpose))
        .filter(Column::SubjectIndex.eq(subject_index))
        .filter(Column::UsedAt.is_null())
        .filter(Column::ExpiresAt.gt(now))
        .order_by_desc(Column::Id)
        .one(source.conn())
        .await?;
    row.map(|row| {
        let cell = row_key(&row.purpose, &row.subject_index, &row.code_hash);
        Ok(Code {
            id: row.id,
            facts: source.vault().open_json("one_time_code.facts", &cell, &row.facts_sealed)?,
            purpose: row.purpose,
            subject_index: row.subject_index,
            code_hash: row.code_hash,
            created_at: row.created_at,
            expires_at: row.expires_at,
            tries: row.tries,
        })
    })
    .transpose()
}

/// Counts a try, before the code is compared, and gives the count. Let the write end with `Ok`: a count that is undone
/// guards nothing.
pub async fn count_try(tx: &Tx, id: i64) -> Result<i64> {
    use one_time_code::Column;
    one_time_code::Entity::update_many()
        .col_expr(Column::Tries, Expr::col(Column::Tries).add(1_i64))
        .filter(Column::Id.eq(id))
        .exec(tx.conn())
        .await?;
    let tries: Option<i64> =
        one_time_code::Entity::find_by_id(id).select_only().column(Column::Tries).into_tuple().one(tx.conn()).await?;
    tries.ok_or(StoreError::Conflict)
}

/// The code was right and is spent. [`StoreError::Conflict`] when somebody spent it before.
pub async fn mark_used(tx: &Tx, id: i64, at: Timestamp) -> Result<()> {
    use one_time_code::Column;
    let spent = one_time_code::Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(at))
        .filter(Column::Id.eq(id))
        .filter(Column::UsedAt.is_null())
        .exec(tx.conn())
        .await?;
    if spent.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Forgets codes that expired before a moment; gives how many.
pub async fn purge(tx: &Tx, before: Timestamp) -> Result<u64> {
    let gone = one_time_code::Entity::delete_many()
        .filter(one_time_code::Column::ExpiresAt.lt(before))
        .exec(tx.conn())
        .await?;
    Ok(gone.rows_affected)
}

fn row_key(purpose: &str, subject_index: &str, code_hash: &str) -> String {
    format!("{purpose}.{subject_index}.{code_hash}")
}

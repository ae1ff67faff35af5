//! The beneficiaries' register (H6): one file a person, for life.

use chrono::NaiveDate;
use domain::{PersonId, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use crate::{Source, StoreError, Tx, entities::beneficiary_file, error::Result};

/// A beneficiary's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BeneficiaryFile {
    pub id: i64,
    pub person: PersonId,
    /// Printed on the card.
    pub number: String,
    pub opened_at: Timestamp,
    /// Suspended when it is not updated by this day.
    pub renew_by: NaiveDate,
}

pub async fn file_of_person(source: &impl Source, person: PersonId) -> Result<Option<BeneficiaryFile>> {
    let row = beneficiary_file::Entity::find()
        .filter(beneficiary_file::Column::PersonId.eq(person.0))
        .one(source.conn())
        .await?;
    Ok(row.map(|row| BeneficiaryFile {
        id: row.id,
        person: PersonId(row.person_id),
        number: row.number,
        opened_at: row.opened_at,
        renew_by: row.renew_by,
    }))
}

/// Opens a person's file and gives its id. [`StoreError::Taken`] when they have one, or the number is in use.
pub async fn open_file(
    tx: &Tx,
    person: PersonId,
    number: &str,
    opened_at: Timestamp,
    renew_by: NaiveDate,
) -> Result<i64> {
    let row = beneficiary_file::ActiveModel {
        person_id: Set(person.0),
        number: Set(number.to_owned()),
        opened_at: Set(opened_at),
        renew_by: Set(renew_by),
        ..Default::default()
    };
    Ok(beneficiary_file::Entity::insert(row).exec(tx.conn()).await?.last_insert_id)
}

/// The file was updated and is good until another day.
pub async fn renew(tx: &Tx, person: PersonId, renew_by: NaiveDate) -> Result<()> {
    let renewed = beneficiary_file::Entity::update_many()
        .col_expr(beneficiary_file::Column::RenewBy, Expr::value(renew_by))
        .filter(beneficiary_file::Column::PersonId.eq(person.0))
        .exec(tx.conn())
        .await?;
    if renewed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

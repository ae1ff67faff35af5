//! Certificates of volunteering. The name on one is sealed, and so is the secret in its QR code, which is also kept as a
//! keyed hash to be found by.

use chrono::NaiveDate;
use domain::{CertificateId, PersonName, StaffId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{Source, Tx, Vault, codec, entities::volunteer_certificate as table, error::Result};

/// A certificate that was issued. It never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    pub id: CertificateId,
    pub number: String,
    pub token: String,
    /// The application whose hours it certifies.
    pub application: i64,
    pub name: PersonName,
    pub minutes: u32,
    /// Days of the first and the last confirmed shift.
    pub since: NaiveDate,
    pub until: NaiveDate,
    pub issued_on: NaiveDate,
}

/// A certificate to issue.
#[derive(Clone, Debug)]
pub struct NewCertificate {
    pub number: String,
    pub token: String,
    pub application: i64,
    pub name: PersonName,
    pub minutes: u32,
    pub since: NaiveDate,
    pub until: NaiveDate,
    pub issued_on: NaiveDate,
    pub by: StaffId,
}

pub async fn find(source: &impl Source, id: CertificateId) -> Result<Option<Certificate>> {
    let row = table::Entity::find_by_id(id.0).one(source.conn()).await?;
    row.map(|row| open(source.vault(), row)).transpose()
}

/// The certificate behind a QR code.
pub async fn find_by_token(source: &impl Source, token: &str) -> Result<Option<Certificate>> {
    let hash = source.vault().token_hash(token);
    let row = table::Entity::find().filter(table::Column::TokenHash.eq(hash)).one(source.conn()).await?;
    row.map(|row| open(source.vault(), row)).transpose()
}

/// The certificates of some applications, the newest first.
pub async fn of_applications(source: &impl Source, applications: &[i64]) -> Result<Vec<Certificate>> {
    let rows = table::Entity::find()
        .filter(table::Column::ApplicationId.is_in(applications.iter().copied()))
        .order_by_desc(table::Column::Id)
        .all(source.conn())
        .await?;
    rows.into_iter().map(|row| open(source.vault(), row)).collect()
}

/// Keeps a certificate. [`crate::StoreError::Taken`] when these hours were certified before.
pub async fn insert(tx: &Tx, new: &NewCertificate) -> Result<CertificateId> {
    let vault = tx.vault();
    let row = table::ActiveModel {
        token_hash: Set(vault.token_hash(&new.token)),
        token_sealed: Set(vault.seal_json("volunteer_certificate.token", &new.number, &new.token)?),
        application_id: Set(new.application),
        name_sealed: Set(vault.seal_json("volunteer_certificate.name", &new.number, &new.name)?),
        number: Set(new.number.clone()),
        minutes: Set(new.minutes.into()),
        since: Set(new.since),
        until: Set(new.until),
        issued_on: Set(new.issued_on),
        issued_by: Set(new.by.0),
        ..Default::default()
    };
    Ok(CertificateId(table::Entity::insert(row).exec(tx.conn()).await?.last_insert_id))
}

fn open(vault: &Vault, row: table::Model) -> Result<Certificate> {
    Ok(Certificate {
        id: CertificateId(row.id),
        token: vault.open_json("volunteer_certificate.token", &row.number, &row.token_sealed)?,
        name: vault.open_json("volunteer_certificate.name", &row.number, &row.name_sealed)?,
        number: row.number,
        application: row.application_id,
        minutes: codec::small("volunteer_certificate.minutes", row.minutes)?,
        since: row.since,
        until: row.until,
        issued_on: row.issued_on,
    })
}

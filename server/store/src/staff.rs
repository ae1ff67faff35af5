//! Accounts of staff and committee members.

use std::collections::BTreeSet;

use domain::{StaffId, Timestamp, access::Role, programme::Bilingual};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{Source, StoreError, Tx, Vault, codec, entities::staff, error::Result};

/// An account. `Debug` shows no secret.
#[derive(Clone, PartialEq, Eq)]
pub struct Staff {
    pub id: StaffId,
    /// As [`NewStaff::user_name`]; it never changes.
    pub user_name: String,
    pub display_name: Bilingual,
    pub password_hash: String,
    /// Secret of the authenticator app, sealed in the table.
    pub totp: Option<Vec<u8>>,
    /// The last time step a code was accepted for: none is accepted twice.
    pub totp_last_step: Option<i64>,
    pub recovery_hashes: Vec<String>,
    pub roles: BTreeSet<Role>,
    pub branches: BTreeSet<i64>,
    pub disabled: bool,
    pub must_change_password: bool,
    pub created_at: Timestamp,
    pub version: i64,
}

/// An account to open.
#[derive(Clone)]
pub struct NewStaff {
    /// Kept in lower case.
    pub user_name: String,
    pub display_name: Bilingual,
    pub password_hash: String,
    pub roles: BTreeSet<Role>,
    pub branches: BTreeSet<i64>,
    pub must_change_password: bool,
    pub at: Timestamp,
}

impl std::fmt::Debug for Staff {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Staff")
            .field("id", &self.id)
            .field("user_name", &self.user_name)
            .field("roles", &self.roles)
            .field("branches", &self.branches)
            .field("disabled", &self.disabled)
            .field("version", &self.version)
            .finish_non_exhaustive()
    }
}

pub async fn find(source: &impl Source, id: StaffId) -> Result<Option<Staff>> {
    let row = staff::Entity::find_by_id(id.0).one(source.conn()).await?;
    row.map(|row| open(source.vault(), row)).transpose()
}

/// Finds an account by user name, in any case.
pub async fn find_by_user_name(source: &impl Source, user_name: &str) -> Result<Option<Staff>> {
    let row =
        staff::Entity::find().filter(staff::Column::UserName.eq(user_name.to_lowercase())).one(source.conn()).await?;
    row.map(|row| open(source.vault(), row)).transpose()
}

/// Every account, by user name.
pub async fn list(source: &impl Source) -> Result<Vec<Staff>> {
    let rows = staff::Entity::find().order_by_asc(staff::Column::UserName).all(source.conn()).await?;
    rows.into_iter().map(|row| open(source.vault(), row)).collect()
}

/// Opens an account. [`StoreError::Taken`] when the user name is in use.
pub async fn insert(tx: &Tx, new: &NewStaff) -> Result<StaffId> {
    let row = staff::ActiveModel {
        user_name: Set(new.user_name.to_lowercase()),
        display_name_ar: Set(new.display_name.ar.clone()),
        display_name_en: Set(new.display_name.en.clone()),
        password_hash: Set(new.password_hash.clone()),
        totp_sealed: Set(None),
        totp_last_step: Set(None),
        recovery_hashes: Set(codec::to_json::<[String; 0]>(&[])?),
        roles: Set(codec::to_json(&new.roles)?),
        branches: Set(codec::to_json(&new.branches)?),
        disabled: Set(false),
        must_change_password: Set(new.must_change_password),
        created_at: Set(new.at),
        version: Set(1),
        ..Default::default()
    };
    Ok(StaffId(staff::Entity::insert(row).exec(tx.conn()).await?.last_insert_id))
}

/// Saves everything but id, user name and day of creation. [`StoreError::Conflict`] when the account is no longer at
/// `account.version`.
pub async fn save(tx: &Tx, account: &Staff) -> Result<()> {
    let totp =
        account.totp.as_ref().map(|secret| tx.vault().seal("staff.totp", &account.user_name, secret)).transpose()?;
    let change = staff::ActiveModel {
        display_name_ar: Set(account.display_name.ar.clone()),
        display_name_en: Set(account.display_name.en.clone()),
        password_hash: Set(account.password_hash.clone()),
        totp_sealed: Set(totp),
        totp_last_step: Set(account.totp_last_step),
        recovery_hashes: Set(codec::to_json(&account.recovery_hashes)?),
        roles: Set(codec::to_json(&account.roles)?),
        branches: Set(codec::to_json(&account.branches)?),
        disabled: Set(account.disabled),
        must_change_password: Set(account.must_change_password),
        version: Set(account.version + 1),
        ..Default::default()
    };
    let saved = staff::Entity::update_many()
        .set(change)
        .filter(staff::Column::Id.eq(account.id.0))
        .filter(staff::Column::Version.eq(account.version))
        .exec(tx.conn())
        .await?;
    if saved.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

fn open(vault: &Vault, row: staff::Model) -> Result<Staff> {
    let totp = row
        .totp_sealed
        .map(|sealed| vault.open("staff.totp", &row.user_name, &sealed))
        .transpose()?
        .map(|secret| secret.to_vec());
    Ok(Staff {
        id: StaffId(row.id),
        user_name: row.user_name,
        display_name: Bilingual { ar: row.display_name_ar, en: row.display_name_en },
        password_hash: row.password_hash,
        totp,
        totp_last_step: row.totp_last_step,
        recovery_hashes: codec::from_json("staff.recovery_hashes", &row.recovery_hashes)?,
        roles: codec::from_json("staff.roles", &row.roles)?,
        branches: codec::from_json("staff.branches", &row.branches)?,
        disabled: row.disabled,
        must_change_password: row.must_change_password,
        created_at: row.created_at,
        version: row.version,
    })
}

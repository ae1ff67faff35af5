//! The association's settings: the versioned policy (P3), and single named values.

use domain::{Timestamp, policy::Policy};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::OnConflict};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    Source, Tx, codec,
    entities::{policy, setting},
    error::Result,
};

/// The policy in force at a moment. Until the association sets its own, the default is in force.
pub async fn policy_current(source: &impl Source, now: Timestamp) -> Result<Policy> {
    let row = policy::Entity::find()
        .filter(policy::Column::FromAt.lte(now))
        .order_by_desc(policy::Column::Version)
        .one(source.conn())
        .await?;
    row.map_or_else(|| Ok(Policy::default()), open)
}

/// The policy a request was received under.
pub async fn policy_by_version(source: &impl Source, version: i64) -> Result<Option<Policy>> {
    let row = policy::Entity::find_by_id(version).one(source.conn()).await?;
    match row {
        Some(row) => open(row).map(Some),
        None => Ok(Some(Policy::default()).filter(|policy| policy.version == version)),
    }
}

/// Adds a version, in force from a moment on. [`crate::StoreError::Taken`] when the version is there already.
pub async fn put_policy(tx: &Tx, settings: &Policy, from_at: Timestamp) -> Result<()> {
    let row = policy::ActiveModel {
        version: Set(settings.version),
        settings: Set(codec::to_json(settings)?),
        from_at: Set(from_at),
    };
    policy::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// A single setting, such as the offset of the demonstration's clock.
pub async fn get<T: DeserializeOwned>(source: &impl Source, name: &str) -> Result<Option<T>> {
    let row = setting::Entity::find_by_id(name).one(source.conn()).await?;
    row.map(|row| codec::from_json(name, &row.value)).transpose()
}

/// Sets a single setting.
pub async fn put<T: Serialize>(tx: &Tx, name: &str, value: &T) -> Result<()> {
    let row = setting::ActiveModel { name: Set(name.to_owned()), value: Set(codec::to_json(value)?) };
    let replace = OnConflict::column(setting::Column::Name).update_column(setting::Column::Value).to_owned();
    setting::Entity::insert(row).on_conflict(replace).exec_without_returning(tx.conn()).await?;
    Ok(())
}

fn open(row: policy::Model) -> Result<Policy> {
    codec::from_json("policy.settings", &row.settings)
}

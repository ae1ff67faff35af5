//! Branch offices (C8).

use domain::programme::Bilingual;
use sea_orm::{ActiveValue::Set, EntityTrait, QueryOrder};

use crate::{Source, Tx, entities::branch, error::Result};

/// A branch office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    pub id: i64,
    pub name: Bilingual,
}

impl From<branch::Model> for Branch {
    fn from(row: branch::Model) -> Self {
        Self { id: row.id, name: Bilingual { ar: row.name_ar, en: row.name_en } }
    }
}

/// Every branch, the oldest first.
pub async fn all(source: &impl Source) -> Result<Vec<Branch>> {
    let rows = branch::Entity::find().order_by_asc(branch::Column::Id).all(source.conn()).await?;
    Ok(rows.into_iter().map(Branch::from).collect())
}

pub async fn find(source: &impl Source, id: i64) -> Result<Option<Branch>> {
    Ok(branch::Entity::find_by_id(id).one(source.conn()).await?.map(Branch::from))
}

/// Adds a branch and gives its id.
pub async fn insert(tx: &Tx, name: &Bilingual) -> Result<i64> {
    let row =
        branch::ActiveModel { name_ar: Set(name.ar.clone()), name_en: Set(name.en.clone()), ..Default::default() };
    Ok(branch::Entity::insert(row).exec(tx.conn()).await?.last_insert_id)
}

//! Programmes, every version of them: a request keeps the version it was made under (T3).

use domain::{Timestamp, programme::ProgrammeSpec};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Expr};

use crate::{Source, Tx, codec, entities::programme, error::Result};

/// The current version of every programme, by slug.
pub async fn current_all(source: &impl Source) -> Result<Vec<ProgrammeSpec>> {
    let rows = programme::Entity::find()
        .filter(programme::Column::IsCurrent.eq(true))
        .order_by_asc(programme::Column::Slug)
        .all(source.conn())
        .await?;
    rows.into_iter().map(open).collect()
}

/// The current version of a programme.
pub async fn by_slug(source: &impl Source, slug: &str) -> Result<Option<ProgrammeSpec>> {
    let row = programme::Entity::find()
        .filter(programme::Column::Slug.eq(slug))
        .filter(programme::Column::IsCurrent.eq(true))
        .one(source.conn())
        .await?;
    row.map(open).transpose()
}

/// One version of a programme, current or not.
pub async fn by_version(source: &impl Source, slug: &str, version: i64) -> Result<Option<ProgrammeSpec>> {
    let row = programme::Entity::find()
        .filter(programme::Column::Slug.eq(slug))
        .filter(programme::Column::Version.eq(version))
        .one(source.conn())
        .await?;
    row.map(open).transpose()
}

/// Adds a version and makes it the current one. [`crate::StoreError::Taken`] when the version is there already.
pub async fn put(tx: &Tx, spec: &ProgrammeSpec, at: Timestamp) -> Result<()> {
    programme::Entity::update_many()
        .col_expr(programme::Column::IsCurrent, Expr::value(false))
        .filter(programme::Column::Slug.eq(&spec.slug))
        .exec(tx.conn())
        .await?;
    let row = programme::ActiveModel {
        slug: Set(spec.slug.clone()),
        version: Set(spec.version),
        spec: Set(codec::to_json(spec)?),
        is_current: Set(true),
        created_at: Set(at),
        ..Default::default()
    };
    programme::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

fn open(row: programme::Model) -> Result<ProgrammeSpec> {
    codec::from_json("programme.spec", &row.spec)
}

//! What volunteers are looked for.

use domain::{
    Timestamp,
    programme::Bilingual,
    volunteer::{Opportunity, Slug},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Expr};

use crate::{Source, StoreError, Tx, codec, entities::volunteer_opportunity as table, error::Result};

/// An opportunity as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub id: i64,
    pub opportunity: Opportunity,
    pub version: i64,
}

pub async fn find(source: &impl Source, id: i64) -> Result<Option<Kept>> {
    table::Entity::find_by_id(id).one(source.conn()).await?.map(open).transpose()
}

pub async fn find_by_slug(source: &impl Source, slug: &Slug) -> Result<Option<Kept>> {
    let row = table::Entity::find().filter(table::Column::Slug.eq(slug.as_str())).one(source.conn()).await?;
    row.map(open).transpose()
}

/// Every opportunity, the newest first.
pub async fn all(source: &impl Source) -> Result<Vec<Kept>> {
    let rows = table::Entity::find().order_by_desc(table::Column::Id).all(source.conn()).await?;
    rows.into_iter().map(open).collect()
}

/// Keeps a new opportunity. [`StoreError::Taken`] when its slug is in use.
pub async fn insert(tx: &Tx, new: &Opportunity, at: Timestamp) -> Result<i64> {
    let row = table::ActiveModel { created_at: Set(at), version: Set(1), ..columns(new, at)? };
    Ok(table::Entity::insert(row).exec(tx.conn()).await?.last_insert_id)
}

/// Saves everything but the slug. [`StoreError::Conflict`] when the row is no longer at `version`.
pub async fn save(tx: &Tx, id: i64, version: i64, changed: &Opportunity, at: Timestamp) -> Result<()> {
    let mut change = columns(changed, at)?;
    change.slug = sea_orm::ActiveValue::NotSet;
    let saved = table::Entity::update_many()
        .set(change)
        .col_expr(table::Column::Version, Expr::value(version + 1))
        .filter(table::Column::Id.eq(id))
        .filter(table::Column::Version.eq(version))
        .exec(tx.conn())
        .await?;
    if saved.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

fn columns(of: &Opportunity, at: Timestamp) -> Result<table::ActiveModel> {
    Ok(table::ActiveModel {
        slug: Set(of.slug.to_string()),
        title_ar: Set(of.title.ar.clone()),
        title_en: Set(of.title.en.clone()),
        work_ar: Set(of.work.ar.clone()),
        work_en: Set(of.work.en.clone()),
        place_ar: Set(of.place.ar.clone()),
        place_en: Set(of.place.en.clone()),
        audience: Set(codec::to_slug(of.audience)?),
        skills: Set(codec::to_json(&of.skills)?),
        wanted: Set(of.wanted.into()),
        open: Set(of.open),
        updated_at: Set(at),
        ..Default::default()
    })
}

fn open(row: table::Model) -> Result<Kept> {
    let opportunity = Opportunity {
        slug: Slug::parse(&row.slug).map_err(|why| StoreError::damaged("volunteer_opportunity.slug", why))?,
        title: Bilingual { ar: row.title_ar, en: row.title_en },
        work: Bilingual { ar: row.work_ar, en: row.work_en },
        place: Bilingual { ar: row.place_ar, en: row.place_en },
        audience: codec::from_slug("volunteer_opportunity.audience", &row.audience)?,
        skills: codec::from_json("volunteer_opportunity.skills", &row.skills)?,
        wanted: codec::small("volunteer_opportunity.wanted", row.wanted)?,
        open: row.open,
    };
    Ok(Kept { id: row.id, opportunity, version: row.version })
}

//! The association's own wordings of messages; where there is none, the product's own words stand.

use domain::{StaffId, Timestamp, message::Template};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use crate::{Language, Source, StoreError, Tx, entities::message_wording, error::Result};

/// A wording, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    pub template: Template,
    pub language: Language,
    pub body: String,
    /// One more with every change.
    pub version: i64,
    pub by: StaffId,
    pub at: Timestamp,
}

pub async fn find(source: &impl Source, template: Template, language: Language) -> Result<Option<Wording>> {
    let key = (template.slug().to_owned(), language.slug().to_owned());
    let row = message_wording::Entity::find_by_id(key).one(source.conn()).await?;
    row.map(open).transpose()
}

pub async fn all(source: &impl Source) -> Result<Vec<Wording>> {
    message_wording::Entity::find().all(source.conn()).await?.into_iter().map(open).collect()
}

/// Keeps a wording whose version is one more than the one seen; 1 where there was none. [`StoreError::Conflict`] when
/// somebody else changed it in the meantime.
pub async fn put(tx: &Tx, wording: &Wording) -> Result<()> {
    use message_wording::Column;
    let row = message_wording::ActiveModel {
        template: Set(wording.template.slug().to_owned()),
        language: Set(wording.language.slug().to_owned()),
        body: Set(wording.body.clone()),
        version: Set(wording.version),
        staff_id: Set(wording.by.0),
        at: Set(wording.at),
    };
    let changed = if wording.version == 1 {
        let keep = OnConflict::columns([Column::Template, Column::Language]).do_nothing().to_owned();
        message_wording::Entity::insert(row).on_conflict(keep).exec_without_returning(tx.conn()).await?
    } else {
        let seen = of(wording.template, wording.language).and(Expr::col(Column::Version).eq(wording.version - 1));
        message_wording::Entity::update_many().set(row).filter(seen).exec(tx.conn()).await?.rows_affected
    };
    if changed == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Takes a wording away: the product's own words stand again. [`StoreError::Conflict`] when it is not as it was seen.
pub async fn remove(tx: &Tx, template: Template, language: Language, seen: i64) -> Result<()> {
    let seen = of(template, language).and(message_wording::Column::Version.eq(seen));
    let removed = message_wording::Entity::delete_many().filter(seen).exec(tx.conn()).await?;
    if removed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

fn of(template: Template, language: Language) -> Expr {
    message_wording::Column::Template.eq(template.slug()).and(message_wording::Column::Language.eq(language.slug()))
}

fn open(row: message_wording::Model) -> Result<Wording> {
    Ok(Wording {
        template: Template::from_slug(&row.template).ok_or_else(|| StoreError::damaged("template", &row.template))?,
        language: Language::from_slug(&row.language)?,
        body: row.body,
        version: row.version,
        by: StaffId(row.staff_id),
        at: row.at,
    })
}

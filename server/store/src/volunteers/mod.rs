//! Volunteers (P1, C6), by their verified mobile. Mobile and profile are sealed; they are found by a keyed hash of the
//! mobile, and by the folded name.

pub mod applications;
pub mod certificates;
pub mod opportunities;
pub mod places;
pub mod shifts;

use domain::{Mobile, Timestamp, VolunteerId, volunteer::Profile};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};

use crate::{Language, Source, StoreError, Tx, Vault, entities::volunteer, error::Result};

/// A volunteer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Volunteer {
    pub id: VolunteerId,
    pub mobile: Mobile,
    pub profile: Profile,
    /// The language they are written to in.
    pub language: Language,
    pub created_at: Timestamp,
}

pub async fn find(source: &impl Source, id: VolunteerId) -> Result<Option<Volunteer>> {
    let row = volunteer::Entity::find_by_id(id.0).one(source.conn()).await?;
    row.map(|row| open(source.vault(), row)).transpose()
}

pub async fn find_by_mobile(source: &impl Source, mobile: &Mobile) -> Result<Option<Volunteer>> {
    let row = volunteer::Entity::find()
        .filter(volunteer::Column::MobileIndex.eq(index_of(source.vault(), mobile)))
        .one(source.conn())
        .await?;
    row.map(|row| open(source.vault(), row)).transpose()
}

/// Enters a volunteer whose mobile was verified. [`StoreError::Taken`] when the mobile is known already.
pub async fn insert(
    tx: &Tx,
    mobile: &Mobile,
    profile: &Profile,
    language: Language,
    at: Timestamp,
) -> Result<VolunteerId> {
    let vault = tx.vault();
    let index = index_of(vault, mobile);
    let row = volunteer::ActiveModel {
        mobile_sealed: Set(vault.seal_json("volunteer.mobile", &index, mobile)?),
        profile_sealed: Set(vault.seal_json("volunteer.profile", &index, profile)?),
        name_normal: Set(profile.name.normalised()),
        language: Set(language.slug().to_owned()),
        created_at: Set(at),
        updated_at: Set(at),
        version: Set(1),
        mobile_index: Set(index),
        ..Default::default()
    };
    Ok(VolunteerId(volunteer::Entity::insert(row).exec(tx.conn()).await?.last_insert_id))
}

/// The volunteer told about themselves anew.
pub async fn update(tx: &Tx, of: &Volunteer, profile: &Profile, at: Timestamp) -> Result<()> {
    let index = index_of(tx.vault(), &of.mobile);
    let change = volunteer::ActiveModel {
        profile_sealed: Set(tx.vault().seal_json("volunteer.profile", &index, profile)?),
        name_normal: Set(profile.name.normalised()),
        updated_at: Set(at),
        ..Default::default()
    };
    let changed =
        volunteer::Entity::update_many().set(change).filter(volunteer::Column::Id.eq(of.id.0)).exec(tx.conn()).await?;
    if changed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Keeps every other transaction off this volunteer's places until this one ends: what is read after it stays true.
pub async fn hold(tx: &Tx, id: VolunteerId) -> Result<()> {
    let held = volunteer::Entity::update_many()
        .col_expr(volunteer::Column::Version, Expr::col(volunteer::Column::Version).add(1_i64))
        .filter(volunteer::Column::Id.eq(id.0))
        .exec(tx.conn())
        .await?;
    if held.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

fn index_of(vault: &Vault, mobile: &Mobile) -> String {
    vault.blind_index("volunteer.mobile", mobile.as_str())
}

pub(crate) fn open(vault: &Vault, row: volunteer::Model) -> Result<Volunteer> {
    let index = &row.mobile_index;
    Ok(Volunteer {
        id: VolunteerId(row.id),
        mobile: vault.open_json("volunteer.mobile", index, &row.mobile_sealed)?,
        profile: vault.open_json("volunteer.profile", index, &row.profile_sealed)?,
        language: Language::from_slug(&row.language)?,
        created_at: row.created_at,
    })
}

//! People known to the association. National id, mobile and name are sealed; they are found by keyed hashes, and by
//! the folded name.

use chrono::NaiveDate;
use domain::{Mobile, NationalId, PersonId, PersonName, Timestamp};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::LikeExpr,
};

use crate::{Language, Source, StoreError, Tx, Vault, entities::person, error::Result};

/// A person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub national_id: NationalId,
    pub mobile: Mobile,
    /// Unknown until the person told it.
    pub name: Option<PersonName>,
    pub born_on: Option<NaiveDate>,
    pub language: Language,
    pub branch: Option<i64>,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
}

/// A person to enter.
#[derive(Clone, Debug)]
pub struct NewPerson {
    pub national_id: NationalId,
    pub mobile: Mobile,
    pub name: Option<PersonName>,
    pub born_on: Option<NaiveDate>,
    pub language: Language,
    pub branch: Option<i64>,
    pub at: Timestamp,
}

/// What two people have in common (H2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alike {
    NationalId,
    Mobile,
    Name,
}

/// A person who may be the same as another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspect {
    pub person: Person,
    pub alike: Vec<Alike>,
}

/// Names at least this alike (Jaro–Winkler, 0 to 1) are shown to the employee.
const NAMES_ALIKE: f64 = 0.93;
/// Names compared at most.
const CANDIDATES: u64 = 500;

pub async fn find(source: &impl Source, id: PersonId) -> Result<Option<Person>> {
    let row = person::Entity::find_by_id(id.0).one(source.conn()).await?;
    row.map(|row| open(source.vault(), row)).transpose()
}

pub async fn find_by_national_id(source: &impl Source, id: &NationalId) -> Result<Option<Person>> {
    let row = person::Entity::find()
        .filter(person::Column::NationalIdIndex.eq(national_id_index(source.vault(), id)))
        .one(source.conn())
        .await?;
    row.map(|row| open(source.vault(), row)).transpose()
}

/// Enters a person. [`StoreError::Taken`] when the national id is known already.
pub async fn insert(tx: &Tx, new: &NewPerson) -> Result<PersonId> {
    let vault = tx.vault();
    let index = national_id_index(vault, &new.national_id);
    let row = person::ActiveModel {
        national_id_sealed: Set(vault.seal_json("person.national_id", &index, &new.national_id)?),
        mobile_sealed: Set(vault.seal_json("person.mobile", &index, &new.mobile)?),
        mobile_index: Set(mobile_index(vault, &new.mobile)),
        name_sealed: Set(seal_name(vault, &index, new.name.as_ref())?),
        name_normal: Set(new.name.as_ref().map(PersonName::normalised)),
        born_on: Set(new.born_on),
        language: Set(new.language.slug().to_owned()),
        branch_id: Set(new.branch),
        created_at: Set(new.at),
        updated_at: Set(new.at),
        national_id_index: Set(index),
        ..Default::default()
    };
    Ok(PersonId(person::Entity::insert(row).exec(tx.conn()).await?.last_insert_id))
}

/// The person told their name and day of birth.
pub async fn update_contact(tx: &Tx, id: PersonId, name: &PersonName, born_on: NaiveDate, at: Timestamp) -> Result<()> {
    let index = index_of(tx, id).await?;
    let change = person::ActiveModel {
        name_sealed: Set(seal_name(tx.vault(), &index, Some(name))?),
        name_normal: Set(Some(name.normalised())),
        born_on: Set(Some(born_on)),
        updated_at: Set(at),
        ..Default::default()
    };
    change_one(tx, id, change).await
}

/// The person has another mobile number.
pub async fn update_mobile(tx: &Tx, id: PersonId, mobile: &Mobile, at: Timestamp) -> Result<()> {
    let index = index_of(tx, id).await?;
    let change = person::ActiveModel {
        mobile_sealed: Set(tx.vault().seal_json("person.mobile", &index, mobile)?),
        mobile_index: Set(mobile_index(tx.vault(), mobile)),
        updated_at: Set(at),
        ..Default::default()
    };
    change_one(tx, id, change).await
}

/// The language the person is written to in.
pub async fn update_language(tx: &Tx, id: PersonId, language: Language, at: Timestamp) -> Result<()> {
    let change =
        person::ActiveModel { language: Set(language.slug().to_owned()), updated_at: Set(at), ..Default::default() };
    change_one(tx, id, change).await
}

/// Erases name and day of birth (PDPL). National id and mobile stay: with them the person signs in.
pub async fn erase_name(tx: &Tx, id: PersonId, at: Timestamp) -> Result<()> {
    let change = person::ActiveModel {
        name_sealed: Set(None),
        name_normal: Set(None),
        born_on: Set(None),
        updated_at: Set(at),
        ..Default::default()
    };
    change_one(tx, id, change).await
}

/// Other people with the same mobile, a name that is the same or close, or whose national id is in `household`.
pub async fn similar(source: &impl Source, person: &Person, household: &[NationalId]) -> Result<Vec<Suspect>> {
    let vault = source.vault();
    let mobile = mobile_index(vault, &person.mobile);
    let household: Vec<String> = household.iter().map(|id| national_id_index(vault, id)).collect();
    let name = person.name.as_ref().map(PersonName::normalised);
    let mut any = Condition::any()
        .add(person::Column::MobileIndex.eq(&mobile))
        .add(person::Column::NationalIdIndex.is_in(&household));
    if let Some(name) = &name {
        any = any.add(person::Column::NameNormal.eq(name));
        if let (Some((own, _)), Some((_, family))) = (name.split_once(' '), name.rsplit_once(' ')) {
            any = any.add(person::Column::NameNormal.like(same_ends(own, family)));
        }
    }
    let rows = person::Entity::find()
        .filter(person::Column::Id.ne(person.id.0))
        .filter(any)
        .order_by_asc(person::Column::Id)
        .limit(CANDIDATES)
        .all(source.conn())
        .await?;
    let mut suspects = Vec::new();
    for row in rows {
        let close = match (&name, &row.name_normal) {
            (Some(name), Some(other)) => strsim::jaro_winkler(name, other) >= NAMES_ALIKE,
            _ => false,
        };
        let alike: Vec<Alike> = [
            (household.contains(&row.national_id_index), Alike::NationalId),
            (row.mobile_index == mobile, Alike::Mobile),
            (close, Alike::Name),
        ]
        .into_iter()
        .filter_map(|(is, alike)| is.then_some(alike))
        .collect();
        if !alike.is_empty() {
            suspects.push(Suspect { person: open(vault, row)?, alike });
        }
    }
    Ok(suspects)
}

/// Names that begin with the same first and end with the same last word.
fn same_ends(own: &str, family: &str) -> LikeExpr {
    let plain = |word: &str| word.replace(['%', '_', '\\'], "");
    LikeExpr::new(format!("{} % {}", plain(own), plain(family)))
}

async fn index_of(tx: &Tx, id: PersonId) -> Result<String> {
    let index: Option<String> = person::Entity::find_by_id(id.0)
        .select_only()
        .column(person::Column::NationalIdIndex)
        .into_tuple()
        .one(tx.conn())
        .await?;
    index.ok_or(StoreError::Conflict)
}

async fn change_one(tx: &Tx, id: PersonId, change: person::ActiveModel) -> Result<()> {
    let changed = person::Entity::update_many().set(change).filter(person::Column::Id.eq(id.0)).exec(tx.conn()).await?;
    if changed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

fn national_id_index(vault: &Vault, id: &NationalId) -> String {
    vault.blind_index("national_id", id.as_str())
}

fn mobile_index(vault: &Vault, mobile: &Mobile) -> String {
    vault.blind_index("mobile", mobile.as_str())
}

fn seal_name(vault: &Vault, index: &str, name: Option<&PersonName>) -> Result<Option<Vec<u8>>> {
    Ok(name.map(|name| vault.seal_json("person.name", index, name)).transpose()?)
}

fn open(vault: &Vault, row: person::Model) -> Result<Person> {
    let index = &row.national_id_index;
    Ok(Person {
        id: PersonId(row.id),
        national_id: vault.open_json("person.national_id", index, &row.national_id_sealed)?,
        mobile: vault.open_json("person.mobile", index, &row.mobile_sealed)?,
        name: row.name_sealed.map(|name| vault.open_json("person.name", index, &name)).transpose()?,
        born_on: row.born_on,
        language: Language::from_slug(&row.language)?,
        branch: row.branch_id,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}

//! Applications to volunteer: one a volunteer and opportunity. Words and reasons are sealed.

use std::collections::BTreeMap;

use domain::{
    LongText, Reference, StaffId, Timestamp, VolunteerId, name,
    volunteer::{Standing, StandingKind},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, LikeExpr},
};

use super::Volunteer;
use crate::{
    Source, StoreError, Tx, Vault,
    entities::{volunteer, volunteer_application as table},
    error::Result,
};

/// An application as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    pub id: i64,
    pub reference: Reference,
    pub volunteer: VolunteerId,
    pub opportunity: i64,
    pub words: Option<LongText>,
    pub standing: Standing,
    pub created_at: Timestamp,
    pub version: i64,
}

/// An application to keep.
#[derive(Clone, Debug)]
pub struct NewApplication {
    pub reference: Reference,
    pub volunteer: VolunteerId,
    pub opportunity: i64,
    pub words: Option<LongText>,
    pub at: Timestamp,
}

/// What a list asks for.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub standing: Option<StandingKind>,
    /// Part of a name, in any spelling.
    pub search: Option<String>,
    pub limit: u64,
}

pub async fn find_by_reference(source: &impl Source, reference: &Reference) -> Result<Option<Application>> {
    let row = table::Entity::find().filter(table::Column::Reference.eq(reference.as_str())).one(source.conn()).await?;
    row.map(|row| open(source.vault(), row)).transpose()
}

pub async fn find(source: &impl Source, id: i64) -> Result<Option<Application>> {
    let row = table::Entity::find_by_id(id).one(source.conn()).await?;
    row.map(|row| open(source.vault(), row)).transpose()
}

/// A volunteer's applications, the newest first.
pub async fn of_volunteer(source: &impl Source, volunteer: VolunteerId) -> Result<Vec<Application>> {
    let rows = table::Entity::find()
        .filter(table::Column::VolunteerId.eq(volunteer.0))
        .order_by_desc(table::Column::Id)
        .all(source.conn())
        .await?;
    rows.into_iter().map(|row| open(source.vault(), row)).collect()
}

/// Accepted applications of an opportunity.
pub async fn accepted(source: &impl Source, opportunity: i64) -> Result<u64> {
    let count: Option<i64> = table::Entity::find()
        .select_only()
        .column_as(table::Column::Id.count(), "count")
        .filter(table::Column::OpportunityId.eq(opportunity))
        .filter(table::Column::Standing.eq(StandingKind::Accepted.slug()))
        .into_tuple()
        .one(source.conn())
        .await?;
    Ok(count.and_then(|count| u64::try_from(count).ok()).unwrap_or_default())
}

/// How many applications stand where.
pub async fn counts(source: &impl Source) -> Result<BTreeMap<StandingKind, u64>> {
    let rows: Vec<(String, i64)> = table::Entity::find()
        .select_only()
        .column(table::Column::Standing)
        .column_as(table::Column::Id.count(), "count")
        .group_by(table::Column::Standing)
        .into_tuple()
        .all(source.conn())
        .await?;
    rows.into_iter().map(|(slug, count)| Ok((kind(&slug)?, u64::try_from(count).unwrap_or_default()))).collect()
}

/// Applications with who made them: of those that wait, the longest waiting first; of all others, the newest.
pub async fn list(source: &impl Source, filter: &Filter) -> Result<Vec<(Application, Volunteer)>> {
    let mut query = table::Entity::find();
    if let Some(standing) = filter.standing {
        query = query.filter(table::Column::Standing.eq(standing.slug()));
    }
    if let Some(text) = &filter.search {
        let text = name::normalise(text).replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
        let named = volunteer::Entity::find()
            .select_only()
            .column(volunteer::Column::Id)
            .filter(volunteer::Column::NameNormal.like(LikeExpr::new(format!("%{text}%")).escape('\\')))
            .into_query();
        query = query.filter(table::Column::VolunteerId.in_subquery(named));
    }
    let order = if filter.standing == Some(StandingKind::Received) { Order::Asc } else { Order::Desc };
    let rows = query.order_by(table::Column::Id, order).limit(filter.limit).all(source.conn()).await?;
    let people = volunteer::Entity::find()
        .filter(volunteer::Column::Id.is_in(rows.iter().map(|row| row.volunteer_id)))
        .all(source.conn())
        .await?;
    let people: BTreeMap<i64, Volunteer> =
        people.into_iter().map(|row| Ok((row.id, super::open(source.vault(), row)?))).collect::<Result<_>>()?;
    rows.into_iter()
        .map(|row| {
            let person = people.get(&row.volunteer_id).cloned();
            let person = person.ok_or_else(|| StoreError::damaged("volunteer_application.volunteer", row.id))?;
            Ok((open(source.vault(), row)?, person))
        })
        .collect()
}

/// Keeps an application. [`StoreError::Taken`] when the volunteer applied to the opportunity before.
pub async fn insert(tx: &Tx, new: &NewApplication) -> Result<i64> {
    let key = new.reference.as_str();
    let words =
        new.words.as_ref().map(|words| tx.vault().seal_json("volunteer_application.words", key, words)).transpose()?;
    let row = table::ActiveModel {
        reference: Set(key.to_owned()),
        volunteer_id: Set(new.volunteer.0),
        opportunity_id: Set(new.opportunity),
        words_sealed: Set(words),
        standing: Set(StandingKind::Received.slug().to_owned()),
        reason_sealed: Set(None),
        answered_by: Set(None),
        answered_at: Set(None),
        created_at: Set(new.at),
        version: Set(1),
        ..Default::default()
    };
    Ok(table::Entity::insert(row).exec(tx.conn()).await?.last_insert_id)
}

/// Saves where the application stands. [`StoreError::Conflict`] when it is no longer at the version it was read at.
pub async fn save(tx: &Tx, application: &Application) -> Result<()> {
    let (reason, by, at) = match &application.standing {
        Standing::Received => (None, None, None),
        Standing::Accepted { by, at } => (None, Some(by.0), Some(*at)),
        Standing::Declined { reason, by, at } => (Some(reason), Some(by.0), Some(*at)),
    };
    let key = application.reference.as_str();
    let change = table::ActiveModel {
        standing: Set(application.standing.kind().slug().to_owned()),
        reason_sealed: Set(reason
            .map(|reason| tx.vault().seal_json("volunteer_application.reason", key, reason))
            .transpose()?),
        answered_by: Set(by),
        answered_at: Set(at),
        ..Default::default()
    };
    let saved = table::Entity::update_many()
        .set(change)
        .col_expr(table::Column::Version, Expr::value(application.version + 1))
        .filter(table::Column::Id.eq(application.id))
        .filter(table::Column::Version.eq(application.version))
        .exec(tx.conn())
        .await?;
    if saved.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

fn kind(slug: &str) -> Result<StandingKind> {
    StandingKind::from_slug(slug).ok_or_else(|| StoreError::damaged("volunteer_application.standing", slug))
}

fn open(vault: &Vault, row: table::Model) -> Result<Application> {
    let key = &row.reference;
    let unread = || StoreError::damaged("volunteer_application", key);
    let answered = row.answered_by.map(StaffId).zip(row.answered_at);
    let standing = match kind(&row.standing)? {
        StandingKind::Received => Standing::Received,
        StandingKind::Accepted => {
            let (by, at) = answered.ok_or_else(unread)?;
            Standing::Accepted { by, at }
        }
        StandingKind::Declined => {
            let (by, at) = answered.ok_or_else(unread)?;
            let reason = row.reason_sealed.as_ref().ok_or_else(unread)?;
            Standing::Declined { reason: vault.open_json("volunteer_application.reason", key, reason)?, by, at }
        }
    };
    let words = row.words_sealed.as_ref();
    Ok(Application {
        id: row.id,
        reference: Reference::parse(key).map_err(|why| StoreError::damaged("volunteer_application.reference", why))?,
        volunteer: VolunteerId(row.volunteer_id),
        opportunity: row.opportunity_id,
        words: words.map(|words| vault.open_json("volunteer_application.words", key, words)).transpose()?,
        standing,
        created_at: row.created_at,
        version: row.version,
    })
}

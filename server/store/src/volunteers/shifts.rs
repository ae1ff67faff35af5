//! Shifts, and the places left in them. A place is taken with one guarded statement, so that a shift never holds more
//! volunteers than it has room for, however many ask at once.

use domain::{
    ShiftId,
    volunteer::{ClockTime, ShiftPlan},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait},
};

use crate::{Source, StoreError, Tx, codec, entities::volunteer_shift as table, error::Result};

/// A shift as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    pub id: ShiftId,
    pub opportunity: i64,
    pub plan: ShiftPlan,
    pub taken: u16,
    pub version: i64,
}

impl Shift {
    /// Places nobody has.
    pub fn left(&self) -> u16 {
        self.plan.capacity.saturating_sub(self.taken)
    }
}

pub async fn find(source: &impl Source, id: ShiftId) -> Result<Option<Shift>> {
    table::Entity::find_by_id(id.0).one(source.conn()).await?.map(open).transpose()
}

/// The shifts of an opportunity, by day and hour.
pub async fn of_opportunity(source: &impl Source, opportunity: i64) -> Result<Vec<Shift>> {
    let rows = table::Entity::find()
        .filter(table::Column::OpportunityId.eq(opportunity))
        .order_by_asc(table::Column::HeldOn)
        .order_by_asc(table::Column::Starts)
        .all(source.conn())
        .await?;
    rows.into_iter().map(open).collect()
}

/// Plans a shift. [`StoreError::Taken`] when the opportunity has one that begins then.
pub async fn insert(tx: &Tx, opportunity: i64, plan: &ShiftPlan) -> Result<ShiftId> {
    let row = table::ActiveModel {
        opportunity_id: Set(opportunity),
        held_on: Set(plan.on),
        starts: Set(plan.from.minutes().into()),
        ends: Set(plan.until.minutes().into()),
        capacity: Set(plan.capacity.into()),
        taken: Set(0),
        version: Set(1),
        ..Default::default()
    };
    Ok(ShiftId(table::Entity::insert(row).exec(tx.conn()).await?.last_insert_id))
}

/// Removes a shift that nobody asked for; the table of places refuses otherwise.
pub async fn delete(tx: &Tx, id: ShiftId) -> Result<()> {
    let gone = table::Entity::delete_by_id(id.0).exec(tx.conn()).await?;
    if gone.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Takes a place, if one is left: `false` when the shift is full.
pub async fn take(tx: &Tx, id: ShiftId) -> Result<bool> {
    let taken = table::Entity::update_many()
        .col_expr(table::Column::Taken, Expr::col(table::Column::Taken).add(1_i64))
        .filter(table::Column::Id.eq(id.0))
        .filter(Expr::col(table::Column::Taken).lt(Expr::col(table::Column::Capacity)))
        .exec(tx.conn())
        .await?;
    Ok(taken.rows_affected == 1)
}

/// Gives a place back.
pub async fn give_back(tx: &Tx, id: ShiftId) -> Result<()> {
    let given = table::Entity::update_many()
        .col_expr(table::Column::Taken, Expr::col(table::Column::Taken).sub(1_i64))
        .filter(table::Column::Id.eq(id.0))
        .filter(table::Column::Taken.gt(0))
        .exec(tx.conn())
        .await?;
    if given.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// The attendance was written down. [`StoreError::Conflict`] when the shift is no longer at `version`.
pub async fn advance(tx: &Tx, id: ShiftId, version: i64) -> Result<()> {
    let saved = table::Entity::update_many()
        .col_expr(table::Column::Version, Expr::value(version + 1))
        .filter(table::Column::Id.eq(id.0))
        .filter(table::Column::Version.eq(version))
        .exec(tx.conn())
        .await?;
    if saved.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

pub(super) fn open(row: table::Model) -> Result<Shift> {
    let time = |minutes| {
        let time = u16::try_from(minutes).ok().and_then(ClockTime::from_minutes);
        time.ok_or_else(|| StoreError::damaged("volunteer_shift.starts", minutes))
    };
    Ok(Shift {
        id: ShiftId(row.id),
        opportunity: row.opportunity_id,
        plan: ShiftPlan {
            on: row.held_on,
            from: time(row.starts)?,
            until: time(row.ends)?,
            capacity: codec::small("volunteer_shift.capacity", row.capacity)?,
        },
        taken: codec::small("volunteer_shift.taken", row.taken)?,
        version: row.version,
    })
}

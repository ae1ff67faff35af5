//! Volunteers' places in shifts, and the hours confirmed for them.

use std::collections::BTreeMap;

use domain::{PlaceId, ShiftId, StaffId, Timestamp, VolunteerId, volunteer::Attendance};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Expr};

use super::shifts::{self, Shift};
use crate::{
    Source, StoreError, Tx, codec,
    entities::{volunteer_place as table, volunteer_shift},
    error::Result,
};

/// A volunteer's place in a shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub id: PlaceId,
    pub shift: ShiftId,
    pub volunteer: VolunteerId,
    pub attendance: Attendance,
}

/// Everything a volunteer asked for or has, with its shift, by day and hour.
pub async fn of_volunteer(source: &impl Source, volunteer: VolunteerId) -> Result<Vec<(Place, Shift)>> {
    let rows = table::Entity::find().filter(table::Column::VolunteerId.eq(volunteer.0)).all(source.conn()).await?;
    let shifts = volunteer_shift::Entity::find()
        .filter(volunteer_shift::Column::Id.is_in(rows.iter().map(|row| row.shift_id)))
        .all(source.conn())
        .await?;
    let shifts: BTreeMap<i64, Shift> =
        shifts.into_iter().map(|row| Ok((row.id, shifts::open(row)?))).collect::<Result<_>>()?;
    let mut places = Vec::new();
    for row in rows {
        let shift = shifts.get(&row.shift_id).copied();
        let shift = shift.ok_or_else(|| StoreError::damaged("volunteer_place.shift", row.id))?;
        places.push((open(&row)?, shift));
    }
    places.sort_by_key(|(_, shift)| (shift.plan.on, shift.plan.from));
    Ok(places)
}

/// Who has a place in a shift, in the order they got it. Places only asked for are left out.
pub async fn held(source: &impl Source, shift: ShiftId) -> Result<Vec<Place>> {
    let rows = table::Entity::find()
        .filter(table::Column::ShiftId.eq(shift.0))
        .filter(table::Column::Held.eq(true))
        .order_by_asc(table::Column::Id)
        .all(source.conn())
        .await?;
    rows.iter().map(open).collect()
}

/// Does anybody have or ask for a place in this shift?
pub async fn in_use(source: &impl Source, shift: ShiftId) -> Result<bool> {
    let row = table::Entity::find().filter(table::Column::ShiftId.eq(shift.0)).one(source.conn()).await?;
    Ok(row.is_some())
}

/// Enters a volunteer for a shift. [`StoreError::Taken`] when they are entered already.
pub async fn insert(tx: &Tx, shift: ShiftId, volunteer: VolunteerId, held: bool) -> Result<()> {
    let row = table::ActiveModel {
        shift_id: Set(shift.0),
        volunteer_id: Set(volunteer.0),
        held: Set(held),
        minutes: Set(None),
        confirmed_by: Set(None),
        confirmed_at: Set(None),
        ..Default::default()
    };
    table::Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// What was asked for becomes theirs.
pub async fn grant(tx: &Tx, id: PlaceId) -> Result<()> {
    let granted = table::Entity::update_many()
        .col_expr(table::Column::Held, Expr::value(true))
        .filter(table::Column::Id.eq(id.0))
        .filter(table::Column::Held.eq(false))
        .exec(tx.conn())
        .await?;
    if granted.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Gives up a place. [`StoreError::Conflict`] when it is gone, or its hours are confirmed.
pub async fn delete(tx: &Tx, id: PlaceId) -> Result<()> {
    let gone = table::Entity::delete_many()
        .filter(table::Column::Id.eq(id.0))
        .filter(table::Column::Minutes.is_null())
        .exec(tx.conn())
        .await?;
    if gone.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Writes down the minutes of a place in this shift; 0 says that the volunteer did not come.
pub async fn confirm(tx: &Tx, shift: ShiftId, id: PlaceId, minutes: u16, by: StaffId, at: Timestamp) -> Result<()> {
    let change = table::ActiveModel {
        minutes: Set(Some(minutes.into())),
        confirmed_by: Set(Some(by.0)),
        confirmed_at: Set(Some(at)),
        ..Default::default()
    };
    let confirmed = table::Entity::update_many()
        .set(change)
        .filter(table::Column::Id.eq(id.0))
        .filter(table::Column::ShiftId.eq(shift.0))
        .filter(table::Column::Held.eq(true))
        .exec(tx.conn())
        .await?;
    if confirmed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

fn open(row: &table::Model) -> Result<Place> {
    let attendance = match (row.held, row.minutes) {
        (false, _) => Attendance::Asked,
        (true, None) => Attendance::Held,
        (true, Some(0)) => Attendance::Missed,
        (true, Some(minutes)) => Attendance::Came { minutes: codec::small("volunteer_place.minutes", minutes)? },
    };
    Ok(Place {
        id: PlaceId(row.id),
        shift: ShiftId(row.shift_id),
        volunteer: VolunteerId(row.volunteer_id),
        attendance,
    })
}

//! Taking a place in a shift, and giving it back, until the day before.

use domain::{
    ShiftId, VolunteerId,
    volunteer::{Act, Attendance, NotPossible, StandingKind},
};
use store::{
    Tx,
    volunteers::{Volunteer, applications, places, shifts, shifts::Shift},
};

use super::{audit, kept, me, require, tell, volunteer};
use crate::{Ctx, Error, Result, messages::Message};

/// Takes a place, if one is left. Taking what one has changes nothing.
pub async fn take(ctx: &Ctx, id: ShiftId) -> Result<()> {
    require(ctx, Act::ChangeShifts)?;
    let (ctx, who) = (ctx.clone(), me(ctx)?);
    let db = ctx.db().clone();
    db.write(move |tx| Box::pin(async move { taken(&ctx, tx, id, who).await })).await
}

async fn taken(ctx: &Ctx, tx: &Tx, id: ShiftId, who: VolunteerId) -> Result<()> {
    store::volunteers::hold(tx, who).await?;
    let shift = shifts::find(tx, id).await?.ok_or(Error::NotFound)?;
    let theirs = applications::of_volunteer(tx, who).await?;
    let accepted = theirs.iter().any(|application| {
        application.opportunity == shift.opportunity && application.standing.kind() == StandingKind::Accepted
    });
    if !accepted {
        return Err(NotPossible::NotAccepted.into());
    }
    let places = places::of_volunteer(tx, who).await?;
    if places.iter().any(|(place, _)| place.shift == id) {
        return Ok(());
    }
    if !shift.plan.may_change(ctx.today()) {
        return Err(NotPossible::TooLate.into());
    }
    if !kept(tx, shift.opportunity).await?.opportunity.open {
        return Err(NotPossible::Closed.into());
    }
    let others: Vec<Shift> = places.iter().map(|(_, shift)| *shift).collect();
    occupy(tx, &shift, &others).await?;
    places::insert(tx, id, who, true).await?;
    audit(ctx, tx, "take_shift", format!("volunteer_shift:{id}"), serde_json::json!({})).await?;
    announce(ctx, tx, &volunteer(tx, who).await?, &shift).await
}

/// Takes a place of a shift that is at the time of none of the others.
pub(super) async fn occupy(tx: &Tx, shift: &Shift, others: &[Shift]) -> Result<()> {
    if others.iter().any(|other| other.id != shift.id && other.plan.overlaps(&shift.plan)) {
        return Err(NotPossible::Overlaps.into());
    }
    if shifts::take(tx, shift.id).await? { Ok(()) } else { Err(NotPossible::Full.into()) }
}

/// Tells a volunteer when to come. Once a shift and moment: a place given back and taken anew is told anew.
pub(super) async fn announce(ctx: &Ctx, tx: &Tx, to: &Volunteer, shift: &Shift) -> Result<()> {
    let key = format!("volunteer_shift:{}:{}:{}", shift.id, to.id, ctx.now().timestamp_micros());
    tell(ctx, tx, to, &Message::VolunteerShift { plan: shift.plan }, key).await
}

/// Gives a place back. Giving back what one does not have changes nothing.
pub async fn leave(ctx: &Ctx, id: ShiftId) -> Result<()> {
    require(ctx, Act::ChangeShifts)?;
    let (ctx, who) = (ctx.clone(), me(ctx)?);
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            store::volunteers::hold(tx, who).await?;
            let shift = shifts::find(tx, id).await?.ok_or(Error::NotFound)?;
            let places = places::of_volunteer(tx, who).await?;
            let Some((place, _)) = places.into_iter().find(|(place, _)| place.shift == id) else { return Ok(()) };
            if place.attendance != Attendance::Held || !shift.plan.may_change(ctx.today()) {
                return Err(NotPossible::TooLate.into());
            }
            places::delete(tx, place.id).await?;
            shifts::give_back(tx, id).await?;
            audit(&ctx, tx, "leave_shift", format!("volunteer_shift:{id}"), serde_json::json!({})).await
        })
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        testing::World,
        volunteers::{mine, walk},
    };

    async fn left(world: &World, id: ShiftId) -> u16 {
        shifts::find(&world.house.db, id).await.expect("read").expect("there").left()
    }

    #[tokio::test]
    async fn a_place_is_taken_and_given_back() {
        let world = World::new().await;
        let (slug, shifts) = walk::opportunity(&world, &[2]).await;
        let (volunteer, reference) = walk::joined(&world, 1, &slug, &[]).await;
        let early = take(&volunteer, shifts[0]).await;
        assert!(matches!(early, Err(Error::NotPossible(NotPossible::NotAccepted))));
        walk::accepted(&world, &reference).await;
        for _ in 0..2 {
            take(&volunteer, shifts[0]).await.expect("taken, once");
        }
        assert_eq!((left(&world, shifts[0]).await, world.messages("volunteer_shift").await), (1, 1));
        for _ in 0..2 {
            leave(&volunteer, shifts[0]).await.expect("given back, once");
        }
        assert_eq!(left(&world, shifts[0]).await, 2);
        let stranger = take(&world.stranger(), shifts[0]).await;
        assert!(matches!(stranger, Err(Error::NotEntitled)));
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_rush_never_overfills_a_shift() {
        let world = World::new().await;
        let (slug, shifts) = walk::opportunity(&world, &[3]).await;
        let mut rush = Vec::new();
        for number in 0..9 {
            let (volunteer, reference) = walk::joined(&world, number, &slug, &[]).await;
            walk::accepted(&world, &reference).await;
            let shift = shifts[0];
            rush.push(tokio::spawn(async move { take(&volunteer, shift).await }));
        }
        let mut full = 0;
        for one in rush {
            match one.await.expect("ran") {
                Ok(()) => {}
                Err(Error::NotPossible(NotPossible::Full)) => full += 1,
                other => panic!("{other:?}"),
            }
        }
        assert_eq!((full, left(&world, shifts[0]).await), (6, 0));
        assert_eq!(places::held(&world.house.db, shifts[0]).await.expect("read").len(), 3);
    }

    #[tokio::test]
    async fn nobody_is_in_two_places_at_once() {
        let world = World::new().await;
        let (slug, shifts) = walk::opportunity(&world, &[2]).await;
        let (other, same_time) = walk::opportunity(&world, &[2]).await;
        let (volunteer, first) = walk::joined(&world, 1, &slug, &shifts).await;
        let (_, second) = walk::joined(&world, 1, &other, &[]).await;
        for reference in [first, second] {
            walk::accepted(&world, &reference).await;
        }
        let refused = take(&volunteer, same_time[0]).await;
        assert!(matches!(refused, Err(Error::NotPossible(NotPossible::Overlaps))));
        assert_eq!(left(&world, same_time[0]).await, 2);
    }

    #[tokio::test]
    async fn on_the_day_itself_nothing_changes() {
        let world = World::new().await;
        let (slug, shifts) = walk::opportunity(&world, &[2, 2]).await;
        let (_, reference) = walk::joined(&world, 1, &slug, &shifts[..1]).await;
        walk::accepted(&world, &reference).await;
        world.pass_days(7);
        let volunteer = walk::volunteer(&world, 1).await;
        assert!(matches!(leave(&volunteer, shifts[0]).await, Err(Error::NotPossible(NotPossible::TooLate))));
        let page = mine(&volunteer).await.expect("theirs");
        let may: Vec<bool> = page.applications[0].shifts.iter().map(|shift| shift.may_change).collect();
        assert_eq!(may, [false, true]);
    }
}

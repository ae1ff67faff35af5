//! Who came to a shift, and for how long: the coordinator confirms the hours.

use domain::{
    PlaceId, ShiftId,
    views::{AttendanceLine, AttendanceSheet},
    volunteer::{Act, NotPossible, may},
};
use store::volunteers::{places, shifts};

use super::{audit, kept, line, require, volunteer};
use crate::{Ctx, Error, Result};

/// The attendance sheet of a shift.
pub async fn attendance(ctx: &Ctx, id: ShiftId) -> Result<AttendanceSheet> {
    require(ctx, Act::SeeAll)?;
    let shift = shifts::find(ctx.db(), id).await?.ok_or(Error::NotFound)?;
    let kept = kept(ctx.db(), shift.opportunity).await?;
    let mut lines = Vec::new();
    for place in places::held(ctx.db(), id).await? {
        let who = volunteer(ctx.db(), place.volunteer).await?;
        let name = who.profile.name.full();
        lines.push(AttendanceLine { place: place.id, name, mobile: who.mobile, attendance: place.attendance });
    }
    Ok(AttendanceSheet {
        shift: line(&shift),
        version: shift.version,
        slug: kept.opportunity.slug,
        title: kept.opportunity.title,
        lines,
        may_confirm: shift.plan.begins() <= ctx.now() && may(ctx.actor(), Act::ConfirmHours),
    })
}

/// Confirms the minutes of those who came, once the shift has begun; everybody else with a place did not come. May be
/// corrected later.
pub async fn confirm_hours(ctx: &Ctx, id: ShiftId, seen: i64, came: Vec<(PlaceId, u16)>) -> Result<()> {
    require(ctx, Act::ConfirmHours)?;
    let ctx = ctx.clone();
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let shift = shifts::find(tx, id).await?.ok_or(Error::NotFound)?;
            if ctx.now() < shift.plan.begins() {
                return Err(NotPossible::NotBegun.into());
            }
            let by = ctx.actor().staff().ok_or(Error::NotEntitled)?;
            shifts::advance(tx, id, seen).await?;
            let held = places::held(tx, id).await?;
            if came.iter().any(|(given, _)| !held.iter().any(|place| place.id == *given)) {
                return Err(Error::Conflict);
            }
            for place in &held {
                let given = came.iter().find(|(given, _)| *given == place.id);
                let minutes = given.map_or(0, |(_, minutes)| *minutes);
                places::confirm(tx, id, place.id, minutes, by, ctx.now()).await?;
            }
            let detail = serde_json::json!({ "came": came.len(), "of": held.len() });
            audit(&ctx, tx, "confirm_hours", format!("volunteer_shift:{id}"), detail).await
        })
    })
    .await
}

#[cfg(test)]
mod tests {
    use domain::volunteer::Attendance;

    use super::*;
    use crate::{
        testing::World,
        volunteers::{mine, walk},
    };

    #[tokio::test]
    async fn hours_count_once_they_are_confirmed() {
        let world = World::new().await;
        let (slug, shifts) = walk::opportunity(&world, &[2]).await;
        for number in [1, 2] {
            let (_, reference) = walk::joined(&world, number, &slug, &shifts).await;
            walk::accepted(&world, &reference).await;
        }
        let sheet = attendance(&walk::coordinator(&world), shifts[0]).await.expect("a sheet");
        assert!(!sheet.may_confirm);
        let came = vec![(sheet.lines[0].place, 210)];
        let early = confirm_hours(&walk::coordinator(&world), shifts[0], sheet.version, came.clone()).await;
        assert!(matches!(early, Err(Error::NotPossible(NotPossible::NotBegun))));
        world.pass_days(8);
        let ctx = walk::coordinator(&world);
        confirm_hours(&ctx, shifts[0], sheet.version, came.clone()).await.expect("confirmed");
        let after = attendance(&ctx, shifts[0]).await.expect("a sheet");
        let seen: Vec<_> = after.lines.iter().map(|line| line.attendance).collect();
        assert_eq!(seen, [Attendance::Came { minutes: 210 }, Attendance::Missed]);
        assert_eq!(mine(&walk::volunteer(&world, 1).await).await.expect("theirs").minutes, 210);
        assert_eq!(mine(&walk::volunteer(&world, 2).await).await.expect("theirs").minutes, 0);
        let stale = confirm_hours(&ctx, shifts[0], sheet.version, came).await;
        assert!(matches!(stale, Err(Error::Conflict)));
    }

    #[tokio::test]
    async fn hours_are_confirmed_for_those_with_a_place_by_those_entrusted() {
        let world = World::new().await;
        let (_, shifts) = walk::opportunity(&world, &[2]).await;
        world.pass_days(8);
        let foreign = vec![(PlaceId(99), 60)];
        let refused = confirm_hours(&walk::coordinator(&world), shifts[0], 1, foreign).await;
        assert!(matches!(refused, Err(Error::Conflict)));
        let director = world.staff(domain::access::Role::ExecutiveDirector);
        assert!(matches!(confirm_hours(&director, shifts[0], 1, Vec::new()).await, Err(Error::NotEntitled)));
        assert!(!attendance(&director, shifts[0]).await.expect("may look").may_confirm);
        assert!(matches!(attendance(&world.visitor(), shifts[0]).await, Err(Error::NotSignedIn)));
    }
}

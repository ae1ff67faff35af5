//! The applications, and one of them with everything the coordinator needs to answer it.

use domain::{
    Reference,
    household::age,
    views::{VolunteerFilter, VolunteerLine, VolunteerQueue, VolunteerSheet},
    volunteer::{Act, StandingKind, may},
};
use store::volunteers::{
    applications::{self, Application, Filter},
    certificates, places,
};

use super::{certificate_line, kept, minutes, require, shifts_of, volunteer};
use crate::{Ctx, Error, Result};

/// Applications of a page.
const PAGE: u64 = 100;

/// The applications of one standing, or those that fit a name; with the count of every standing.
pub async fn queue(ctx: &Ctx, filter: VolunteerFilter) -> Result<VolunteerQueue> {
    require(ctx, Act::SeeAll)?;
    let filter = Filter { standing: filter.standing, search: filter.search, limit: PAGE };
    let mut lines = Vec::new();
    for (application, volunteer) in applications::list(ctx.db(), &filter).await? {
        lines.push(VolunteerLine {
            name: volunteer.profile.name.full(),
            title: kept(ctx.db(), application.opportunity).await?.opportunity.title,
            standing: application.standing.kind(),
            at: application.created_at,
            reference: application.reference,
        });
    }
    Ok(VolunteerQueue { lines, counts: applications::counts(ctx.db()).await? })
}

/// One application.
pub async fn sheet(ctx: &Ctx, reference: &Reference) -> Result<VolunteerSheet> {
    require(ctx, Act::SeeAll)?;
    let db = ctx.db();
    let application = applications::find_by_reference(db, reference).await?.ok_or(Error::NotFound)?;
    let who = volunteer(db, application.volunteer).await?;
    let kept = kept(db, application.opportunity).await?;
    let places = places::of_volunteer(db, who.id).await?;
    let shifts = shifts_of(db, kept.id, &places, false, ctx.today()).await?;
    let issued = certificates::of_applications(db, &[application.id]).await?;
    let minutes = minutes(&shifts);
    Ok(VolunteerSheet {
        allowed: allowed(ctx, &application, minutes, issued.iter().any(|one| one.minutes == minutes)),
        age: age(who.profile.born_on, ctx.today()),
        profile: who.profile,
        mobile: who.mobile,
        certificates: issued.iter().map(|one| certificate_line(one, &kept.opportunity.title)).collect(),
        slug: kept.opportunity.slug,
        title: kept.opportunity.title,
        minutes,
        shifts,
        reference: application.reference,
        version: application.version,
        words: application.words,
        standing: application.standing,
        at: application.created_at,
    })
}

/// What the reader may do with an application as it stands.
fn allowed(ctx: &Ctx, application: &Application, minutes: u32, certified: bool) -> Vec<Act> {
    let standing = application.standing.kind();
    let open = [
        (Act::Answer, standing == StandingKind::Received),
        (Act::Certify, standing == StandingKind::Accepted && minutes > 0 && !certified),
    ];
    open.into_iter().filter(|(act, open)| *open && may(ctx.actor(), *act)).map(|(act, _)| act).collect()
}

#[cfg(test)]
mod tests {
    use domain::access::Role;

    use super::*;
    use crate::{testing::World, volunteers::walk};

    #[tokio::test]
    async fn applications_are_found_by_standing_and_name() {
        let world = World::new().await;
        let (slug, _) = walk::opportunity(&world, &[2]).await;
        let (_, first) = walk::joined(&world, 1, &slug, &[]).await;
        let (_, second) = walk::joined(&world, 2, &slug, &[]).await;
        walk::accepted(&world, &first).await;
        let ctx = walk::coordinator(&world);
        let ask = async |standing, search: Option<&str>| {
            let filter = VolunteerFilter { standing, search: search.map(str::to_owned) };
            let queue = queue(&ctx, filter).await.expect("a queue");
            queue.lines.into_iter().map(|line| line.reference).collect::<Vec<_>>()
        };
        assert_eq!(ask(Some(StandingKind::Received), None).await, std::slice::from_ref(&second));
        assert_eq!(ask(None, Some("ساره")).await, [second, first]);
        assert!(ask(None, Some("خالد")).await.is_empty());
    }

    #[tokio::test]
    async fn the_sheet_offers_what_the_reader_may_do() {
        let world = World::new().await;
        let (slug, shifts) = walk::opportunity(&world, &[2]).await;
        let (volunteer, reference) = walk::joined(&world, 1, &slug, &shifts).await;
        let seen = sheet(&walk::coordinator(&world), &reference).await.expect("a sheet");
        assert_eq!((seen.allowed, seen.age, seen.shifts.len()), (vec![Act::Answer], 27, 1));
        let director = world.staff(Role::ExecutiveDirector);
        assert!(sheet(&director, &reference).await.expect("a sheet").allowed.is_empty());
        for other in [volunteer, world.staff(Role::RelationsOfficer)] {
            assert!(matches!(sheet(&other, &reference).await, Err(Error::NotEntitled)));
            assert!(matches!(queue(&other, VolunteerFilter::default()).await, Err(Error::NotEntitled)));
        }
    }
}

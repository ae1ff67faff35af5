//! A volunteer's own page.

use domain::{
    views::{MyApplication, VolunteerPage},
    volunteer::{Standing, StandingKind},
};
use store::volunteers::{applications, certificates, places};

use super::{certificate_line, kept, me, minutes, shifts_of, volunteer};
use crate::{Ctx, Result};

/// Applications, shifts, confirmed hours and certificates of the volunteer who is asking.
pub async fn mine(ctx: &Ctx) -> Result<VolunteerPage> {
    let id = me(ctx)?;
    let (db, today) = (ctx.db(), ctx.today());
    let places = places::of_volunteer(db, id).await?;
    let mut page = VolunteerPage {
        name: volunteer(db, id).await?.profile.name.own.to_string(),
        minutes: places.iter().map(|(place, _)| u32::from(place.attendance.minutes())).sum(),
        applications: Vec::new(),
        certificates: Vec::new(),
    };
    for application in applications::of_volunteer(db, id).await? {
        let kept = kept(db, application.opportunity).await?;
        let standing = application.standing.kind();
        let joinable = standing == StandingKind::Accepted && kept.opportunity.open;
        let shifts = shifts_of(db, kept.id, &places, joinable, today).await?;
        let issued = certificates::of_applications(db, &[application.id]).await?;
        page.certificates.extend(issued.iter().map(|one| certificate_line(one, &kept.opportunity.title)));
        page.applications.push(MyApplication {
            reference: application.reference,
            slug: kept.opportunity.slug,
            title: kept.opportunity.title,
            place: kept.opportunity.place,
            standing,
            reason: match application.standing {
                Standing::Declined { reason, .. } => Some(reason),
                Standing::Received | Standing::Accepted { .. } => None,
            },
            at: application.created_at,
            minutes: minutes(&shifts),
            shifts,
        });
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Error, testing::World, volunteers::walk};

    #[tokio::test]
    async fn everybody_sees_their_own_only() {
        let world = World::new().await;
        let (slug, shifts) = walk::opportunity(&world, &[2]).await;
        let (one, first) = walk::joined(&world, 1, &slug, &shifts).await;
        let (two, second) = walk::joined(&world, 2, &slug, &[]).await;
        for (ctx, reference) in [(one, first), (two, second)] {
            let page = mine(&ctx).await.expect("theirs");
            assert_eq!(page.applications.iter().map(|one| &one.reference).collect::<Vec<_>>(), [&reference]);
        }
        for other in [world.visitor(), world.beneficiary()] {
            assert!(matches!(mine(&other).await, Err(Error::NotSignedIn)));
        }
        assert!(matches!(mine(&walk::coordinator(&world)).await, Err(Error::NotEntitled)));
    }
}

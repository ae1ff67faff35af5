//! Accepting and declining an application.

use domain::{
    LongText, Reference,
    volunteer::{Act, Attendance, NotPossible},
};
use store::{
    Tx,
    volunteers::{
        applications::{self, Application},
        places,
        shifts::Shift,
    },
};

use super::{audit, require, shift, tell, volunteer};
use crate::{Ctx, Error, Result, messages::Message};

/// Accepts. Of the shifts asked for, each that still has room becomes the volunteer's; the others fall away, and they
/// may choose again.
pub async fn accept(ctx: &Ctx, reference: &Reference, seen: i64) -> Result<()> {
    require(ctx, Act::Answer)?;
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let mut application = begin(tx, &reference, seen).await?;
            let by = ctx.actor().staff().ok_or(Error::NotEntitled)?;
            application.standing = application.standing.accept(by, ctx.now())?;
            finish(&ctx, tx, &application, &Message::VolunteerAccepted).await?;
            grant(&ctx, tx, &application).await
        })
    })
    .await
}

/// Declines, in words the volunteer reads. What was asked for falls away.
pub async fn decline(ctx: &Ctx, reference: &Reference, seen: i64, reason: LongText) -> Result<()> {
    require(ctx, Act::Answer)?;
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let mut application = begin(tx, &reference, seen).await?;
            let by = ctx.actor().staff().ok_or(Error::NotEntitled)?;
            application.standing = application.standing.decline(reason, by, ctx.now())?;
            for (place, shift) in places::of_volunteer(tx, application.volunteer).await? {
                if shift.opportunity == application.opportunity && place.attendance == Attendance::Asked {
                    places::delete(tx, place.id).await?;
                }
            }
            finish(&ctx, tx, &application, &Message::VolunteerDeclined).await
        })
    })
    .await
}

async fn begin(tx: &Tx, reference: &Reference, seen: i64) -> Result<Application> {
    let application = applications::find_by_reference(tx, reference).await?.ok_or(Error::NotFound)?;
    if application.version == seen { Ok(application) } else { Err(Error::Conflict) }
}

async fn finish(ctx: &Ctx, tx: &Tx, application: &Application, told: &Message) -> Result<()> {
    applications::save(tx, application).await?;
    let reference = &application.reference;
    let detail = serde_json::json!({ "standing": application.standing.kind().slug() });
    audit(ctx, tx, "answer", format!("volunteer_application:{reference}"), detail).await?;
    let key = format!("{reference}:{}", told.template());
    tell(ctx, tx, &volunteer(tx, application.volunteer).await?, told, key).await
}

async fn grant(ctx: &Ctx, tx: &Tx, application: &Application) -> Result<()> {
    store::volunteers::hold(tx, application.volunteer).await?;
    let who = volunteer(tx, application.volunteer).await?;
    let all = places::of_volunteer(tx, application.volunteer).await?;
    let mut held: Vec<Shift> =
        all.iter().filter(|(place, _)| place.attendance != Attendance::Asked).map(|(_, shift)| *shift).collect();
    for (place, wanted) in all {
        if wanted.opportunity != application.opportunity || place.attendance != Attendance::Asked {
            continue;
        }
        let ahead = wanted.plan.may_change(ctx.today());
        let outcome = if ahead { shift::occupy(tx, &wanted, &held).await } else { Err(NotPossible::TooLate.into()) };
        match outcome {
            Ok(()) => {
                places::grant(tx, place.id).await?;
                shift::announce(ctx, tx, &who, &wanted).await?;
                held.push(wanted);
            }
            Err(Error::NotPossible(_)) => places::delete(tx, place.id).await?,
            Err(other) => return Err(other),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use domain::volunteer::StandingKind;

    use super::*;
    use crate::{
        testing::World,
        volunteers::{mine, walk},
    };

    #[tokio::test]
    async fn accepting_gives_the_places_that_are_left() {
        let world = World::new().await;
        let (slug, shifts) = walk::opportunity(&world, &[1, 1]).await;
        let (first, one) = walk::joined(&world, 1, &slug, &shifts[..1]).await;
        let (second, two) = walk::joined(&world, 2, &slug, &shifts).await;
        for reference in [&one, &two] {
            walk::accepted(&world, reference).await;
        }
        let theirs = async |ctx: &Ctx| {
            let page = mine(ctx).await.expect("theirs");
            page.applications[0].shifts.iter().map(|shift| shift.attendance).collect::<Vec<_>>()
        };
        assert_eq!(theirs(&first).await, [Some(Attendance::Held), None]);
        assert_eq!(theirs(&second).await, [None, Some(Attendance::Held)], "the first shift was full by then");
        assert_eq!((world.messages("volunteer_accepted").await, world.messages("volunteer_shift").await), (2, 2));
    }

    #[tokio::test]
    async fn declining_says_why_and_frees_what_was_asked_for() {
        let world = World::new().await;
        let (slug, shifts) = walk::opportunity(&world, &[1]).await;
        let (volunteer, reference) = walk::joined(&world, 1, &slug, &shifts).await;
        let words = LongText::parse("اكتمل العدد لهذا الشهر").expect("words");
        decline(&walk::coordinator(&world), &reference, 1, words.clone()).await.expect("declined");
        let page = mine(&volunteer).await.expect("theirs");
        let application = &page.applications[0];
        assert_eq!((application.standing, &application.reason), (StandingKind::Declined, &Some(words)));
        assert!(application.shifts.is_empty());
        assert_eq!(world.messages("volunteer_declined").await, 1);
    }

    #[tokio::test]
    async fn stale_twice_and_forbidden_are_refused() {
        let world = World::new().await;
        let (slug, _) = walk::opportunity(&world, &[1]).await;
        let (volunteer, reference) = walk::joined(&world, 1, &slug, &[]).await;
        assert!(matches!(accept(&volunteer, &reference, 1).await, Err(Error::NotEntitled)));
        let director = world.staff(domain::access::Role::ExecutiveDirector);
        assert!(matches!(accept(&director, &reference, 1).await, Err(Error::NotEntitled)));
        assert!(matches!(accept(&world.visitor(), &reference, 1).await, Err(Error::NotSignedIn)));
        let coordinator = walk::coordinator(&world);
        assert!(matches!(accept(&coordinator, &reference, 7).await, Err(Error::Conflict)));
        accept(&coordinator, &reference, 1).await.expect("accepted");
        let twice = accept(&coordinator, &reference, 2).await;
        assert!(matches!(twice, Err(Error::NotPossible(NotPossible::Answered))));
    }
}

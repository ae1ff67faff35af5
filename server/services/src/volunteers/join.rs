//! Applying to an opportunity.

use domain::{
    Invalid, LongText, Mobile, Reference, ShiftId, VolunteerId,
    access::Actor,
    volunteer::{Act, NotPossible, Profile, ShiftPlan, Slug},
};
use serde::{Deserialize, Serialize};
use store::{
    Source, Tx,
    volunteers::{
        applications::{self, NewApplication},
        opportunities::{self, Kept},
        places, shifts,
    },
};

use super::{audit, me, require, tell, volunteer};
use crate::{Ctx, Error, Result, messages::Message, requests::language_of};

/// What somebody who joins fills in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joining {
    pub slug: Slug,
    /// `None`: known already, because they are signed in.
    pub profile: Option<Profile>,
    pub wanted: Vec<ShiftId>,
    pub words: Option<LongText>,
}

/// What was filled in by somebody with this mobile, if it can be taken.
pub(crate) async fn checked(ctx: &Ctx, mobile: &Mobile, joining: Joining) -> Result<Joining> {
    wanted(ctx, ctx.db(), &joining).await?;
    let profile = joining.profile.ok_or(Error::NotSignedIn)?;
    let profile = profile.checked(mobile, ctx.today()).map_err(|(field, why)| Error::field(field, why))?;
    Ok(Joining { profile: Some(profile), ..joining })
}

/// A volunteer who is signed in applies to another opportunity. The reference of the first application stands.
pub async fn join(ctx: &Ctx, joining: Joining) -> Result<Reference> {
    require(ctx, Act::SeeOwn)?;
    let (ctx, id) = (ctx.clone(), me(ctx)?);
    let db = ctx.db().clone();
    db.write(move |tx| Box::pin(async move { keep(&ctx, tx, id, &joining).await })).await
}

/// Enters the volunteer, whose number is proven now, and their application. Who is known tells about themselves anew.
pub(crate) async fn receive(ctx: &Ctx, tx: &Tx, mobile: &Mobile, joining: Joining) -> Result<(VolunteerId, Reference)> {
    let profile = joining.profile.as_ref().ok_or(Error::NotSignedIn)?;
    let known = store::volunteers::find_by_mobile(tx, mobile).await?;
    let id = if let Some(known) = known {
        store::volunteers::update(tx, &known, profile, ctx.now()).await?;
        known.id
    } else {
        store::volunteers::insert(tx, mobile, profile, language_of(ctx.locale()), ctx.now()).await?
    };
    let reference = keep(&ctx.acting_as(Actor::Volunteer { id }), tx, id, &joining).await?;
    Ok((id, reference))
}

async fn keep(ctx: &Ctx, tx: &Tx, id: VolunteerId, joining: &Joining) -> Result<Reference> {
    store::volunteers::hold(tx, id).await?;
    let (kept, plans) = wanted(ctx, tx, joining).await?;
    let before = applications::of_volunteer(tx, id).await?;
    if let Some(before) = before.into_iter().find(|application| application.opportunity == kept.id) {
        return Ok(before.reference);
    }
    let theirs = places::of_volunteer(tx, id).await?;
    if plans.iter().any(|plan| theirs.iter().any(|(_, shift)| shift.plan.overlaps(plan))) {
        return Err(NotPossible::Overlaps.into());
    }
    let reference = Reference::from_entropy(ctx.random());
    let new = NewApplication {
        reference: reference.clone(),
        volunteer: id,
        opportunity: kept.id,
        words: joining.words.clone(),
        at: ctx.now(),
    };
    applications::insert(tx, &new).await?;
    for shift in &joining.wanted {
        places::insert(tx, *shift, id, false).await?;
    }
    let subject = format!("volunteer_application:{reference}");
    let detail = serde_json::json!({ "opportunity": joining.slug, "shifts": joining.wanted });
    audit(ctx, tx, "apply", subject, detail).await?;
    let told = Message::VolunteerReceived { reference: reference.clone() };
    tell(ctx, tx, &volunteer(tx, id).await?, &told, format!("{reference}:volunteer_received")).await?;
    Ok(reference)
}

/// The opportunity, if it is open, and the shifts that are wanted of it: still ahead, none at the time of another.
async fn wanted(ctx: &Ctx, source: &impl Source, joining: &Joining) -> Result<(Kept, Vec<ShiftPlan>)> {
    let kept = opportunities::find_by_slug(source, &joining.slug).await?.ok_or(Error::NotFound)?;
    if !kept.opportunity.open {
        return Err(NotPossible::Closed.into());
    }
    let all = shifts::of_opportunity(source, kept.id).await?;
    let mut plans: Vec<ShiftPlan> = Vec::new();
    for id in &joining.wanted {
        let shift = all.iter().find(|shift| shift.id == *id).filter(|shift| shift.plan.may_change(ctx.today()));
        let plan = shift.ok_or(Error::field("shifts", Invalid::Choice))?.plan;
        if plans.iter().any(|other| other.overlaps(&plan)) {
            return Err(NotPossible::Overlaps.into());
        }
        plans.push(plan);
    }
    Ok((kept, plans))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        identity::request_join_code,
        testing::World,
        volunteers::{
            mine,
            walk::{self, joined, joining, mobile},
        },
    };

    #[tokio::test]
    async fn an_application_asks_for_shifts_and_takes_no_place_yet() {
        let world = World::new().await;
        let (slug, shifts) = walk::opportunity(&world, &[1]).await;
        let (volunteer, reference) = joined(&world, 1, &slug, &shifts).await;
        let page = mine(&volunteer).await.expect("theirs");
        assert_eq!((page.applications.len(), &page.applications[0].reference), (1, &reference));
        let asked = page.applications[0].shifts[0];
        assert_eq!((asked.attendance, asked.line.left), (Some(domain::volunteer::Attendance::Asked), 1));
    }

    #[tokio::test]
    async fn applying_twice_is_applying_once() {
        let world = World::new().await;
        let (slug, shifts) = walk::opportunity(&world, &[1]).await;
        let (volunteer, first) = joined(&world, 1, &slug, &shifts).await;
        let again = Joining { profile: None, ..joining(&slug, &shifts) };
        assert_eq!(join(&volunteer, again).await.expect("the same"), first);
        assert_eq!(joined(&world, 1, &slug, &[]).await.1, first);
        assert_eq!(world.messages("volunteer_received").await, 1);
    }

    #[tokio::test]
    async fn what_cannot_be_taken_is_refused_before_a_code_is_sent() {
        let world = World::new().await;
        let (slug, shifts) = walk::opportunity(&world, &[1]).await;
        let (other, elsewhere) = walk::opportunity(&world, &[1]).await;
        let ask = async |joining| request_join_code(&world.visitor(), &mobile(1), joining).await.map(drop);
        let refused = ask(joining(&slug, &elsewhere)).await;
        assert!(matches!(refused, Err(Error::Field { field: "shifts", why: Invalid::Choice })));
        let mut child = joining(&slug, &shifts);
        child.profile.as_mut().expect("filled in").born_on = world.visitor().today();
        assert!(matches!(ask(child).await, Err(Error::Field { field: "born", .. })));
        walk::close(&world, &other).await;
        assert!(matches!(ask(joining(&other, &[])).await, Err(Error::NotPossible(NotPossible::Closed))));
        assert_eq!(world.messages("volunteer_code").await, 0);
    }

    #[tokio::test]
    async fn two_shifts_at_one_time_are_not_asked_for() {
        let world = World::new().await;
        let (slug, shifts) = walk::opportunity(&world, &[1]).await;
        let (other, same_time) = walk::opportunity(&world, &[1]).await;
        let (volunteer, _) = joined(&world, 1, &slug, &shifts).await;
        let second = Joining { profile: None, ..joining(&other, &same_time) };
        assert!(matches!(join(&volunteer, second).await, Err(Error::NotPossible(NotPossible::Overlaps))));
        assert!(matches!(join(&world.visitor(), joining(&other, &[])).await, Err(Error::NotSignedIn)));
        assert!(matches!(join(&world.beneficiary(), joining(&other, &[])).await, Err(Error::NotEntitled)));
    }
}

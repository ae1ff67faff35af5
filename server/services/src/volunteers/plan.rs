//! Writing opportunities and planning their shifts.

use std::collections::BTreeSet;

use domain::{
    Invalid, ShiftId,
    programme::Bilingual,
    views::{PlanList, PlanSheet},
    volunteer::{Act, Audience, NotPossible, Opportunity, ShiftPlan, Skill, Slug, may},
};
use store::{
    StoreError, Tx, counters,
    volunteers::{opportunities as kept, places, shifts},
};

use super::{audit, card, require};
use crate::{Ctx, Error, Result};

/// What the coordinator writes of an opportunity; its address follows from the English title and stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub title: Bilingual,
    pub work: Bilingual,
    pub place: Bilingual,
    pub audience: Audience,
    pub skills: BTreeSet<Skill>,
    pub wanted: u16,
    pub open: bool,
}

impl Draft {
    fn at(self, slug: Slug) -> Opportunity {
        let Self { title, work, place, audience, skills, wanted, open } = self;
        Opportunity { slug, title, work, place, audience, skills, wanted, open }
    }
}

/// Every opportunity, the newest first.
pub async fn plans(ctx: &Ctx) -> Result<PlanList> {
    require(ctx, Act::SeeAll)?;
    let mut cards = Vec::new();
    for one in kept::all(ctx.db()).await? {
        cards.push(card(ctx.db(), one, Some(ctx.today())).await?);
    }
    Ok(PlanList { cards, may_plan: may(ctx.actor(), Act::Plan) })
}

/// One opportunity with all its shifts, to be changed.
pub async fn plan_sheet(ctx: &Ctx, slug: &Slug) -> Result<PlanSheet> {
    require(ctx, Act::SeeAll)?;
    let one = kept::find_by_slug(ctx.db(), slug).await?.ok_or(Error::NotFound)?;
    let version = one.version;
    Ok(PlanSheet { card: card(ctx.db(), one, None).await?, version, may_plan: may(ctx.actor(), Act::Plan) })
}

/// Writes a new opportunity. The same form arriving twice writes one.
pub async fn create(ctx: &Ctx, draft: Draft, once: &str) -> Result<Slug> {
    const PURPOSE: &str = "volunteer.create";
    require(ctx, Act::Plan)?;
    let by = ctx.actor().staff().ok_or(Error::NotEntitled)?;
    let once = if (1..=64).contains(&once.len()) { once.to_owned() } else { ctx.token(16) };
    let key = format!("{PURPOSE}:{by}:{once}");
    let (ctx, asked) = (ctx.clone(), key.clone());
    let db = ctx.db().clone();
    let outcome: Result<Slug> = db
        .write(move |tx| {
            Box::pin(async move {
                if let Some(before) = store::idempotency::find(tx, &key, PURPOSE).await? {
                    return Ok(before);
                }
                let number = counters::next(tx, "volunteer_opportunity").await?;
                let slug = Slug::of_title(&draft.title.en, number);
                kept::insert(tx, &draft.at(slug.clone()), ctx.now()).await?;
                noted(&ctx, tx, "create", &slug, serde_json::json!({})).await?;
                store::idempotency::remember(tx, &key, PURPOSE, &slug, ctx.now()).await?;
                Ok(slug)
            })
        })
        .await;
    match outcome {
        Err(Error::Conflict) => store::idempotency::find(&db, &asked, PURPOSE).await?.ok_or(Error::Conflict),
        other => other,
    }
}

/// Changes an opportunity.
pub async fn change(ctx: &Ctx, slug: &Slug, seen: i64, draft: Draft) -> Result<()> {
    require(ctx, Act::Plan)?;
    let (ctx, slug) = (ctx.clone(), slug.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let one = kept::find_by_slug(tx, &slug).await?.ok_or(Error::NotFound)?;
            let open = draft.open;
            kept::save(tx, one.id, seen, &draft.at(slug.clone()), ctx.now()).await?;
            noted(&ctx, tx, "change", &slug, serde_json::json!({ "open": open })).await
        })
    })
    .await
}

/// Plans a shift, from tomorrow on. A shift of the same beginning is the same shift.
pub async fn add_shift(ctx: &Ctx, slug: &Slug, plan: ShiftPlan) -> Result<()> {
    require(ctx, Act::Plan)?;
    if !plan.may_change(ctx.today()) {
        return Err(Error::field("on", Invalid::DateInPast));
    }
    let (ctx, slug) = (ctx.clone(), slug.clone());
    let db = ctx.db().clone();
    let outcome: Result<()> = db
        .write(move |tx| {
            Box::pin(async move {
                let one = kept::find_by_slug(tx, &slug).await?.ok_or(Error::NotFound)?;
                let id = shifts::insert(tx, one.id, &plan).await?;
                noted(&ctx, tx, "add_shift", &slug, serde_json::json!({ "shift": id, "on": plan.on })).await
            })
        })
        .await;
    match outcome {
        Err(Error::Store(StoreError::Taken(_))) => Ok(()),
        other => other,
    }
}

/// Takes a shift off the plan that nobody has or asks for.
pub async fn remove_shift(ctx: &Ctx, slug: &Slug, id: ShiftId) -> Result<()> {
    require(ctx, Act::Plan)?;
    let (ctx, slug) = (ctx.clone(), slug.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let one = kept::find_by_slug(tx, &slug).await?.ok_or(Error::NotFound)?;
            let Some(shift) = shifts::find(tx, id).await? else { return Ok(()) };
            if shift.opportunity != one.id {
                return Err(Error::NotFound);
            }
            if places::in_use(tx, id).await? {
                return Err(NotPossible::InUse.into());
            }
            shifts::delete(tx, id).await?;
            noted(&ctx, tx, "remove_shift", &slug, serde_json::json!({ "shift": id })).await
        })
    })
    .await
}

async fn noted(ctx: &Ctx, tx: &Tx, action: &str, slug: &Slug, detail: serde_json::Value) -> Result<()> {
    audit(ctx, tx, action, format!("volunteer_opportunity:{slug}"), detail).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{testing::World, volunteers::walk};

    #[tokio::test]
    async fn a_form_that_arrives_twice_writes_one_opportunity() {
        let world = World::new().await;
        let ctx = walk::coordinator(&world);
        let first = create(&ctx, walk::draft(), "0a").await.expect("written");
        assert_eq!(create(&ctx, walk::draft(), "0a").await.expect("the same"), first);
        assert_ne!(create(&ctx, walk::draft(), "0b").await.expect("another"), first);
        assert_eq!(plans(&ctx).await.expect("a list").cards.len(), 2);
    }

    #[tokio::test]
    async fn a_change_starts_from_what_was_seen() {
        let world = World::new().await;
        let (slug, _) = walk::opportunity(&world, &[2]).await;
        let ctx = walk::coordinator(&world);
        change(&ctx, &slug, 1, Draft { wanted: 9, ..walk::draft() }).await.expect("changed");
        assert_eq!(plan_sheet(&ctx, &slug).await.expect("a sheet").card.opportunity.wanted, 9);
        assert!(matches!(change(&ctx, &slug, 1, walk::draft()).await, Err(Error::Conflict)));
        let volunteer = walk::joined(&world, 1, &slug, &[]).await.0;
        assert!(matches!(change(&volunteer, &slug, 2, walk::draft()).await, Err(Error::NotEntitled)));
        assert!(matches!(create(&world.visitor(), walk::draft(), "0a").await, Err(Error::NotSignedIn)));
    }

    #[tokio::test]
    async fn shifts_are_planned_ahead_once_and_removed_while_nobody_wants_them() {
        let world = World::new().await;
        let (slug, shifts) = walk::opportunity(&world, &[2, 2]).await;
        let ctx = walk::coordinator(&world);
        let planned = plan_sheet(&ctx, &slug).await.expect("a sheet").card.shifts[0].plan;
        add_shift(&ctx, &slug, planned).await.expect("the same shift");
        let past = ShiftPlan { on: ctx.today(), ..planned };
        let refused = add_shift(&ctx, &slug, past).await;
        assert!(matches!(refused, Err(Error::Field { field: "on", why: Invalid::DateInPast })));
        walk::joined(&world, 1, &slug, &shifts[..1]).await;
        let refused = remove_shift(&ctx, &slug, shifts[0]).await;
        assert!(matches!(refused, Err(Error::NotPossible(NotPossible::InUse))));
        for _ in 0..2 {
            remove_shift(&ctx, &slug, shifts[1]).await.expect("removed");
        }
        assert_eq!(plan_sheet(&ctx, &slug).await.expect("a sheet").card.shifts.len(), 1);
    }
}

//! What everybody sees: opportunities that are open, and one of them.

use domain::{
    access::Actor,
    views::{OpportunityCard, OpportunitySheet},
    volunteer::Slug,
};
use store::volunteers::{applications, opportunities as kept};

use super::{card, volunteer};
use crate::{Ctx, Error, Result};

/// The open opportunities with their coming shifts, the soonest first; those without a shift ahead last.
pub async fn opportunities(ctx: &Ctx) -> Result<Vec<OpportunityCard>> {
    let mut cards = Vec::new();
    for one in kept::all(ctx.db()).await?.into_iter().filter(|kept| kept.opportunity.open) {
        cards.push(card(ctx.db(), one, Some(ctx.today())).await?);
    }
    cards.sort_by_key(|card| {
        let next = card.shifts.first().map(|shift| (shift.plan.on, shift.plan.from));
        (next.is_none(), next)
    });
    Ok(cards)
}

/// One open opportunity, and how the reader stands to it. A closed one is there for those who applied to it.
pub async fn opportunity(ctx: &Ctx, slug: &Slug) -> Result<OpportunitySheet> {
    let one = kept::find_by_slug(ctx.db(), slug).await?.ok_or(Error::NotFound)?;
    let (mut me, mut applied) = (None, None);
    if let Actor::Volunteer { id } = ctx.actor() {
        me = Some(volunteer(ctx.db(), *id).await?.profile.name.own.to_string());
        let all = applications::of_volunteer(ctx.db(), *id).await?;
        applied = all.into_iter().find(|application| application.opportunity == one.id);
    }
    if !one.opportunity.open && applied.is_none() {
        return Err(Error::NotFound);
    }
    let applied = applied.map(|application| application.reference);
    Ok(OpportunitySheet { card: card(ctx.db(), one, Some(ctx.today())).await?, me, applied })
}

#[cfg(test)]
mod tests {
    use crate::{
        Error,
        testing::World,
        volunteers::{opportunities, opportunity, walk},
    };

    #[tokio::test]
    async fn only_what_is_open_and_ahead_is_shown() {
        let world = World::new().await;
        let (slug, _) = walk::opportunity(&world, &[3, 1]).await;
        let cards = opportunities(&world.visitor()).await.expect("a list");
        assert_eq!((cards.len(), cards[0].shifts.len()), (1, 2));
        world.pass_days(8);
        assert_eq!(opportunities(&world.visitor()).await.expect("a list")[0].shifts.len(), 1);
        walk::close(&world, &slug).await;
        assert!(opportunities(&world.visitor()).await.expect("a list").is_empty());
        assert!(matches!(opportunity(&world.visitor(), &slug).await, Err(Error::NotFound)));
    }

    #[tokio::test]
    async fn the_reader_is_told_of_their_own_application() {
        let world = World::new().await;
        let (slug, shifts) = walk::opportunity(&world, &[3]).await;
        assert_eq!(opportunity(&world.visitor(), &slug).await.expect("open").applied, None);
        let (volunteer, reference) = walk::joined(&world, 1, &slug, &shifts).await;
        let sheet = opportunity(&volunteer, &slug).await.expect("open");
        assert_eq!((sheet.applied, sheet.me.as_deref()), (Some(reference), Some("سارة")));
    }
}

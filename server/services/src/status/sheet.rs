//! Where a request stands, in the applicant's words.

use domain::{
    Reference,
    access::{Actor, Relation},
    rating::{Rated, Standing},
    views::StatusSheet,
};

use super::{own, told};
use crate::{Ctx, Result, ratings, requests};

/// The status page of the caller's own request.
pub async fn sheet(ctx: &Ctx, reference: &Reference) -> Result<StatusSheet> {
    let source = ctx.db();
    let row = own(ctx, source, reference).await?;
    let policy = requests::policy(source, &row).await?;
    let programme = requests::published(source, &row).await?;
    let on_behalf = requests::relation(ctx, source, &row).await? == Relation::Represented;
    let named = store::representations::of_request(source, row.id).await?;
    // The rating is the beneficiary's own (D6c).
    let rating =
        if on_behalf { Standing::Closed } else { ratings::standing(ctx, source, Rated::Service(row.id)).await? };
    Ok(StatusSheet {
        seen: row.stage.seen_by_applicant(&policy),
        timeline: told(source, &row).await?,
        programme: programme.name,
        programme_slug: programme.slug,
        applicant_name: row.applicant_name.map(|name| name.full()).unwrap_or_default(),
        today: ctx.today(),
        may_change: matches!(ctx.actor(), Actor::Beneficiary { .. }),
        on_behalf,
        representative: named.filter(|_| !on_behalf),
        rating,
        reference: row.reference,
    })
}

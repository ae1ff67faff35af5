//! The rating page.

use domain::{request::Stage, time::riyadh_date, views::RatingSheet};

use super::{Door, invited};
use crate::{Ctx, Error, Result, requests};

/// What is rated, or that it was rated. After its time an invitation that was not used is over.
pub async fn sheet(ctx: &Ctx, door: &Door) -> Result<RatingSheet> {
    let invited = invited(ctx, ctx.db(), door).await?;
    let rated = invited.invite.rating.as_ref().map(|rating| rating.level);
    if rated.is_none() {
        invited.in_time()?;
    }
    let Stage::Completed(completed) = &invited.row.stage else { return Err(Error::NotFound) };
    Ok(RatingSheet {
        programme: requests::programme(ctx.db(), &invited.row).await?.name,
        served_on: riyadh_date(completed.handover.confirmed_at),
        rated,
    })
}

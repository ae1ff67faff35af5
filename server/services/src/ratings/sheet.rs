//! The rating page.

use domain::{
    request::Stage,
    time::riyadh_date,
    views::{RatingAbout, RatingSheet},
};

use super::{Door, Subject, invited};
use crate::{Ctx, Error, Result, requests};

/// What is rated, or that it was rated. After its time an invitation that was not used is over.
pub async fn sheet(ctx: &Ctx, door: &Door) -> Result<RatingSheet> {
    let invited = invited(ctx, ctx.db(), door).await?;
    let rated = invited.invite.rating.as_ref().map(|rating| rating.level);
    if rated.is_none() {
        invited.in_time()?;
    }
    let (about, at) = match &invited.subject {
        Subject::Service(row) => {
            let Stage::Completed(completed) = &row.stage else { return Err(Error::NotFound) };
            let programme = requests::published(ctx.db(), row).await?.name;
            (RatingAbout::Service { programme }, completed.handover.confirmed_at)
        }
        Subject::Contact(row) => {
            let answered = row.matter.answered_at().ok_or(Error::NotFound)?;
            (RatingAbout::Contact { kind: row.matter.kind() }, answered)
        }
    };
    Ok(RatingSheet { about, on: riyadh_date(at), rated })
}

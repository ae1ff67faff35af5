//! The rating page.

use domain::{
    rating::Standing,
    request::Stage,
    time::riyadh_date,
    views::{RatingAbout, RatingSheet},
    voice::Act,
};

use super::{Door, Invited, Subject, invited};
use crate::{Ctx, Error, Result, requests, voice};

/// What is rated, or that it was rated. After its time an invitation that was not used is over.
pub async fn sheet(ctx: &Ctx, door: &Door) -> Result<RatingSheet> {
    let invited = invited(ctx, ctx.db(), door).await?;
    let standing = standing(&invited).await?;
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
    Ok(RatingSheet { about, on: riyadh_date(at), standing })
}

/// Nothing is rated twice, after its time, or while who asked waits for another answer.
async fn standing(invited: &Invited) -> Result<Standing> {
    if let Some(rating) = &invited.invite.rating {
        return Ok(Standing::Given { level: rating.level });
    }
    invited.in_time()?;
    let Subject::Contact(row) = &invited.subject else { return Ok(Standing::Open) };
    match voice::find(&invited.ctx, invited.ctx.db(), &row.reference, Act::Rate).await {
        Ok(_) => Ok(Standing::Open),
        Err(Error::Conflict) => Ok(Standing::Closed),
        Err(error) => Err(error),
    }
}

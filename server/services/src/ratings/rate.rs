//! Giving a rating.

use domain::{
    LongText,
    access::Action,
    rating::{Level, Rating},
    views::TimelineKind,
};

use super::{Door, invited};
use crate::{Ctx, Result, requests};

/// Rates a service, once: whoever rates again, or sends the form twice, is given the rating that stands.
pub async fn rate(ctx: &Ctx, door: Door, level: Level, comment: Option<LongText>) -> Result<Level> {
    let ctx = ctx.clone();
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let invited = invited(&ctx, tx, &door).await?;
            if let Some(standing) = &invited.invite.rating {
                return Ok(standing.level);
            }
            invited.in_time()?;
            let (ctx, row) = (&invited.ctx, &invited.row);
            ctx.require(Action::Rate, requests::subject(ctx, tx, row).await?)?;
            let rating = Rating { level, comment, at: ctx.now() };
            store::ratings::rate(tx, &invited.invite, &rating).await?;
            requests::leave(ctx, tx, row, TimelineKind::Rated).await?;
            // Not the level: the trail shows who did what, and a rating is never held against anyone (D6c).
            let subject = format!("request:{}", row.reference);
            requests::audit(ctx, tx, Action::Rate, &subject, serde_json::json!({})).await?;
            Ok(level)
        })
    })
    .await
}

//! Giving a rating.

use domain::{
    LongText,
    access::Action,
    rating::{Level, Rating},
    views::TimelineKind,
    voice::Act,
};
use serde_json::json;
use store::Tx;

use super::{Door, Subject, invited};
use crate::{Ctx, Result, requests, voice};

/// Rates a service or an answer, once: whoever rates again, or sends the form twice, is given the rating that stands.
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
            leave(&invited.ctx, tx, &invited.subject).await?;
            let rating = Rating { level, comment, at: ctx.now() };
            store::ratings::rate(tx, &invited.invite, &rating).await?;
            Ok(level)
        })
    })
    .await
}

/// Asks for the right, and leaves a trace without the level: a rating is never held against anyone (D6c).
async fn leave(ctx: &Ctx, tx: &Tx, subject: &Subject) -> Result<()> {
    match subject {
        Subject::Service(row) => {
            ctx.require(Action::Rate, requests::subject(ctx, tx, row).await?)?;
            requests::leave(ctx, tx, row, TimelineKind::Rated).await?;
            requests::audit(ctx, tx, Action::Rate, &format!("request:{}", row.reference), json!({})).await
        }
        Subject::Contact(row) => {
            voice::find(ctx, tx, &row.reference, Act::Rate).await?;
            voice::audit(tx, ctx, requests::actor_name(ctx.actor()), "rate", &row.reference, json!({})).await
        }
    }
}

//! The applicant appeals a rejection: a new panel, without anyone who voted before.

use domain::{LongText, Reference, access::Action, request::Stage, views::TimelineKind};

use super::own;
use crate::{
    Ctx, Result,
    messages::Message,
    requests::{self, Move},
};

/// Appeals the rejection of the caller's request. The same grounds sent twice are one appeal.
pub async fn appeal(ctx: &Ctx, reference: &Reference, grounds: LongText) -> Result<()> {
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            if let Stage::Appealed(appealed) = own(&ctx, tx, &reference).await?.stage
                && appealed.grounds == grounds
            {
                return Ok(());
            }
            let step = Move {
                reference: &reference,
                action: Action::Appeal,
                seen: None,
                leaves: Some(TimelineKind::Appealed),
            };
            let mut row = requests::begin(&ctx, tx, &step).await?;
            let policy = requests::policy(tx, &row).await?;
            requests::advance(&mut row, |stage| stage.appeal(grounds, ctx.now(), &policy))?;
            let message = Message::AppealReceived { reference: reference.clone() };
            requests::finish(&ctx, tx, &step, &mut row, Some(message)).await
        })
    })
    .await
}

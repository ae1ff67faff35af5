//! A decided proposal is shown to everybody, in the association's words and without its sender (G1, D7).

use domain::{
    Reference,
    voice::{Act, Publication},
};
use store::voice::Published;

use super::{Step, begin, finish, tell::tell};
use crate::{Ctx, Error, Result, messages::Message};

/// Publishes a proposal, or changes what is published of it. Its sender is told the first time.
pub async fn publish(ctx: &Ctx, reference: &Reference, seen: i64, text: Publication) -> Result<()> {
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Step { reference: &reference, act: Act::Publish, seen };
            let mut row = begin(&ctx, tx, &step).await?;
            let decision = row.matter.decision().ok_or(Error::Conflict)?;
            store::voice::publish(tx, row.id, &Published { text, decision, at: ctx.now() }).await?;
            finish(&ctx, tx, "publish", &mut row).await?;
            let message = Message::VoicePublished { reference: reference.clone() };
            tell(&ctx, tx, &row, &message, format!("{reference}:published")).await
        })
    })
    .await
}

/// Takes a proposal off the public page.
pub async fn withdraw(ctx: &Ctx, reference: &Reference, seen: i64) -> Result<()> {
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Step { reference: &reference, act: Act::Publish, seen };
            let mut row = begin(&ctx, tx, &step).await?;
            if !store::voice::withdraw(tx, row.id).await? {
                return Err(Error::Conflict);
            }
            finish(&ctx, tx, "withdraw", &mut row).await
        })
    })
    .await
}

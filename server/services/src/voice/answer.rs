//! The answer, in the words the sender will read; a proposal is decided with it (D3, D7).

use domain::{
    LongText, Reference, TimeDelta,
    rating::Rated,
    voice::{Act, Decision},
};

use store::Source as _;

use super::{Step, begin, finish, moved, staff, tell::tell};
use crate::{Ctx, Result, messages::Message};

/// What is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub words: LongText,
    /// For proposals, and for nothing else.
    pub decision: Option<Decision>,
}

/// Answers a matter, tells its sender, and invites them to rate the answer (D5). What was published of a proposal that is answered anew goes off the page: it
/// may say something else now.
pub async fn answer(ctx: &Ctx, reference: &Reference, seen: i64, what: Answer) -> Result<()> {
    let days = ctx.policy().await?.rating_days;
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Step { reference: &reference, act: Act::Answer, seen };
            let mut row = begin(&ctx, tx, &step).await?;
            row.matter = row.matter.answer(staff(&ctx)?, what.words, what.decision, ctx.now()).map_err(moved)?;
            store::voice::withdraw(tx, row.id).await?;
            finish(&ctx, tx, "answer", &mut row).await?;
            let token = ctx.token(16);
            let expires_at = ctx.now() + TimeDelta::days(i64::from(days));
            store::ratings::invite(tx, Rated::Contact(row.id), &tx.vault().token_hash(&token), expires_at).await?;
            let message = Message::VoiceAnswered { reference: reference.clone(), rate_path: format!("/rate/{token}") };
            let key = format!("{reference}:answered:{}", row.version);
            tell(&ctx, tx, &row, &message, key).await
        })
    })
    .await
}

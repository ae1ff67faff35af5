//! The answer, in the words the sender will read; a proposal is decided with it (D3, D7).

use domain::{
    LongText, Reference,
    voice::{Act, Decision},
};

use super::{Step, begin, finish, moved, staff, tell::tell};
use crate::{Ctx, Result, messages::Message};

/// What is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub words: LongText,
    /// For proposals, and for nothing else.
    pub decision: Option<Decision>,
}

/// Answers a matter and tells its sender. What was published of a proposal that is answered anew goes off the page: it
/// may say something else now.
pub async fn answer(ctx: &Ctx, reference: &Reference, seen: i64, what: Answer) -> Result<()> {
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Step { reference: &reference, act: Act::Answer, seen };
            let mut row = begin(&ctx, tx, &step).await?;
            row.matter = row.matter.answer(staff(&ctx)?, what.words, what.decision, ctx.now()).map_err(moved)?;
            store::voice::withdraw(tx, row.id).await?;
            finish(&ctx, tx, "answer", &mut row).await?;
            let message = Message::VoiceAnswered { reference: reference.clone() };
            let key = format!("{reference}:answered:{}", row.version);
            tell(&ctx, tx, &row, &message, key).await
        })
    })
    .await
}

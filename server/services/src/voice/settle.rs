//! "Was this answered?": who wrote says so, or writes once more (D3).

use domain::{LongText, Reference, voice::Act};

use super::{Step, begin, finish, moved};
use crate::{Ctx, Result};

/// What the sender says of the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Answered,
    /// It was none: the words are added, and the promise begins anew.
    NotAnswered(LongText),
}

/// Closes an answered matter, or opens it again.
pub async fn settle(ctx: &Ctx, reference: &Reference, seen: i64, verdict: Verdict) -> Result<()> {
    let policy = ctx.policy().await?;
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Step { reference: &reference, act: Act::Settle, seen };
            let mut row = begin(&ctx, tx, &step).await?;
            match verdict {
                Verdict::Answered => {
                    row.matter = row.matter.settle(ctx.now()).map_err(moved)?;
                    finish(&ctx, tx, "settle", &mut row).await
                }
                Verdict::NotAnswered(words) => {
                    row.matter = row.matter.ask_again(words, ctx.now()).map_err(moved)?;
                    row.due_at = policy.promise.due(row.matter.kind(), ctx.now(), &policy.calendar);
                    finish(&ctx, tx, "ask_again", &mut row).await
                }
            }
        })
    })
    .await
}

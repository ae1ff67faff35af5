//! A member of staff takes a matter on.

use domain::{Reference, voice::Act};

use super::{Step, begin, finish, moved, staff};
use crate::{Ctx, Result};

/// Takes it on, also from a colleague.
pub async fn take(ctx: &Ctx, reference: &Reference, seen: i64) -> Result<()> {
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Step { reference: &reference, act: Act::Take, seen };
            let mut row = begin(&ctx, tx, &step).await?;
            row.matter = row.matter.take(staff(&ctx)?, ctx.now()).map_err(moved)?;
            finish(&ctx, tx, "take", &mut row).await
        })
    })
    .await
}

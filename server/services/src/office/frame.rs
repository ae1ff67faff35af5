//! What stands round every page of the back office.

use domain::views::OfficeFrame;

use super::reach::Reach;
use crate::{Ctx, Result, staff};

/// Who is signed in, and how much waits for them.
pub async fn frame(ctx: &Ctx) -> Result<OfficeFrame> {
    let me = staff::me(ctx).await?;
    let reach = Reach::of(ctx.actor());
    let counts = reach.counts(ctx.db()).await?;
    let waiting = counts.iter().filter(|(stage, _)| reach.acts.contains(stage)).map(|(_, count)| count).sum();
    let voices = crate::voice::waiting(ctx).await?;
    Ok(OfficeFrame { me, waiting, voices })
}

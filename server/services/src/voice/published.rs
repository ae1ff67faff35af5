//! What people proposed and what became of it, for everybody to read (G1, D7).

use domain::{time::riyadh_date, views::PublicProposal};

use crate::{Ctx, Result};

/// Shown at most.
const MOST: u64 = 100;

/// Published proposals, the newest first. Whose they were is not among what is read.
pub async fn published(ctx: &Ctx) -> Result<Vec<PublicProposal>> {
    let published = store::voice::published(ctx.db(), MOST).await?;
    let shown = |proposal: store::voice::Published| PublicProposal {
        text: proposal.text,
        decision: proposal.decision,
        published_on: riyadh_date(proposal.at),
    };
    Ok(published.into_iter().map(shown).collect())
}

//! The research committee (H5): sessions, the brief, votes, stepping aside and the decision.

mod agenda;
mod brief;
mod decide;
mod sessions;
mod step_aside;
mod vote;

#[cfg(test)]
mod tests;

pub use agenda::agenda;
pub use brief::brief;
pub use decide::{Wording, decide};
pub use sessions::{open_session, sessions};
pub use step_aside::step_aside;
pub use vote::vote;

use std::future::Future;

use domain::{
    StaffId,
    access::{Actor, Role},
    committee::Vote,
    programme::Bilingual,
    views::StaffLine,
};
use store::{Source, Tx, requests::Row};

use crate::{Error, Result};

/// How often a vote is tried again that met another member's in the same moment.
const TRIES: usize = 8;

/// The member of staff who acts.
fn member(actor: &Actor) -> Result<StaffId> {
    actor.staff().ok_or(Error::NotSignedIn)
}

/// Who chairs the committee.
async fn chair(source: &impl Source) -> Result<Option<StaffId>> {
    let all = store::staff::list(source).await?;
    let chair = all.into_iter().find(|one| !one.disabled && one.roles.contains(&Role::CommitteeChair));
    Ok(chair.map(|chair| chair.id))
}

/// A member's name; kept for those who have left.
async fn named(source: &impl Source, id: StaffId) -> Result<StaffLine> {
    let name = store::staff::find(source, id).await?.map(|one| one.display_name);
    Ok(StaffLine { id, name: name.unwrap_or_else(|| Bilingual { ar: id.to_string(), en: id.to_string() }) })
}

/// The votes given since the file was referred. A file that comes back to the same session begins anew.
async fn votes(source: &impl Source, row: &Row) -> Result<Vec<Vote>> {
    let Some(referred) = row.stage.referred() else { return Ok(Vec::new()) };
    let mut votes = store::committee::votes(source, row.id, referred.referral.session).await?;
    votes.retain(|vote| vote.at >= referred.referral.at);
    Ok(votes)
}

/// Counts a vote or a recusal as a change of the request, so that no decision is made from what stood before it.
async fn count_as_change(tx: &Tx, row: &Row) -> Result<()> {
    store::requests::save(tx, row, row.version).await?;
    Ok(())
}

/// Members vote at the same time: who met another one tries again.
async fn in_turn<F: Future<Output = Result<()>>>(write: impl Fn() -> F) -> Result<()> {
    for _ in 1..TRIES {
        match write().await {
            Err(Error::Conflict) => {}
            done => return done,
        }
    }
    write().await
}

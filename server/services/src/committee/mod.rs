//! The research committee (H5): sessions, the brief, votes, stepping aside and the decision.

mod agenda;
mod brief;
mod decide;
mod sessions;
mod step_aside;
mod vote;

pub use agenda::agenda;
pub use brief::brief;
pub use decide::{Wording, decide};
pub use sessions::{open_session, sessions};
pub use step_aside::step_aside;
pub use vote::vote;

use domain::{StaffId, access::Actor, access::Role, programme::Bilingual, views::StaffLine};
use store::Source;

use crate::{Error, Result};

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

//! A person's own data (PDPL, D6): seeing it, correcting it, erasing what may go, taking a copy along, choosing what it
//! is used for; and the safe of the documents they gave (H2). The person signs in for all of it: whoever follows one
//! request with its reference and a code sees none.

mod answer;
mod ask;
mod consent;
mod copy;
mod erasure;
mod office;
mod openings;
mod safe;
mod sheet;
mod wishes;

use domain::{PersonId, access::Actor, privacy::PrivacyAction};
use store::Tx;

pub use answer::answer;
pub use ask::ask;
pub use consent::consent;
pub use copy::copy;
pub use erasure::plan;
pub use office::{case, queue};
pub use safe::{open_document, safe};
pub(crate) use safe::{reusable, usable};
pub use sheet::sheet;
pub use wishes::wish;

use crate::{Ctx, Error, Result, requests};

/// The person whose data the caller may see: their own. For everybody else there is nothing here.
fn person(ctx: &Ctx) -> Result<PersonId> {
    match ctx.actor() {
        Actor::Visitor => Err(Error::NotSignedIn),
        Actor::Beneficiary { person } => Ok(*person),
        Actor::Tracker { .. }
        | Actor::Follower { .. }
        | Actor::Volunteer { .. }
        | Actor::Staff { .. }
        | Actor::System => Err(Error::NotFound),
    }
}

/// Refuses unless the caller may do this about people's requests.
fn require(ctx: &Ctx, action: PrivacyAction) -> Result<()> {
    match ctx.actor() {
        Actor::Visitor => Err(Error::NotSignedIn),
        actor if domain::privacy::may(actor, action) => Ok(()),
        _ => Err(Error::NotFound),
    }
}

/// A person, as the audit names them.
fn subject(person: PersonId) -> String {
    format!("person:{person}")
}

/// Writes one audit entry about a person's data.
async fn note(ctx: &Ctx, tx: &Tx, action: &str, person: PersonId, detail: serde_json::Value) -> Result<()> {
    let entry = store::audit::Entry {
        at: ctx.now(),
        actor: requests::actor_name(ctx.actor()),
        action: action.to_owned(),
        subject: subject(person),
        detail,
    };
    store::audit::append(tx, &entry).await?;
    Ok(())
}

#[cfg(test)]
mod tests;

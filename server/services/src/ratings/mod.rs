//! Rating a finished service: the beneficiary's right, once, within its time (D5, D6c).

mod rate;
mod sheet;

use domain::{Reference, access::Actor};
use store::{Source, ratings::Invite, requests::Row};

pub use rate::rate;
pub use sheet::sheet;

use crate::{Ctx, Error, Result, status};

/// How somebody comes to rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Door {
    /// With the link of the message: a secret of one purpose that expires. No sign-in.
    Link(String),
    /// From the page of their own request.
    Own(Reference),
}

/// An invitation, the request it is for, and the caller as the one who may use it.
struct Invited {
    ctx: Ctx,
    invite: Invite,
    row: Row,
}

/// Finds the invitation behind a door. A link nobody sent does not exist.
async fn invited(ctx: &Ctx, source: &impl Source, door: &Door) -> Result<Invited> {
    match door {
        Door::Link(token) => {
            let hash = source.vault().token_hash(token);
            let invite = store::ratings::find_by_token(source, &hash).await?.ok_or(Error::NotFound)?;
            let row = store::requests::find(source, invite.request).await?.ok_or(Error::NotFound)?;
            let ctx = ctx.acting_as(Actor::Tracker { request: row.id });
            Ok(Invited { ctx, invite, row })
        }
        Door::Own(reference) => {
            let row = status::own(ctx, source, reference).await?;
            let invite = store::ratings::of_request(source, row.id).await?.ok_or(Error::NotFound)?;
            Ok(Invited { ctx: ctx.clone(), invite, row })
        }
    }
}

impl Invited {
    /// Refuses once the time is over.
    fn in_time(&self) -> Result<()> {
        if self.ctx.now() < self.invite.expires_at {
            return Ok(());
        }
        let last = domain::time::riyadh_date(self.invite.expires_at);
        Err(domain::request::NotNow::TooLate(last).into())
    }
}

#[cfg(test)]
mod tests;

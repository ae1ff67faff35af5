//! Who is signed in, and who else works here.

use domain::{
    access::{Action, Actor, allows_beside},
    views::{StaffLine, StaffSelf},
    volunteer::{Act, may},
};

use crate::{Ctx, Error, Result};

/// The member of staff who is signed in, for the head of every page of the office.
pub async fn me(ctx: &Ctx) -> Result<StaffSelf> {
    let Actor::Staff { id, roles, .. } = ctx.actor() else { return Err(Error::NotSignedIn) };
    let account = store::staff::find(ctx.db(), *id).await?.ok_or(Error::NotSignedIn)?;
    Ok(StaffSelf {
        id: *id,
        name: account.display_name,
        roles: roles.iter().copied().collect(),
        see_queue: allows_beside(ctx.actor(), Action::SeeQueue),
        see_sessions: allows_beside(ctx.actor(), Action::SeeSessions),
        see_volunteers: may(ctx.actor(), Act::SeeAll),
    })
}

/// Everyone with an open account, by user name; for staff only.
pub async fn list(ctx: &Ctx) -> Result<Vec<StaffLine>> {
    if ctx.actor().staff().is_none() && *ctx.actor() != Actor::System {
        return Err(Error::NotSignedIn);
    }
    let accounts = store::staff::list(ctx.db()).await?.into_iter();
    Ok(accounts
        .filter(|account| !account.disabled)
        .map(|account| StaffLine { id: account.id, name: account.display_name })
        .collect())
}

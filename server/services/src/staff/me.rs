//! Who is signed in, and who else works here.

use domain::{
    access::{Action, Actor, allows_beside},
    knowledge,
    privacy::{self, PrivacyAction},
    views::{Desk, StaffLine, StaffSelf},
    volunteer,
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
        desks: desks(ctx.actor()),
    })
}

/// Where somebody has something to do, in the order of the rail.
pub fn desks(actor: &Actor) -> Vec<Desk> {
    let desks = [
        (Desk::Requests, allows_beside(actor, Action::SeeQueue)),
        (Desk::Committee, allows_beside(actor, Action::SeeSessions)),
        (Desk::Voices, crate::voice::answers(actor)),
        (Desk::Knowledge, knowledge::may(actor, knowledge::Act::Write)),
        (Desk::Volunteers, volunteer::may(actor, volunteer::Act::SeeAll)),
        (Desk::Privacy, privacy::may(actor, PrivacyAction::See)),
        (Desk::Messages, domain::message::may_word(actor)),
    ];
    desks.into_iter().filter_map(|(desk, works)| works.then_some(desk)).collect()
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

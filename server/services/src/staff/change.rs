//! Changing or closing an account. Sessions and half-finished sign-ins of it end with the change.

use std::collections::BTreeSet;

use domain::{StaffId, access::Role};
use serde_json::{Value, json};
use store::{
    logins::{self, Subject},
    staff::Staff,
};

use super::{Added, audit, one_time_password, require_keeper};
use crate::{Ctx, Error, Result, identity::password};

/// Closes an account; what it did stays.
pub async fn disable(ctx: &Ctx, id: StaffId) -> Result<()> {
    change(ctx, id, json!({ "disabled": true }), |account| account.disabled = true).await.map(drop)
}

/// Gives an account other roles and branches.
pub async fn set_rights(ctx: &Ctx, id: StaffId, roles: BTreeSet<Role>, branches: BTreeSet<i64>) -> Result<()> {
    let detail = json!({ "roles": roles, "branches": branches });
    change(ctx, id, detail, |account| {
        account.roles = roles;
        account.branches = branches;
    })
    .await
    .map(drop)
}

/// Lets somebody in again who lost password and phone, or whose account was closed: a one-time password, and the
/// authenticator app is set up anew.
pub async fn renew(ctx: &Ctx, id: StaffId) -> Result<Added> {
    require_keeper(ctx)?;
    let password = one_time_password(ctx);
    let hash = password::hash(ctx, &password).await?;
    let account = change(ctx, id, json!({ "renewed": true }), |account| {
        account.password_hash = hash;
        account.must_change_password = true;
        account.totp = None;
        account.totp_last_step = None;
        account.recovery_hashes.clear();
        account.disabled = false;
    })
    .await?;
    Ok(Added { id, user_name: account.user_name, password })
}

async fn change(ctx: &Ctx, id: StaffId, detail: Value, how: impl FnOnce(&mut Staff) + Send + 'static) -> Result<Staff> {
    require_keeper(ctx)?;
    let ctx2 = ctx.clone();
    ctx.db()
        .write(move |tx| {
            Box::pin(async move {
                let mut account = store::staff::find(tx, id).await?.ok_or(Error::NotFound)?;
                how(&mut account);
                store::staff::save(tx, &account).await?;
                logins::delete_of_subject(tx, Subject::Staff(id)).await?;
                logins::delete_of_subject(tx, Subject::Pending(id.0)).await?;
                audit(&ctx2, tx, id, detail).await?;
                Ok(account)
            })
        })
        .await
}

#[cfg(test)]
mod tests;

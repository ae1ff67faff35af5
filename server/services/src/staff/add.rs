//! Opening an account.

use std::collections::BTreeSet;

use domain::{Invalid, StaffId, access::Role, programme::Bilingual};
use serde_json::json;
use store::{StoreError, staff::NewStaff as Row};

use super::{audit, one_time_password, require_keeper};
use crate::{
    Ctx, Error, Result,
    identity::{password, secret_of},
};

/// An account to open.
#[derive(Clone)]
pub struct NewStaff {
    /// Three to forty of `a–z 0–9 . _ -`; upper case is lowered.
    pub user_name: String,
    pub name: Bilingual,
    pub password: String,
    pub roles: BTreeSet<Role>,
    pub branches: BTreeSet<i64>,
    /// A secret for the authenticator app that is known beforehand (base32); without one it is set up at the first
    /// sign-in.
    pub totp: Option<String>,
    /// Must the password be replaced at the first sign-in?
    pub must_change_password: bool,
}

/// An account that was opened with a password made here, told once.
pub struct Added {
    pub id: StaffId,
    pub user_name: String,
    pub password: String,
}

/// Opens an account. The fields are those of [`NewStaff`].
pub async fn add(ctx: &Ctx, new: NewStaff) -> Result<StaffId> {
    require_keeper(ctx)?;
    let user_name = user_name(&new.user_name)?;
    password::check(&new.password)?;
    if new.roles.is_empty() {
        return Err(Error::field("roles", Invalid::Missing));
    }
    let totp = new.totp.as_deref().map(secret_of).transpose()?;
    let row = Row {
        user_name,
        display_name: new.name,
        password_hash: password::hash(ctx, &new.password).await?,
        roles: new.roles,
        branches: new.branches,
        must_change_password: new.must_change_password,
        at: ctx.now(),
    };
    let ctx2 = ctx.clone();
    let added = ctx
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let id = store::staff::insert(tx, &row).await?;
                if totp.is_some() {
                    let account = store::staff::find(tx, id).await?;
                    let mut account = account.ok_or_else(|| Error::Internal("the account is gone".to_owned()))?;
                    account.totp = totp;
                    store::staff::save(tx, &account).await?;
                }
                audit(&ctx2, tx, id, json!({ "added": row.user_name, "roles": row.roles, "branches": row.branches }))
                    .await?;
                Ok(id)
            })
        })
        .await;
    match added {
        Err(Error::Store(StoreError::Taken(_))) => Err(Error::field("user_name", Invalid::Choice)),
        other => other,
    }
}

/// Opens an account with a one-time password. `branch` is a branch's name in either language, or its number; without
/// one the account serves every branch there is.
pub async fn add_with_one_time_password(
    ctx: &Ctx,
    user_name: &str,
    name: Bilingual,
    roles: BTreeSet<Role>,
    branch: Option<String>,
) -> Result<Added> {
    let password = one_time_password(ctx);
    let new = NewStaff {
        user_name: user_name.to_owned(),
        name,
        password: password.clone(),
        roles,
        branches: branches(ctx, branch.as_deref()).await?,
        totp: None,
        must_change_password: true,
    };
    let id = add(ctx, new).await?;
    Ok(Added { id, user_name: user_name.trim().to_lowercase(), password })
}

async fn branches(ctx: &Ctx, wanted: Option<&str>) -> Result<BTreeSet<i64>> {
    let all = store::branches::all(ctx.db()).await?.into_iter();
    let Some(wanted) = wanted.map(str::trim) else { return Ok(all.map(|branch| branch.id).collect()) };
    let is_it = |branch: &store::branches::Branch| {
        branch.name.ar == wanted || branch.name.en.eq_ignore_ascii_case(wanted) || branch.id.to_string() == wanted
    };
    let found: BTreeSet<i64> = all.filter(is_it).map(|branch| branch.id).collect();
    if found.is_empty() { Err(Error::field("branch", Invalid::Choice)) } else { Ok(found) }
}

fn user_name(raw: &str) -> Result<String> {
    let name = raw.trim().to_lowercase();
    let plain = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._-".contains(&b));
    let why = match name.len() {
        0 => Invalid::Missing,
        1 | 2 => Invalid::TooShort { min: 3 },
        3..=40 if plain => return Ok(name),
        3..=40 => Invalid::Choice,
        _ => Invalid::TooLong { max: 40 },
    };
    Err(Error::field("user_name", why))
}

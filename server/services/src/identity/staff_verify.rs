//! The second step of staff: the code of the authenticator app, or a recovery code.

use domain::{Invalid, StaffId, TimeDelta};
use serde_json::json;
use store::{Source, Tx, logins::Subject, staff::Staff};

use super::{
    PendingToken, SessionToken,
    codes::{self, Counted, Purpose},
    limits::{self, Limit},
    pending::{self, Pending, Phase},
    recovery, session, totp,
};
use crate::{Ctx, Error, Result};

/// Codes tried for one account in a quarter of an hour. Only who knows the password gets so far.
const PER_ACCOUNT: i64 = 15;

/// What the right code opens.
#[derive(Clone, Debug)]
pub enum Verified {
    In(SessionToken),
    /// A one-time password has to be replaced first.
    NewPassword(PendingToken),
}

/// Signs in with the code of the app or with a recovery code. The field is `code`.
pub async fn staff_verify(ctx: &Ctx, token: &PendingToken, code: &str) -> Result<Verified> {
    let Some(Pending::Staff { id, phase: Phase::Code }) = pending::find(ctx, ctx.db(), token).await? else {
        return Err(Error::field("code", Invalid::CodeExpired));
    };
    let code = typed(code)?;
    let left = count(ctx, token, id).await?;
    let (ctx2, token) = (ctx.clone(), token.clone());
    let verified = ctx
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let Some(mut account) = open_account(tx, id).await? else { return Ok(None) };
                let Some(how) = accept(&ctx2, tx, &mut account, &code)? else { return Ok(None) };
                store::staff::save(tx, &account).await?;
                step_on(&ctx2, tx, &token, &account, how).await.map(Some)
            })
        })
        .await;
    match verified {
        Ok(Some(verified)) => Ok(verified),
        // The same code twice at once: the account moved on, and the code with it.
        Ok(None) | Err(Error::Conflict) => Err(refused(left)),
        Err(error) => Err(error),
    }
}

/// A code of the app, or a recovery code, spent on the account; says which.
fn accept(ctx: &Ctx, tx: &Tx, account: &mut Staff, code: &str) -> Result<Option<&'static str>> {
    let Some(secret) = &account.totp else { return Ok(None) };
    if let Some(step) = totp::accept(secret, account.totp_last_step, code, ctx.now())? {
        account.totp_last_step = Some(step);
        return Ok(Some("app"));
    }
    let hash = recovery::hash(tx.vault(), account.id, code);
    Ok(recovery::find(&account.recovery_hashes, &hash).map(|at| {
        account.recovery_hashes.remove(at);
        "recovery"
    }))
}

/// Counts a try and gives how many are left. Out of tries, the sign-in begins anew.
pub(super) async fn count(ctx: &Ctx, token: &PendingToken, id: StaffId) -> Result<u8> {
    let window = TimeDelta::minutes(15);
    limits::take(ctx, vec![Limit::new("staff.code", id.to_string(), PER_ACCOUNT, window)]).await?;
    match codes::count(ctx, Purpose::StaffCode, &token.hash(ctx.db()), None).await? {
        Counted::Wrong { left } => Ok(left),
        Counted::Right(_) | Counted::Gone => Err(Error::field("code", Invalid::CodeExpired)),
    }
}

pub(super) fn refused(left: u8) -> Error {
    Error::field("code", codes::wrong(left, |left| Invalid::AuthenticatorCode { left }))
}

/// The code as it is compared: Western digits, nothing between them.
pub(super) fn typed(code: &str) -> Result<String> {
    let typed: String = domain::to_western(code).chars().filter(|c| !c.is_whitespace()).take(40).collect();
    if typed.is_empty() { Err(Error::field("code", Invalid::Missing)) } else { Ok(typed) }
}

pub(super) async fn open_account(tx: &Tx, id: StaffId) -> Result<Option<Staff>> {
    Ok(store::staff::find(tx, id).await?.filter(|account| !account.disabled))
}

/// Into the house, or to a password of one's own first. The half-finished sign-in ends either way.
pub(super) async fn step_on(ctx: &Ctx, tx: &Tx, token: &PendingToken, account: &Staff, how: &str) -> Result<Verified> {
    pending::finish(tx, token).await?;
    if account.must_change_password {
        return Ok(Verified::NewPassword(pending::keep_staff(ctx, tx, account.id, Phase::Password).await?));
    }
    let session = session::open(ctx, tx, Subject::Staff(account.id), json!({ "by": how })).await?;
    Ok(Verified::In(session))
}

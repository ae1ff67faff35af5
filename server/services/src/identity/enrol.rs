//! Setting up the authenticator app at the first sign-in of staff.

use domain::{Invalid, views::EnrolmentSheet};
use serde_json::json;
use store::{Source, logins::Subject};

use super::{
    PendingToken, Verified,
    pending::{self, Pending, Phase},
    recovery, session,
    staff_verify::{count, open_account, refused, step_on, typed},
    totp,
};
use crate::{Ctx, Error, Result};

/// What the app is set up with, and the recovery codes: shown until the first code is entered, never again. `None`
/// where nothing is to be set up, or not any more.
pub async fn enrolment(ctx: &Ctx, token: &PendingToken) -> Result<Option<EnrolmentSheet>> {
    let Some(Pending::Staff { id, phase: Phase::Enrol(enrolling) }) = pending::find(ctx, ctx.db(), token).await? else {
        return Ok(None);
    };
    let Some(account) = store::staff::find(ctx.db(), id).await? else { return Ok(None) };
    let address = totp::address(&account.user_name, &totp::secret_of(&enrolling.secret)?)?;
    let (qr_path, qr_side) = totp::qr(&address)?;
    Ok(Some(EnrolmentSheet {
        user_name: account.user_name,
        secret: enrolling.secret,
        address,
        qr_path,
        qr_side,
        recovery: enrolling.recovery,
    }))
}

/// The first code of the app proves that it is set up; from now on a code is asked at every sign-in. The field is
/// `code`.
pub async fn enrol(ctx: &Ctx, token: &PendingToken, code: &str) -> Result<Verified> {
    let found = pending::find(ctx, ctx.db(), token).await?;
    let Some(Pending::Staff { id, phase: Phase::Enrol(enrolling) }) = found else {
        return Err(Error::field("code", Invalid::CodeExpired));
    };
    let secret = totp::secret_of(&enrolling.secret)?;
    let code = typed(code)?;
    let left = count(ctx, token, id).await?;
    let step = totp::accept(&secret, None, &code, ctx.now())?.ok_or_else(|| refused(left))?;
    let (ctx2, token) = (ctx.clone(), token.clone());
    ctx.db()
        .write(move |tx| {
            Box::pin(async move {
                let account = open_account(tx, id).await?.filter(|account| account.totp.is_none());
                let mut account = account.ok_or(Error::Conflict)?;
                account.totp = Some(secret);
                account.totp_last_step = Some(step);
                account.recovery_hashes =
                    enrolling.recovery.iter().map(|code| recovery::hash(tx.vault(), id, code)).collect();
                store::staff::save(tx, &account).await?;
                session::note(&ctx2, tx, "identity.enrol", Subject::Staff(id), json!({})).await?;
                step_on(&ctx2, tx, &token, &account, "app").await
            })
        })
        .await
}

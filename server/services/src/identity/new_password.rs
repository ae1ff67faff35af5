//! A password of one's own in place of a one-time password.

use domain::Invalid;
use serde_json::json;
use store::logins::{self, Subject};

use super::{
    PendingToken, SessionToken, password,
    pending::{self, Pending, Phase},
    session,
    staff_verify::open_account,
};
use crate::{Ctx, Error, Result};

/// Sets the password and signs in; every other session of the account ends. The fields are `password` and `again`.
pub async fn set_password(ctx: &Ctx, token: &PendingToken, new: &str, again: &str) -> Result<SessionToken> {
    let found = pending::find(ctx, ctx.db(), token).await?;
    let Some(Pending::Staff { id, phase: Phase::Password }) = found else { return Err(Error::NotSignedIn) };
    password::check(new)?;
    if new != again {
        return Err(Error::field("again", Invalid::PasswordsDiffer));
    }
    let account = store::staff::find(ctx.db(), id).await?.ok_or(Error::NotSignedIn)?;
    if password::verify(new, Some(account.password_hash)).await? {
        return Err(Error::field("password", Invalid::PasswordUsed));
    }
    let hash = password::hash(ctx, new).await?;
    let (ctx2, token) = (ctx.clone(), token.clone());
    ctx.db()
        .write(move |tx| {
            Box::pin(async move {
                let mut account = open_account(tx, id).await?.ok_or(Error::NotSignedIn)?;
                account.password_hash = hash;
                account.must_change_password = false;
                store::staff::save(tx, &account).await?;
                pending::finish(tx, &token).await?;
                logins::delete_of_subject(tx, Subject::Staff(id)).await?;
                session::note(&ctx2, tx, "identity.password", Subject::Staff(id), json!({})).await?;
                session::open(&ctx2, tx, Subject::Staff(id), json!({ "by": "new password" })).await
            })
        })
        .await
}

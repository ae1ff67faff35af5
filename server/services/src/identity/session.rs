//! Sessions: made anew at every sign-in, ended by rest, by time, by signing out and by a change of rights.

use domain::{TimeDelta, Timestamp, access::Actor};
use serde_json::{Value, json};
use store::{
    Tx,
    logins::{self, Login, Subject},
};

use crate::{Ctx, Error, Result};

/// A session ends after half an hour without a request, for staff and beneficiaries alike.
pub const IDLE: TimeDelta = TimeDelta::minutes(30);
/// A session ends twelve hours after signing in, however much it is used.
pub const ABSOLUTE: TimeDelta = TimeDelta::hours(12);
/// The last use is written down at most so often.
const TOUCH: TimeDelta = TimeDelta::minutes(1);

/// What a browser proves a session with: 32 random bytes in hexadecimal. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionToken(String);

impl SessionToken {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SessionToken(…)")
    }
}

/// Who carries this token: a visitor, when it is unknown, expired, or the account was closed. Rights are read anew
/// every time, so that a change takes effect at once.
pub async fn actor_of(ctx: &Ctx, token: &str) -> Result<Actor> {
    let now = ctx.now();
    let hash = ctx.db().vault().token_hash(token);
    let Some(login) = logins::find(ctx.db(), &hash, now).await? else {
        return Ok(Actor::Visitor);
    };
    let actor = match login.subject {
        Subject::Pending(_) => return Ok(Actor::Visitor),
        Subject::Beneficiary(person) => Actor::Beneficiary { person },
        Subject::Tracker(request) => Actor::Tracker { request },
        Subject::Follower(matter) => Actor::Follower { matter },
        Subject::Volunteer(id) => Actor::Volunteer { id },
        Subject::Staff(id) => match store::staff::find(ctx.db(), id).await? {
            Some(account) if !account.disabled => Actor::Staff { id, roles: account.roles, branches: account.branches },
            _ => return Ok(Actor::Visitor),
        },
    };
    if now - login.seen_at >= TOUCH {
        let until = expiry(login.created_at, now);
        ctx.db()
            .write(move |tx| Box::pin(async move { logins::touch(tx, &hash, now, until).await.map_err(Error::from) }))
            .await?;
    }
    Ok(actor)
}

/// Ends a session; of an unknown one there is nothing to end.
pub async fn sign_out(ctx: &Ctx, token: &str) -> Result<()> {
    let hash = ctx.db().vault().token_hash(token);
    ctx.db().write(move |tx| Box::pin(async move { logins::delete(tx, &hash).await.map_err(Error::from) })).await
}

/// Opens a session and writes down who came in, and how.
pub(crate) async fn open(ctx: &Ctx, tx: &Tx, subject: Subject, how: Value) -> Result<SessionToken> {
    use store::Source as _;
    let token = SessionToken(ctx.token(32));
    let now = ctx.now();
    let login = Login { subject, facts: json!({}), created_at: now, seen_at: now, expires_at: expiry(now, now) };
    logins::insert(tx, &tx.vault().token_hash(&token.0), &login).await?;
    note(ctx, tx, "identity.sign_in", subject, how).await?;
    Ok(token)
}

/// Writes an audit entry about an account by the one who holds it.
pub(super) async fn note(ctx: &Ctx, tx: &Tx, action: &str, subject: Subject, detail: Value) -> Result<()> {
    let who = match subject {
        Subject::Staff(id) => format!("staff:{id}"),
        Subject::Beneficiary(id) => format!("person:{id}"),
        Subject::Tracker(id) => format!("tracker:{id}"),
        Subject::Follower(id) => format!("follower:{id}"),
        Subject::Volunteer(id) => format!("volunteer:{id}"),
        Subject::Pending(_) => "visitor".to_owned(),
    };
    let entry =
        store::audit::Entry { at: ctx.now(), actor: who.clone(), action: action.to_owned(), subject: who, detail };
    store::audit::append(tx, &entry).await?;
    Ok(())
}

/// When a session ends that began then and was used now.
fn expiry(began: Timestamp, used: Timestamp) -> Timestamp {
    (used + IDLE).min(began + ABSOLUTE)
}

#[cfg(test)]
mod tests;

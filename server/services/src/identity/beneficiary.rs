//! Signing in as a beneficiary: national ID, mobile, and a code sent to it (C7).

use domain::{Invalid, Mobile, NationalId, PersonId};
use serde_json::json;
use store::{
    Tx,
    logins::Subject,
    people::{self, NewPerson},
};

use super::{
    PendingToken, SessionToken,
    codes::{self, Purpose, SHORT},
    pending::{self, Pending},
    send::{self, ForId},
    session,
};
use crate::{Ctx, Error, Result, messages::Message, requests::language_of};

/// Sends a code to the number, if the number is the one known for the ID, or the ID is not known yet. What is answered
/// does not tell which: a mismatch leaves the same rows and gets no message.
pub async fn request_code(ctx: &Ctx, national_id: &NationalId, mobile: &Mobile) -> Result<PendingToken> {
    let token = PendingToken::new(ctx);
    send(ctx, &token, national_id.clone(), mobile.clone()).await?;
    Ok(token)
}

pub(super) async fn send(ctx: &Ctx, token: &PendingToken, national_id: NationalId, mobile: Mobile) -> Result<()> {
    let code = ForId {
        national_id: national_id.clone(),
        mobile: mobile.clone(),
        purpose: Purpose::SignIn,
        ttl: SHORT,
        message: |code| Message::SignInCode { code },
        pending: Pending::Beneficiary { national_id, mobile },
    };
    send::to_id(ctx, token, code).await
}

/// Signs in with the code. A person who was not known is entered now that the number is proven to be theirs.
pub async fn verify_code(ctx: &Ctx, token: &PendingToken, code: &str) -> Result<SessionToken> {
    let expired = || Error::field("code", Invalid::CodeExpired);
    let Some(Pending::Beneficiary { national_id, mobile }) = pending::find(ctx, ctx.db(), token).await? else {
        return Err(expired());
    };
    let attempt = codes::attempt(ctx, Purpose::SignIn, &token.hash(ctx.db()), code).await?;
    let (ctx2, token) = (ctx.clone(), token.clone());
    ctx.db()
        .write(move |tx| {
            Box::pin(async move {
                codes::redeem(&ctx2, tx, &attempt).await?;
                pending::finish(tx, &token).await?;
                let person = known_or_new(&ctx2, tx, national_id, mobile).await?.ok_or_else(expired)?;
                session::open(&ctx2, tx, Subject::Beneficiary(person), json!({ "by": "phone" })).await
            })
        })
        .await
}

/// The person of this ID and number; `None` when the ID became known with another number meanwhile.
pub(super) async fn known_or_new(
    ctx: &Ctx,
    tx: &Tx,
    national_id: NationalId,
    mobile: Mobile,
) -> Result<Option<PersonId>> {
    if let Some(person) = people::find_by_national_id(tx, &national_id).await? {
        return Ok(Some(person).filter(|person| person.mobile == mobile).map(|person| person.id));
    }
    let new = NewPerson {
        national_id,
        mobile,
        name: None,
        born_on: None,
        language: language_of(ctx.locale()),
        branch: None,
        at: ctx.now(),
    };
    Ok(Some(people::insert(tx, &new).await?))
}

#[cfg(test)]
mod tests;

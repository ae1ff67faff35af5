//! Following one request with its reference and a code sent to the applicant's phone; no account, and nothing can be
//! changed.

use domain::{Invalid, Reference, RequestId, TimeDelta};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{Tx, limits::Verdict, logins::Subject, people::Person};

use super::{
    PendingToken, SessionToken,
    codes::{self, Purpose, SHORT},
    limits::{self, Limit},
    pending::{self, Pending},
    send, session,
};
use crate::{Ctx, Error, Result, messages::Message};

/// Codes for one reference an hour.
const PER_REFERENCE: i64 = 6;

#[derive(Serialize, Deserialize)]
struct Facts {
    request: RequestId,
}

/// Sends a code to the applicant of the request. An unknown reference is answered alike, leaves the same rows and
/// sends nothing.
pub async fn request_track_code(ctx: &Ctx, reference: &Reference) -> Result<PendingToken> {
    let token = PendingToken::new(ctx);
    send(ctx, &token, reference.clone()).await?;
    Ok(token)
}

pub(super) async fn send(ctx: &Ctx, token: &PendingToken, reference: Reference) -> Result<()> {
    let mut limits = vec![Limit::new("track.reference", reference.as_str(), PER_REFERENCE, TimeDelta::hours(1))];
    limits.extend(Limit::address(ctx, "sms", send::PER_ADDRESS));
    limits::take(ctx, limits).await?;
    let (ctx2, token) = (ctx.clone(), token.clone());
    ctx.db()
        .write(move |tx| {
            Box::pin(async move {
                let subject = token.hash(tx);
                if let Some((request, person)) = applicant(&ctx2, tx, &reference).await? {
                    let facts = json!(Facts { request });
                    let code = codes::issue(&ctx2, tx, Purpose::Track, &subject, facts, SHORT).await?;
                    let message = Message::TrackingCode { code };
                    send::send(&ctx2, tx, &person.mobile, Some(person.id), Some(request), &message).await?;
                } else {
                    codes::issue_to_nobody(&ctx2, tx, Purpose::Track, &subject, SHORT).await?;
                }
                pending::keep(&ctx2, tx, &token, &Pending::Tracker { reference }).await
            })
        })
        .await
}

/// The applicant, if the request exists and their phone was not sent too many messages: that, too, must not show.
async fn applicant(ctx: &Ctx, tx: &Tx, reference: &Reference) -> Result<Option<(RequestId, Person)>> {
    let Some(row) = store::requests::find_by_reference(tx, reference).await? else { return Ok(None) };
    let Some(person) = store::people::find(tx, row.person).await? else { return Ok(None) };
    let Verdict::Allowed = limits::hit(ctx, tx, &Limit::sms(person.mobile.as_str())).await? else { return Ok(None) };
    Ok(Some((row.id, person)))
}

/// Opens the request with the code, to look and to rate.
pub async fn open_track(ctx: &Ctx, token: &PendingToken, code: &str) -> Result<SessionToken> {
    let Some(Pending::Tracker { .. }) = pending::find(ctx, ctx.db(), token).await? else {
        return Err(Error::field("code", Invalid::CodeExpired));
    };
    let attempt = codes::attempt(ctx, Purpose::Track, &token.hash(ctx.db()), code).await?;
    let (ctx2, token) = (ctx.clone(), token.clone());
    ctx.db()
        .write(move |tx| {
            Box::pin(async move {
                let facts = codes::redeem(&ctx2, tx, &attempt).await?;
                let Facts { request } = serde_json::from_value(facts)
                    .map_err(|error| Error::Internal(format!("a tracking code cannot be read: {error}")))?;
                pending::finish(tx, &token).await?;
                session::open(&ctx2, tx, Subject::Tracker(request), json!({ "by": "reference" })).await
            })
        })
        .await
}

#[cfg(test)]
mod tests;

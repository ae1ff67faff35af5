//! Puts a code into the outbox, in the language of the page that asked for it.

use domain::{Mobile, NationalId, PersonId, RequestId, TimeDelta, message::Recipient};
use serde_json::json;
use store::{Tx, outbox::NewMessage, people};

use super::{
    PendingToken,
    codes::{self, Purpose},
    limits::{self, Limit},
    pending::{self, Pending},
};
use crate::{Ctx, Result, messages::Message, requests::language_of};

/// Codes for one national ID an hour.
const PER_ID: i64 = 12;
/// Codes at the wish of one network address an hour; many phones share one.
pub(super) const PER_ADDRESS: i64 = 100;

/// A code for whoever an ID and a number stand for.
pub(super) struct ForId {
    pub national_id: NationalId,
    pub mobile: Mobile,
    pub purpose: Purpose,
    pub ttl: TimeDelta,
    pub message: fn(String) -> Message,
    pub pending: Pending,
}

/// Sends the code, if the number is the one known for the ID, or the ID is not known yet. What is answered does not tell
/// which: a mismatch leaves the same rows and gets no message.
pub(super) async fn to_id(ctx: &Ctx, token: &PendingToken, code: ForId) -> Result<()> {
    let ForId { national_id, mobile, purpose, ttl, message, pending } = code;
    let mut limits =
        vec![Limit::sms(mobile.as_str()), Limit::new("sign_in.id", national_id.as_str(), PER_ID, TimeDelta::hours(1))];
    limits.extend(Limit::address(ctx, "sms", PER_ADDRESS));
    limits::take(ctx, limits).await?;
    let (ctx2, token) = (ctx.clone(), token.clone());
    ctx.db()
        .write(move |tx| {
            Box::pin(async move {
                let known = people::find_by_national_id(tx, &national_id).await?;
                let subject = token.hash(tx);
                if known.as_ref().is_some_and(|person| person.mobile != mobile) {
                    codes::issue_to_nobody(&ctx2, tx, purpose, &subject, ttl).await?;
                } else {
                    let code = codes::issue(&ctx2, tx, purpose, &subject, json!(null), ttl).await?;
                    send(&ctx2, tx, &mobile, known.map(|person| person.id), None, &message(code)).await?;
                }
                pending::keep(&ctx2, tx, &token, &pending).await
            })
        })
        .await
}

/// A message to a number that need not belong to anybody known.
pub(super) async fn send(
    ctx: &Ctx,
    tx: &Tx,
    to: &Mobile,
    person: Option<PersonId>,
    request: Option<RequestId>,
    message: &Message,
) -> Result<()> {
    let letter = NewMessage {
        key: format!("{}:{}", message.template(), ctx.token(16)),
        person,
        request,
        to: Recipient::Sms(to.clone()),
        language: language_of(ctx.locale()),
        template: message.template().slug().to_owned(),
        body: message.words(tx, ctx.locale(), ctx.house()).await?,
        created_at: ctx.now(),
        due_at: ctx.now(),
    };
    store::outbox::enqueue(tx, &letter).await?;
    Ok(())
}

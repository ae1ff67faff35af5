//! Puts a code into the outbox, in the language of the page that asked for it.

use domain::{Mobile, PersonId, RequestId, message::Recipient};
use store::{Tx, outbox::NewMessage};

use crate::{Ctx, Result, messages::Message, requests::language_of};

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

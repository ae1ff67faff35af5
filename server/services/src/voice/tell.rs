//! Messages to who wrote, as far as they can be reached.

use domain::{access::Actor, message::Recipient, voice::Sender};
use store::{Tx, limits::Verdict, outbox::NewMessage, voice::Row};

use crate::{
    Ctx, Result,
    identity::limits::{self, Limit},
    messages::{self, Message},
    requests,
};

/// Puts a message for the sender into the outbox, in the transaction of what it tells. Who left no number hears nothing;
/// a number that gets too many messages hears nothing for a while.
pub(super) async fn tell(ctx: &Ctx, tx: &Tx, row: &Row, message: &Message, key: String) -> Result<()> {
    let mobile = match &row.sender {
        Sender::Person { person } => {
            return messages::tell(tx, ctx.house(), *person, None, message, key, ctx.now()).await;
        }
        Sender::Visitor { mobile: Some(mobile), .. } => mobile,
        Sender::Visitor { mobile: None, .. } | Sender::Anonymous => return Ok(()),
    };
    // Staff answer what they answer; only who writes themselves can make a flood of it.
    if !matches!(ctx.actor(), Actor::Staff { .. })
        && let Verdict::Blocked { .. } = limits::hit(ctx, tx, &Limit::sms(mobile.as_str())).await?
    {
        return Ok(());
    }
    let letter = NewMessage {
        key,
        person: None,
        request: None,
        to: Recipient::Sms(mobile.clone()),
        language: row.language,
        template: message.template().slug().to_owned(),
        body: message.words(tx, requests::locale_of(row.language), ctx.house()).await?,
        created_at: ctx.now(),
        due_at: ctx.now(),
    };
    store::outbox::enqueue(tx, &letter).await?;
    Ok(())
}

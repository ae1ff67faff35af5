//! The caller asks that something held be corrected, or that what may go be erased.

use domain::{
    Invalid, LongText, PersonId, Reference,
    privacy::{Want, due_on},
};
use store::{Tx, data_requests::DataRequest};

use crate::{
    Ctx, Error, Result,
    applications::once::Once,
    messages::{self, Message},
};

/// Takes a request about the caller's data and gives its reference; it is answered within thirty days. A correction
/// says what is wrong. Of erasures one waits at a time: the one that waits is given again.
pub async fn ask(ctx: &Ctx, want: Want, words: Option<LongText>, once: &str) -> Result<Reference> {
    let person = super::person(ctx)?;
    if matches!(want, Want::Correct { .. }) && words.is_none() {
        return Err(Error::field("words", Invalid::Missing));
    }
    let once = Once::new(ctx, "privacy.ask", once)?;
    let (caller, key) = (ctx.clone(), once.clone());
    let outcome =
        ctx.db().write(move |tx| Box::pin(async move { take(&caller, tx, person, want, words, &key).await })).await;
    once.settle(ctx, outcome).await
}

async fn take(
    ctx: &Ctx,
    tx: &Tx,
    person: PersonId,
    want: Want,
    words: Option<LongText>,
    once: &Once,
) -> Result<Reference> {
    if let Some(reference) = once.answered(tx).await? {
        return Ok(reference);
    }
    let earlier = store::data_requests::of_person(tx, person).await?;
    let waits = |request: &&DataRequest| request.answer.is_none() && request.want == want && want == Want::Erase;
    if let Some(waiting) = earlier.iter().find(waits) {
        return Ok(waiting.reference.clone());
    }
    let new = DataRequest {
        reference: Reference::from_entropy(ctx.random()),
        person,
        want,
        words,
        received_at: ctx.now(),
        due_on: due_on(ctx.now()),
        answer: None,
        version: 1,
    };
    store::data_requests::insert(tx, &new).await?;
    let detail = serde_json::json!({ "reference": new.reference, "want": new.want });
    super::note(ctx, tx, "privacy.ask", person, detail).await?;
    let message = Message::DataRequestReceived { reference: new.reference.clone(), due: new.due_on };
    let key = format!("{}:{}", new.reference, message.template());
    messages::tell(tx, ctx.house(), person, None, &message, key, ctx.now()).await?;
    once.remember(ctx, tx, &new.reference).await?;
    Ok(new.reference)
}

//! The privacy officer answers a request about data.

use domain::{
    Reference,
    privacy::{PrivacyAction, Verdict, Want},
};
use store::{Tx, data_requests::Answer};

use super::erasure::Sorted;
use crate::{
    Ctx, Error, Result,
    messages::{self, Message},
};

/// Records the answer and tells the person. An erasure that is granted happens with it: in one transaction from the
/// tables, and from the folder of files once that is committed.
pub async fn answer(ctx: &Ctx, reference: &Reference, seen: i64, verdict: Verdict) -> Result<()> {
    super::require(ctx, PrivacyAction::Answer)?;
    let (caller, reference) = (ctx.clone(), reference.clone());
    let files: Vec<String> =
        ctx.db().write(move |tx| Box::pin(async move { record(&caller, tx, &reference, seen, verdict).await })).await?;
    for file in files {
        ctx.house().files.forget(&file).await;
    }
    Ok(())
}

async fn record(ctx: &Ctx, tx: &Tx, reference: &Reference, seen: i64, verdict: Verdict) -> Result<Vec<String>> {
    let by = ctx.actor().staff().ok_or(Error::NotSignedIn)?;
    let request = store::data_requests::find(tx, reference).await?.ok_or(Error::NotFound)?;
    if request.version != seen {
        return Err(Error::Conflict);
    }
    let person = request.person;
    let mut detail = serde_json::json!({ "reference": reference, "want": request.want });
    let mut files = Vec::new();
    if request.want == Want::Erase && matches!(verdict, Verdict::Done { .. }) {
        let sorted = Sorted::of(tx, person).await?;
        detail["erased"] = serde_json::json!(sorted.plan());
        files = sorted.erase(ctx, tx, person).await?;
    }
    detail["verdict"] = match &verdict {
        Verdict::Done { .. } => "done".into(),
        Verdict::Refused { .. } => "refused".into(),
    };
    store::data_requests::answer(tx, &request, &Answer { verdict, at: ctx.now(), by }).await?;
    super::note(ctx, tx, "privacy.answer", person, detail).await?;
    let message = Message::DataRequestAnswered { reference: reference.clone() };
    let key = format!("{reference}:{}", message.template());
    messages::tell(tx, ctx.house(), person, None, &message, key, ctx.now()).await?;
    Ok(files)
}

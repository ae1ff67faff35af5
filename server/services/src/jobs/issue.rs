//! Held answers go out on their day (H5), each in its own transaction.

use domain::{Reference, RequestId, access::Action, views::TimelineKind};

use super::each::Tally;
use crate::{
    Ctx, Error, Result,
    messages::Message,
    requests::{self, Move},
};

/// Issues every answer whose day has come. Gives how many. One that fails does not keep back the others: it is
/// reported at the end and tried again with the next round.
pub async fn issue_due(ctx: &Ctx) -> Result<u64> {
    let mut tally = Tally::default();
    for id in store::requests::due_for_release(ctx.db(), ctx.today()).await? {
        tally.count(issue(ctx, id).await);
    }
    tally.result()
}

async fn issue(ctx: &Ctx, id: RequestId) -> Result<()> {
    let row = store::requests::find(ctx.db(), id).await?.ok_or(Error::NotFound)?;
    release(ctx, row.reference).await
}

async fn release(ctx: &Ctx, reference: Reference) -> Result<()> {
    let ctx = ctx.clone();
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Move {
                reference: &reference,
                action: Action::Issue,
                seen: None,
                leaves: Some(TimelineKind::AnswerIssued),
            };
            let mut row = requests::begin(&ctx, tx, &step).await?;
            requests::advance(&mut row, |stage| stage.issue(ctx.now()))?;
            let told = Message::Answered { reference: reference.clone() };
            requests::finish(&ctx, tx, &step, &mut row, Some(told)).await
        })
    })
    .await
}

//! Held answers go out on their day (H5), each in its own transaction.

use domain::{Reference, access::Action, request::NotNow, views::TimelineKind};

use crate::{
    Ctx, Error, Result,
    messages::Message,
    requests::{self, Move},
};

/// Issues every answer whose day has come. Gives how many.
pub async fn issue_due(ctx: &Ctx) -> Result<u64> {
    let mut issued = 0;
    for id in store::requests::due_for_release(ctx.db(), ctx.today()).await? {
        let Some(row) = store::requests::find(ctx.db(), id).await? else { continue };
        match issue(ctx, row.reference).await {
            Ok(()) => issued += 1,
            // Another node was first.
            Err(Error::Conflict | Error::NotFound | Error::NotNow(NotNow::Stage { .. })) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(issued)
}

async fn issue(ctx: &Ctx, reference: Reference) -> Result<()> {
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

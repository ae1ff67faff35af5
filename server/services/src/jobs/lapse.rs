//! Requests that were sent back and not completed in time lapse; their applicant is told.

use domain::{Reference, access::Action, request::StageKind, views::TimelineKind};
use store::requests::{Filter, Row};

use super::each::Tally;
use crate::{
    Ctx, Result,
    messages::Message,
    requests::{self, Move},
};

const BATCH: u64 = 200;

/// Lets every returned request lapse whose day has passed without anything done about it. Gives how many.
pub async fn lapse_due(ctx: &Ctx) -> Result<u64> {
    let returned = Filter { stages: vec![StageKind::Returned], limit: BATCH, ..Filter::default() };
    let mut tally = Tally::default();
    for line in store::requests::queue(ctx.db(), &returned).await? {
        let Some(row) = store::requests::find(ctx.db(), line.id).await? else { continue };
        if is_due(ctx, &row).await? {
            tally.count(lapse(ctx, row.reference).await);
        }
    }
    tally.result()
}

async fn is_due(ctx: &Ctx, row: &Row) -> Result<bool> {
    let policy = requests::policy(ctx.db(), row).await?;
    Ok(row.stage.complete_by(&policy).is_some_and(|last| last < ctx.today()))
}

async fn lapse(ctx: &Ctx, reference: Reference) -> Result<()> {
    let ctx = ctx.clone();
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step =
                Move { reference: &reference, action: Action::Lapse, seen: None, leaves: Some(TimelineKind::Lapsed) };
            let mut row = requests::begin(&ctx, tx, &step).await?;
            let policy = requests::policy(tx, &row).await?;
            requests::advance(&mut row, |stage| stage.lapse(ctx.now(), &policy))?;
            let told = Message::Lapsed { reference: reference.clone() };
            requests::finish(&ctx, tx, &step, &mut row, Some(told)).await
        })
    })
    .await
}

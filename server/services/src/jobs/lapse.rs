//! Requests that were sent back and not completed in time lapse; their applicant is told.

use domain::{Reference, TimeDelta, Timestamp, access::Action, request::StageKind, views::TimelineKind};
use store::requests::Filter;

use super::each::Tally;
use crate::{
    Ctx, Error, Result,
    messages::Message,
    requests::{self, Move},
};

const BATCH: u64 = 200;

/// Lets every returned request lapse that its applicant has not touched for the time of completion. Gives how many.
pub async fn lapse_due(ctx: &Ctx) -> Result<u64> {
    let days = ctx.policy().await?.completion_days;
    let before = ctx.now() - TimeDelta::days(i64::from(days));
    let returned = Filter { stages: vec![StageKind::Returned], limit: BATCH, ..Filter::default() };
    let mut tally = Tally::default();
    for line in store::requests::queue(ctx.db(), &returned).await? {
        if line.updated_at <= before {
            tally.count(lapse(ctx, line.reference, before).await);
        }
    }
    tally.result()
}

async fn lapse(ctx: &Ctx, reference: Reference, before: Timestamp) -> Result<()> {
    let ctx = ctx.clone();
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step =
                Move { reference: &reference, action: Action::Lapse, seen: None, leaves: Some(TimelineKind::Lapsed) };
            let mut row = requests::begin(&ctx, tx, &step).await?;
            if row.updated_at > before {
                // The applicant came back to it in the meantime.
                return Err(Error::Conflict);
            }
            requests::advance(&mut row, |stage| stage.lapse(ctx.now()))?;
            let told = Message::Lapsed { reference: reference.clone() };
            requests::finish(&ctx, tx, &step, &mut row, Some(told)).await
        })
    })
    .await
}

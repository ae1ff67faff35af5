//! The social research officer takes the file (H3).

use domain::{Reference, access::Action, views::TimelineKind};

use super::staff;
use crate::{
    Ctx, Result,
    messages::Message,
    requests::{self, Move},
};

/// Opens the study; the applicant is told that the officer may call.
pub async fn open_study(ctx: &Ctx, reference: &Reference, seen: i64) -> Result<()> {
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Move {
                reference: &reference,
                action: Action::OpenStudy,
                seen: Some(seen),
                leaves: Some(TimelineKind::StudyOpened),
            };
            let mut row = requests::begin(&ctx, tx, &step).await?;
            let by = staff(&ctx)?;
            requests::advance(&mut row, |stage| stage.open_study(by, ctx.now()))?;
            let told = Message::StudyStarted { reference: reference.clone() };
            requests::finish(&ctx, tx, &step, &mut row, Some(told)).await
        })
    })
    .await
}

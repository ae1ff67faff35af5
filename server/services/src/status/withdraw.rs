//! The applicant takes their request back, until the answer is out.

use domain::{Reference, access::Action, request::StageKind, views::TimelineKind};

use super::own;
use crate::{
    Ctx, Error, Result,
    messages::Message,
    requests::{self, Move},
};

/// Withdraws the caller's request. `seen` is the stage they were told when they asked: if they would now be told
/// another one, nothing is done. It is not the row's version, which a held decision changes (H5). Asked twice, it is
/// done once.
pub async fn withdraw(ctx: &Ctx, reference: &Reference, seen: StageKind) -> Result<()> {
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let current = own(&ctx, tx, &reference).await?.stage.kind();
            if current == StageKind::Withdrawn {
                return Ok(());
            }
            let step = Move {
                reference: &reference,
                action: Action::Withdraw,
                seen: None,
                leaves: Some(TimelineKind::Withdrawn),
            };
            let mut row = requests::begin(&ctx, tx, &step).await?;
            if current.as_told() != seen {
                return Err(Error::Conflict);
            }
            requests::advance(&mut row, |stage| stage.withdraw(ctx.now()))?;
            let message = Message::Withdrawn { reference: reference.clone() };
            requests::finish(&ctx, tx, &step, &mut row, Some(message)).await
        })
    })
    .await
}

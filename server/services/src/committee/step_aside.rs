//! A member with an interest in a case steps aside (kinship or another interest).

use domain::{Reference, ShortText, access::Action, committee::Recusal};

use super::{count_as_change, in_turn, member};
use crate::{
    Ctx, Error, Result,
    requests::{self, Move},
};

/// Steps aside from a case: the member's vote is taken out and the file is closed to them.
pub async fn step_aside(ctx: &Ctx, reference: &Reference, ground: ShortText<300>) -> Result<()> {
    let aside = Recusal { member: member(ctx.actor())?, ground, at: ctx.now() };
    in_turn(|| leave(ctx, reference, &aside)).await
}

async fn leave(ctx: &Ctx, reference: &Reference, aside: &Recusal) -> Result<()> {
    let (ctx, reference, aside) = (ctx.clone(), reference.clone(), aside.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Move { reference: &reference, action: Action::StepAside, seen: None, leaves: None };
            let row = requests::begin(&ctx, tx, &step).await?;
            let session = row.stage.referred().ok_or(Error::NotFound)?.referral.session;
            store::committee::put_recusal(tx, row.id, session, &aside).await?;
            count_as_change(tx, &row).await?;
            let detail = serde_json::json!({ "session": session });
            requests::audit(&ctx, tx, Action::StepAside, &format!("request:{}", row.reference), detail).await
        })
    })
    .await
}

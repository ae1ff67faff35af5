//! The beneficiary confirms the receipt with their code, and is invited to rate (H7, D5).

use domain::{Reference, TimeDelta, access::Action, delivery::Handover, views::TimelineKind};
use store::Source;

use super::staff;
use crate::{
    Ctx, Result,
    identity::codes::{self, Purpose},
    messages::Message,
    requests::{self, Move},
};

/// Takes the code the beneficiary reads out and completes the request. The link to rate is a secret of theirs: only
/// its hash is kept.
pub async fn confirm_receipt(ctx: &Ctx, reference: &Reference, code: &str) -> Result<()> {
    requests::find(ctx, ctx.db(), reference, Action::ConfirmReceipt).await?;
    let attempt = codes::attempt(ctx, Purpose::Receipt, reference.as_str(), code).await?;
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Move {
                reference: &reference,
                action: Action::ConfirmReceipt,
                seen: None,
                leaves: Some(TimelineKind::Completed),
            };
            let mut row = requests::begin(&ctx, tx, &step).await?;
            codes::redeem(&ctx, tx, &attempt).await?;
            let handover = Handover { by: staff(&ctx)?, confirmed_at: ctx.now() };
            requests::advance(&mut row, |stage| stage.complete(handover))?;
            let days = requests::policy(tx, &row).await?.rating_days;
            let token = ctx.token(16);
            let expires_at = ctx.now() + TimeDelta::days(i64::from(days));
            store::ratings::invite(tx, row.id, &tx.vault().token_hash(&token), expires_at).await?;
            let told = Message::Completed { reference: reference.clone(), rate_path: format!("/rate/{token}") };
            requests::finish(&ctx, tx, &step, &mut row, Some(told)).await
        })
    })
    .await
}

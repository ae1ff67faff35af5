//! The service sets off (H7). The code that confirms its receipt goes to the beneficiary's phone and nowhere else.

use domain::{
    Reference,
    access::Action,
    delivery::Delivery,
    views::TimelineKind,
};
use store::Tx;

use super::staff;
use crate::{
    Ctx, Error, Result,
    identity::codes::{self, Purpose},
    messages::Message,
    requests::{self, Move},
};

/// Starts the delivery of what the programme gives.
pub async fn start_delivery(ctx: &Ctx, reference: &Reference, seen: i64) -> Result<()> {
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Move {
                reference: &reference,
                action: Action::Deliver,
                seen: Some(seen),
                leaves: Some(TimelineKind::DeliveryStarted),
            };
            let mut row = requests::begin(&ctx, tx, &step).await?;
            let award = requests::programme(tx, &row).await?.award;
            let delivery = Delivery { award, by: staff(&ctx)?, at: ctx.now() };
            requests::advance(&mut row, |stage| stage.deliver(delivery))?;
            let told = on_its_way(&ctx, tx, &reference).await?;
            requests::finish(&ctx, tx, &step, &mut row, Some(told)).await
        })
    })
    .await
}

/// Sends another code, where the first expired or was mistyped too often; the first is void.
pub async fn send_code_again(ctx: &Ctx, reference: &Reference, seen: i64) -> Result<()> {
    let row = requests::find(ctx, ctx.db(), reference, Action::ConfirmReceipt).await?;
    let person = store::people::find(ctx.db(), row.person).await?.ok_or(Error::NotFound)?;
    codes::allow_sending(ctx, &person.mobile).await?;
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Move {
                reference: &reference,
                action: Action::ConfirmReceipt,
                seen: Some(seen),
                leaves: None,
            };
            let mut row = requests::begin(&ctx, tx, &step).await?;
            let told = on_its_way(&ctx, tx, &reference).await?;
            requests::finish(&ctx, tx, &step, &mut row, Some(told)).await
        })
    })
    .await
}

async fn on_its_way(ctx: &Ctx, tx: &Tx, reference: &Reference) -> Result<Message> {
    let facts = serde_json::json!({ "reference": reference });
    let code = codes::issue(ctx, tx, Purpose::Receipt, reference.as_str(), facts, codes::DELIVERY).await?;
    Ok(Message::OnItsWay { reference: reference.clone(), code })
}

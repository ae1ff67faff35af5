//! The service sets off (H7). The code that confirms its receipt goes to the beneficiary's phone and nowhere else.

use domain::{Reference, access::Action, delivery::Delivery, views::TimelineKind};
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
            let award = requests::published(tx, &row).await?.award;
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
            let step = Move { reference: &reference, action: Action::ConfirmReceipt, seen: Some(seen), leaves: None };
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

#[cfg(test)]
mod tests {
    use domain::request::StageKind;

    use super::*;
    use crate::{
        office::{
            confirm_receipt,
            walk::{delivering, is_conflict, is_not_now, officer, provider, registered, stage, version},
        },
        testing::World,
    };

    #[tokio::test]
    async fn the_code_goes_to_the_beneficiary_and_nowhere_else() {
        let world = World::new().await;
        let reference = registered(&world).await;
        let seen = version(&world, &reference).await;
        let officer = start_delivery(&officer(&world), &reference, seen).await;
        assert!(matches!(officer, Err(Error::Forbidden(Action::Deliver))));
        assert!(is_conflict(&start_delivery(&provider(&world), &reference, seen - 1).await));
        start_delivery(&provider(&world), &reference, seen).await.expect("on its way");
        assert_eq!(stage(&world, &reference).await, StageKind::Delivering);
        assert_eq!(world.messages("on_its_way").await, 1);
        assert!(is_not_now(&start_delivery(&provider(&world), &reference, seen).await, Action::Deliver));
        let row = serde_json::to_string(&world.row(&reference).await.stage).expect("json");
        assert!(!row.contains(&code(&world).await));
    }

    #[tokio::test]
    async fn a_new_code_voids_the_former_one() {
        let world = World::new().await;
        let reference = delivering(&world).await;
        let former = code(&world).await;
        let seen = version(&world, &reference).await;
        assert!(send_code_again(&officer(&world), &reference, seen).await.is_err());
        send_code_again(&provider(&world), &reference, seen).await.expect("sent");
        assert_eq!(world.messages("on_its_way").await, 2);
        assert!(confirm_receipt(&provider(&world), &reference, &former).await.is_err());
        confirm_receipt(&provider(&world), &reference, &code(&world).await).await.expect("confirmed");
    }

    async fn code(world: &World) -> String {
        confirm_receipt::tests::code(world).await
    }
}

//! The beneficiary confirms the receipt with their code, and is invited to rate (H7, D5).

use domain::{Reference, TimeDelta, access::Action, delivery::Handover, rating::Rated, views::TimelineKind};
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
            store::ratings::invite(tx, Rated::Service(row.id), &tx.vault().token_hash(&token), expires_at).await?;
            let told = Message::Completed { reference: reference.clone(), rate_path: format!("/rate/{token}") };
            requests::finish(&ctx, tx, &step, &mut row, Some(told)).await
        })
    })
    .await
}

#[cfg(test)]
pub(super) mod tests {
    use domain::{Invalid, access::Role, request::StageKind};

    use super::*;
    use crate::{
        Error,
        office::walk::{delivering, is_not_now, officer, provider, registered, stage},
        testing::World,
    };

    /// The code in the newest message that something is on its way.
    pub(in crate::office) async fn code(world: &World) -> String {
        let recent = store::outbox::recent(&world.house.db, 50).await.expect("messages");
        let told = recent.iter().find(|message| message.template == "on_its_way").expect("a message");
        told.body.chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect()
    }

    #[tokio::test]
    async fn the_code_completes_the_request_and_invites_to_rate() {
        let world = World::new().await;
        let reference = delivering(&world).await;
        let code = code(&world).await;
        confirm_receipt(&provider(&world), &reference, &code).await.expect("confirmed");
        assert_eq!(stage(&world, &reference).await, StageKind::Completed);
        let recent = store::outbox::recent(&world.house.db, 50).await.expect("messages");
        let told = recent.iter().find(|message| message.template == "completed").expect("a message");
        let token = told.body.rsplit("/rate/").next().expect("a link").split_whitespace().next().expect("a token");
        let hash = world.house.db.vault().token_hash(token);
        let invite =
            store::ratings::find_by_token(&world.house.db, &hash).await.expect("readable").expect("an invitation");
        assert_eq!(invite.of, Rated::Service(world.row(&reference).await.id));
        assert!(is_not_now(&confirm_receipt(&provider(&world), &reference, &code).await, Action::ConfirmReceipt));
    }

    #[tokio::test]
    async fn wrong_codes_are_counted_and_end_the_code() {
        let world = World::new().await;
        let reference = delivering(&world).await;
        let right = code(&world).await;
        let wrong = if right == "000000" { "000001" } else { "000000" };
        for left in (1..5).rev() {
            let refused = confirm_receipt(&provider(&world), &reference, wrong).await;
            assert!(matches!(
                refused,
                Err(Error::Field { field: "code", why: Invalid::CodeWrong { left: said } }) if said == left
            ));
        }
        for late in [wrong, &right] {
            let refused = confirm_receipt(&provider(&world), &reference, late).await;
            assert!(matches!(refused, Err(Error::Field { field: "code", why: Invalid::CodeExpired })));
        }
        assert_eq!(stage(&world, &reference).await, StageKind::Delivering);
    }

    #[tokio::test]
    async fn a_stranger_cannot_use_up_the_tries() {
        let world = World::new().await;
        let reference = delivering(&world).await;
        let right = code(&world).await;
        for who in [officer(&world), world.stranger(), world.staff(Role::SystemAdministrator)] {
            for _ in 0..6 {
                assert!(confirm_receipt(&who, &reference, "000000").await.is_err());
            }
        }
        confirm_receipt(&world.staff(Role::BranchDelegate), &reference, &right).await.expect("confirmed");
    }

    #[tokio::test]
    async fn nothing_is_confirmed_before_it_sets_off() {
        let world = World::new().await;
        let reference = registered(&world).await;
        assert!(confirm_receipt(&provider(&world), &reference, "123456").await.is_err());
        assert_eq!(stage(&world, &reference).await, StageKind::Registered);
    }
}

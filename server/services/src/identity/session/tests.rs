use domain::{PersonId, RequestId};

use super::*;
use crate::testing::World;

async fn opened(ctx: &Ctx, subject: Subject) -> String {
    let ctx2 = ctx.clone();
    let token = ctx.db().write(move |tx| Box::pin(async move { open(&ctx2, tx, subject, json!({})).await }));
    token.await.expect("opened").0
}

#[tokio::test]
async fn a_token_says_who_carries_it_until_it_is_signed_out() {
    let world = World::new().await;
    let ctx = world.visitor();
    let person = opened(&ctx, Subject::Beneficiary(PersonId(7))).await;
    let tracker = opened(&ctx, Subject::Tracker(RequestId(3))).await;
    assert_eq!(actor_of(&ctx, &person).await.expect("read"), Actor::Beneficiary { person: PersonId(7) });
    assert_eq!(actor_of(&ctx, &tracker).await.expect("read"), Actor::Tracker { request: RequestId(3) });
    assert_eq!(actor_of(&ctx, "unknown").await.expect("read"), Actor::Visitor);
    sign_out(&ctx, &person).await.expect("out");
    sign_out(&ctx, &person).await.expect("twice is once");
    assert_eq!(actor_of(&ctx, &person).await.expect("read"), Actor::Visitor);
}

#[tokio::test]
async fn rest_ends_a_session_and_use_prolongs_it() {
    let world = World::new().await;
    let token = opened(&world.visitor(), Subject::Beneficiary(PersonId(7))).await;
    let mut passed = 0;
    for _ in 0..3 {
        passed += 29 * 60;
        world.house.clock.run_ahead(passed);
        assert_ne!(actor_of(&world.visitor(), &token).await.expect("read"), Actor::Visitor);
    }
    world.house.clock.run_ahead(passed + 30 * 60);
    assert_eq!(actor_of(&world.visitor(), &token).await.expect("read"), Actor::Visitor);
}

#[tokio::test]
async fn twelve_hours_end_a_session_however_much_it_is_used() {
    let world = World::new().await;
    let token = opened(&world.visitor(), Subject::Beneficiary(PersonId(7))).await;
    for minute in (20..720).step_by(20) {
        world.house.clock.run_ahead(minute * 60);
        assert_ne!(actor_of(&world.visitor(), &token).await.expect("read"), Actor::Visitor, "{minute}");
    }
    world.house.clock.run_ahead(720 * 60);
    assert_eq!(actor_of(&world.visitor(), &token).await.expect("read"), Actor::Visitor);
}

#[tokio::test]
async fn the_last_use_is_written_once_a_minute() {
    let world = World::new().await;
    let token = opened(&world.visitor(), Subject::Beneficiary(PersonId(7))).await;
    let hash = world.house.db.vault().token_hash(&token);
    let began = world.visitor().now();
    for (seconds, seen) in [(59, 0), (60, 60), (100, 60), (120, 120)] {
        world.house.clock.run_ahead(seconds);
        let ctx = world.visitor();
        actor_of(&ctx, &token).await.expect("read");
        let login = logins::find(ctx.db(), &hash, ctx.now()).await.expect("read").expect("there");
        assert_eq!(login.seen_at, began + TimeDelta::seconds(seen));
    }
}

#[tokio::test]
async fn a_token_is_kept_as_a_hash_and_never_shown() {
    let world = World::new().await;
    let ctx = world.visitor();
    let token = SessionToken(opened(&ctx, Subject::Beneficiary(PersonId(7))).await);
    assert_eq!(format!("{token:?}"), "SessionToken(…)");
    assert!(logins::find(ctx.db(), token.as_str(), ctx.now()).await.expect("read").is_none());
}

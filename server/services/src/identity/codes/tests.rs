use domain::Invalid;
use serde_json::json;

use super::*;
use crate::testing::World;

async fn issued(ctx: &Ctx, purpose: Purpose, subject: &str, ttl: TimeDelta) -> String {
    let (ctx2, subject) = (ctx.clone(), subject.to_owned());
    let code = ctx.db().write(move |tx| {
        Box::pin(async move { issue(&ctx2, tx, purpose, &subject, json!({ "for": subject }), ttl).await })
    });
    code.await.expect("issued")
}

async fn spend(ctx: &Ctx, attempt: Attempt) -> Result<Value> {
    let ctx2 = ctx.clone();
    ctx.db().write(move |tx| Box::pin(async move { redeem(&ctx2, tx, &attempt).await })).await
}

fn why<T: std::fmt::Debug>(result: Result<T>) -> Invalid {
    match result {
        Err(Error::Field { field: "code", why }) => why,
        other => panic!("not a refused code: {other:?}"),
    }
}

fn other_than(code: &str) -> String {
    let mut digits: Vec<char> = code.chars().collect();
    digits[0] = if digits[0] == '0' { '1' } else { '0' };
    digits.into_iter().collect()
}

#[tokio::test]
async fn the_right_code_opens_once() {
    let world = World::new().await;
    let ctx = world.visitor();
    let code = issued(&ctx, Purpose::Receipt, "one", DELIVERY).await;
    let attempt = attempt(&ctx, Purpose::Receipt, "one", &code).await.expect("right");
    assert_eq!(spend(&ctx, attempt).await.expect("spent"), json!({ "for": "one" }));
    assert_eq!(why(super::attempt(&ctx, Purpose::Receipt, "one", &code).await), Invalid::CodeExpired);
}

#[tokio::test]
async fn two_at_once_spend_it_once() {
    let world = World::new().await;
    let ctx = world.visitor();
    let code = issued(&ctx, Purpose::Sign, "one", SHORT).await;
    let first = attempt(&ctx, Purpose::Sign, "one", &code).await.expect("right");
    let second = attempt(&ctx, Purpose::Sign, "one", &code).await.expect("right");
    spend(&ctx, first).await.expect("spent");
    assert!(matches!(spend(&ctx, second).await, Err(Error::Conflict)));
}

#[tokio::test]
async fn wrong_tries_are_counted_and_end_the_code() {
    let world = World::new().await;
    let ctx = world.visitor();
    let code = issued(&ctx, Purpose::Sign, "one", SHORT).await;
    for left in [4, 3, 2, 1] {
        let refused = attempt(&ctx, Purpose::Sign, "one", &other_than(&code)).await;
        assert_eq!(why(refused), Invalid::CodeWrong { left });
    }
    assert_eq!(why(attempt(&ctx, Purpose::Sign, "one", &other_than(&code)).await), Invalid::CodeExpired);
    assert_eq!(why(attempt(&ctx, Purpose::Sign, "one", &code).await), Invalid::CodeExpired);
}

#[tokio::test]
async fn what_is_no_code_costs_no_try() {
    let world = World::new().await;
    let ctx = world.visitor();
    let code = issued(&ctx, Purpose::Sign, "one", SHORT).await;
    for raw in ["12345", "1234567", "abcdef", "12345x", "+12345"] {
        assert_eq!(why(attempt(&ctx, Purpose::Sign, "one", raw).await), Invalid::Code, "{raw}");
    }
    assert_eq!(why(attempt(&ctx, Purpose::Sign, "one", "  ").await), Invalid::Missing);
    let arabic: String = code.chars().filter_map(|c| c.to_digit(10).and_then(|d| char::from_u32(0x660 + d))).collect();
    let spaced = format!(" {} {} ", &arabic[..6], &arabic[6..]);
    assert!(attempt(&ctx, Purpose::Sign, "one", &spaced).await.is_ok());
}

#[tokio::test]
async fn a_code_serves_its_purpose_and_subject_only() {
    let world = World::new().await;
    let ctx = world.visitor();
    let code = issued(&ctx, Purpose::Sign, "one", SHORT).await;
    issued(&ctx, Purpose::Sign, "two", SHORT).await;
    assert_eq!(why(attempt(&ctx, Purpose::Receipt, "one", &code).await), Invalid::CodeExpired);
    assert!(matches!(why(attempt(&ctx, Purpose::Sign, "two", &code).await), Invalid::CodeWrong { .. }));
    assert!(attempt(&ctx, Purpose::Sign, "one", &code).await.is_ok());
}

#[tokio::test]
async fn a_code_expires_and_is_replaced() {
    let world = World::new().await;
    let old = issued(&world.visitor(), Purpose::Sign, "one", SHORT).await;
    let new = issued(&world.visitor(), Purpose::Sign, "one", SHORT).await;
    assert!(matches!(why(attempt(&world.visitor(), Purpose::Sign, "one", &old).await), Invalid::CodeWrong { .. }));
    world.house.clock.run_ahead(SHORT.num_seconds());
    assert_eq!(why(attempt(&world.visitor(), Purpose::Sign, "one", &new).await), Invalid::CodeExpired);
}

#[tokio::test]
async fn one_number_gets_so_many_messages_an_hour() {
    let world = World::new().await;
    let mobile = Mobile::parse("0501112233").expect("a mobile");
    for _ in 0..6 {
        allow_sending(&world.visitor(), &mobile).await.expect("allowed");
    }
    world.house.clock.run_ahead(60);
    match allow_sending(&world.visitor(), &mobile).await {
        Err(Error::TooMany { seconds }) => assert_eq!(seconds, 3_540),
        other => panic!("{other:?}"),
    }
    world.house.clock.run_ahead(3_600);
    allow_sending(&world.visitor(), &mobile).await.expect("allowed again");
}

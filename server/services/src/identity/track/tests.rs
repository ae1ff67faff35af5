use super::*;
use crate::{
    identity::{actor_of, verify_code},
    testing::World,
};
use domain::access::Actor;
use store::logins;

fn unknown() -> Reference {
    Reference::from_entropy([9; 16])
}

#[tokio::test]
async fn the_applicants_code_opens_that_request() {
    let world = World::new().await;
    let reference = world.started().await;
    let ctx = world.visitor();
    let token = request_track_code(&ctx, &reference).await.expect("asked");
    let session = open_track(&ctx, &token, &world.last_code().await).await.expect("open");
    let request = world.row(&reference).await.id;
    assert_eq!(actor_of(&ctx, session.as_str()).await.expect("read"), Actor::Tracker { request });
}

#[tokio::test]
async fn an_unknown_reference_is_answered_alike_and_never_opens() {
    let mut seen = Vec::new();
    for known in [true, false] {
        let world = World::new().await;
        let reference = if known { world.started().await } else { unknown() };
        let ctx = world.visitor();
        let token = request_track_code(&ctx, &reference).await.expect("asked");
        assert_eq!(world.messages("tracking_code").await, usize::from(known));
        let login = logins::find(ctx.db(), &token.hash(ctx.db()), ctx.now()).await.expect("read").expect("kept");
        let code = if known && world.last_code().await == "000000" { "000001" } else { "000000" };
        let refused = open_track(&ctx, &token, code).await;
        seen.push((login.subject, login.expires_at, format!("{refused:?}")));
    }
    assert_eq!(seen[0], seen[1]);
}

#[tokio::test]
async fn a_tracking_code_signs_nobody_in() {
    let world = World::new().await;
    let reference = world.started().await;
    let ctx = world.visitor();
    let token = request_track_code(&ctx, &reference).await.expect("asked");
    assert!(verify_code(&ctx, &token, &world.last_code().await).await.is_err());
}

/// Known or not, the seventh question of an hour waits.
#[tokio::test]
async fn one_reference_is_asked_for_so_often() {
    let world = World::new().await;
    for reference in [world.started().await, unknown()] {
        for _ in 0..6 {
            request_track_code(&world.visitor(), &reference).await.expect("asked");
        }
        let refused = request_track_code(&world.visitor(), &reference).await;
        assert!(matches!(refused, Err(Error::TooMany { .. })));
    }
}

/// A phone that got its messages of the hour gets no more, and nobody who asks sees the difference.
#[tokio::test]
async fn a_full_phone_does_not_show() {
    let world = World::new().await;
    let reference = world.started().await;
    let mobile = domain::Mobile::parse("0501234567").expect("a mobile");
    for _ in 0..6 {
        codes::allow_sending(&world.visitor(), &mobile).await.expect("allowed");
    }
    request_track_code(&world.visitor(), &reference).await.expect("answered alike");
    assert_eq!(world.messages("tracking_code").await, 0);
}

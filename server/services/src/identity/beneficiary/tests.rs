use super::*;
use crate::{
    identity::{actor_of, pending, send_again},
    testing::World,
};
use domain::{access::Actor, views::PendingSheet};
use store::logins;

const KNOWN: (&str, &str) = ("1058529940", "0501234567");
const UNKNOWN: (&str, &str) = ("1101798278", "0509998877");
const MISMATCH: (&str, &str) = ("1058529940", "0509998877");

async fn asked(ctx: &Ctx, (id, mobile): (&str, &str)) -> Result<PendingToken> {
    let id = NationalId::parse(id).expect("an ID");
    request_code(ctx, &id, &Mobile::parse(mobile).expect("a mobile")).await
}

async fn person_of(ctx: &Ctx, id: &str) -> Option<people::Person> {
    people::find_by_national_id(ctx.db(), &NationalId::parse(id).expect("an ID")).await.expect("read")
}

fn is_expired<T>(result: &Result<T>) -> bool {
    matches!(result, Err(Error::Field { field: "code", why: Invalid::CodeExpired }))
}

fn other_than(code: &str) -> String {
    if code == "000000" { "000001".to_owned() } else { "000000".to_owned() }
}

#[tokio::test]
async fn a_known_person_signs_in_with_the_code() {
    let world = World::new().await;
    let ctx = world.visitor();
    let token = asked(&ctx, KNOWN).await.expect("asked");
    let session = verify_code(&ctx, &token, &world.last_code().await).await.expect("in");
    let actor = actor_of(&ctx, session.as_str()).await.expect("read");
    assert_eq!(actor, Actor::Beneficiary { person: world.person });
    assert_ne!(session.as_str(), token.as_str());
    assert!(pending(&ctx, &token).await.expect("read").is_none());
}

#[tokio::test]
async fn an_unknown_person_is_entered_only_after_the_code() {
    let world = World::new().await;
    let ctx = world.visitor();
    let token = asked(&ctx, UNKNOWN).await.expect("asked");
    assert!(person_of(&ctx, UNKNOWN.0).await.is_none());
    verify_code(&ctx, &token, &world.last_code().await).await.expect("in");
    let person = person_of(&ctx, UNKNOWN.0).await.expect("entered");
    assert_eq!(person.mobile.local(), UNKNOWN.1);
}

/// A stranger cannot tell by the answer, nor by the rows it leaves, who is known here. Only the owner of a number
/// sees whether a message came.
#[tokio::test]
async fn known_unknown_and_mismatched_are_answered_alike() {
    let mut seen = Vec::new();
    for who in [KNOWN, UNKNOWN, MISMATCH] {
        let world = World::new().await;
        let ctx = world.visitor();
        let token = asked(&ctx, who).await.expect("asked");
        let hash = token.hash(ctx.db());
        let login = logins::find(ctx.db(), &hash, ctx.now()).await.expect("read").expect("kept");
        let sheet = pending(&ctx, &token).await.expect("read").expect("waits");
        assert_eq!(sheet, PendingSheet::Beneficiary { mobile_masked: Mobile::parse(who.1).expect("mobile").masked() });
        let code = world.messages("sign_in_code").await;
        assert_eq!(code, usize::from(who != MISMATCH));
        let right = if code == 1 { world.last_code().await } else { String::new() };
        let refused = verify_code(&ctx, &token, &other_than(&right)).await;
        seen.push((login.subject, login.expires_at, format!("{refused:?}")));
    }
    assert_eq!(seen[0], seen[1]);
    assert_eq!(seen[1], seen[2]);
}

#[tokio::test]
async fn the_tries_are_few_and_the_code_short_lived() {
    let world = World::new().await;
    let ctx = world.visitor();
    let token = asked(&ctx, KNOWN).await.expect("asked");
    let code = world.last_code().await;
    for left in [4, 3, 2, 1] {
        match verify_code(&ctx, &token, &other_than(&code)).await {
            Err(Error::Field { why, .. }) => assert_eq!(why, Invalid::CodeWrong { left }),
            other => panic!("{other:?}"),
        }
    }
    assert!(is_expired(&verify_code(&ctx, &token, &other_than(&code)).await));
    assert!(is_expired(&verify_code(&ctx, &token, &code).await));
    send_again(&ctx, &token).await.expect("sent again");
    let code = world.last_code().await;
    world.house.clock.run_ahead(5 * 60);
    assert!(is_expired(&verify_code(&world.visitor(), &token, &code).await));
    send_again(&world.visitor(), &token).await.expect("sent again");
    verify_code(&world.visitor(), &token, &world.last_code().await).await.expect("in");
}

#[tokio::test]
async fn a_code_is_not_taken_twice_nor_in_another_browser() {
    let world = World::new().await;
    let ctx = world.visitor();
    let mine = asked(&ctx, KNOWN).await.expect("asked");
    let code = world.last_code().await;
    let theirs = asked(&ctx, MISMATCH).await.expect("asked");
    assert!(verify_code(&ctx, &theirs, &code).await.is_err());
    assert!(is_expired(&verify_code(&ctx, &PendingToken::sent("made-up"), &code).await));
    verify_code(&ctx, &mine, &code).await.expect("in");
    assert!(is_expired(&verify_code(&ctx, &mine, &code).await));
}

#[tokio::test]
async fn asking_too_often_waits_whoever_is_asked_for() {
    for who in [KNOWN, UNKNOWN, MISMATCH] {
        let world = World::new().await;
        for _ in 0..6 {
            asked(&world.visitor(), who).await.expect("asked");
        }
        let refused = asked(&world.visitor(), who).await;
        assert!(matches!(refused, Err(Error::TooMany { seconds: 3_600 })), "{refused:?}");
    }
}

#[tokio::test]
async fn one_id_is_asked_for_so_often_with_any_number() {
    let world = World::new().await;
    let numbers = (0..13).map(|last| format!("05011122{last:02}"));
    let mut answers = Vec::new();
    for number in numbers {
        answers.push(asked(&world.visitor(), (KNOWN.0, &number)).await.is_ok());
    }
    assert_eq!(answers.iter().filter(|allowed| **allowed).count(), 12);
    assert_eq!(answers.last(), Some(&false));
}

#[tokio::test]
async fn an_id_taken_meanwhile_with_another_number_stays_closed() {
    let world = World::new().await;
    let ctx = world.visitor();
    let token = asked(&ctx, UNKNOWN).await.expect("asked");
    let code = world.last_code().await;
    let first = asked(&ctx, (UNKNOWN.0, "0508887766")).await.expect("asked");
    verify_code(&ctx, &first, &world.last_code().await).await.expect("in");
    assert!(is_expired(&verify_code(&ctx, &token, &code).await));
    assert_eq!(person_of(&ctx, UNKNOWN.0).await.expect("entered").mobile.local(), "0508887766");
}

//! Rating: by the link or from the request, once, in time (D5, D6c).

use domain::{
    LongText, Mobile, Reference,
    access::{Actor, Role},
    committee::Choice,
    rating::{Level, Standing},
    request::NotNow,
    views::{RatingAbout, TimelineKind},
    voice::{Kind, Subject},
};

use super::{Door, rate, sheet};
use crate::{
    Error, status,
    testing::World,
    voice::{self, Letter},
};

#[tokio::test]
async fn a_visitor_with_the_link_rates_once() {
    let world = World::new().await;
    let (reference, token) = world.served().await;
    let door = Door::Link(token);
    let visitor = world.visitor();
    assert_eq!(sheet(&visitor, &door).await.expect("open").standing, Standing::Open);
    let words = LongText::parse("وصلت في موعدها").ok();
    assert_eq!(rate(&visitor, door.clone(), Level::Good, words).await.expect("rated"), Level::Good);
    assert_eq!(rate(&visitor, door.clone(), Level::VeryBad, None).await.expect("the first stands"), Level::Good);
    assert_eq!(sheet(&visitor, &door).await.expect("thanks").standing, Standing::Given { level: Level::Good });
    assert_eq!(world.events(&reference, TimelineKind::Rated).await, 1);
}

#[tokio::test]
async fn the_applicant_rates_from_their_request() {
    let world = World::new().await;
    let (reference, token) = world.served().await;
    assert_eq!(status::sheet(&world.beneficiary(), &reference).await.expect("theirs").rating, Standing::Open);
    rate(&world.beneficiary(), Door::Own(reference.clone()), Level::VeryGood, None).await.expect("rated");
    let seen = status::sheet(&world.beneficiary(), &reference).await.expect("theirs");
    assert_eq!(seen.rating, Standing::Given { level: Level::VeryGood });
    let by_link = sheet(&world.visitor(), &Door::Link(token)).await.expect("the same rating");
    assert_eq!(by_link.standing, Standing::Given { level: Level::VeryGood });
    let stranger = rate(&world.stranger(), Door::Own(reference), Level::Bad, None).await;
    assert!(matches!(stranger, Err(Error::NotFound)));
}

#[tokio::test]
async fn a_link_nobody_sent_does_not_exist_and_an_old_one_is_over() {
    let world = World::new().await;
    let (_, token) = world.served().await;
    let forged = Door::Link("0".repeat(token.len()));
    assert!(matches!(sheet(&world.visitor(), &forged).await, Err(Error::NotFound)));
    world.pass_days(30);
    let late = rate(&world.visitor(), Door::Link(token), Level::Fair, None).await;
    assert!(matches!(late, Err(Error::NotNow(NotNow::TooLate(_)))));
}

/// An inquiry of a visitor, answered; with the token of the link they were sent.
async fn answered(world: &World) -> (Reference, String) {
    let letter = Letter {
        kind: Kind::Inquiry,
        subject: Subject::parse("موعد الصرف").expect("a subject"),
        words: LongText::parse("متى تصرف المعونة؟").expect("words"),
        about: None,
        anonymous: false,
        name: None,
        mobile: Mobile::parse("0559876543").ok(),
    };
    let receipt = voice::send(&world.visitor(), letter, Vec::new(), "").await.expect("sent");
    reply(world, &receipt.reference).await;
    (receipt.reference, link(world).await)
}

async fn reply(world: &World, reference: &Reference) {
    let officer = world.staff(Role::RelationsOfficer);
    let seen = voice::folder(&officer, reference).await.expect("a folder").version;
    let words = LongText::parse("أول كل شهر.").expect("words");
    voice::answer(&officer, reference, seen, voice::Answer { words, decision: None }).await.expect("answered");
}

async fn link(world: &World) -> String {
    let words = world.newest("voice_answered").await;
    let rest = words.split("/rate/").nth(1).expect("a link");
    rest.split_whitespace().next().expect("a token").to_owned()
}

#[tokio::test]
async fn an_answer_is_rated_once_by_its_link() {
    let world = World::new().await;
    let (reference, token) = answered(&world).await;
    let door = Door::Link(token);
    let visitor = world.visitor();
    let shown = sheet(&visitor, &door).await.expect("open");
    assert_eq!((shown.about, shown.standing), (RatingAbout::Contact { kind: Kind::Inquiry }, Standing::Open));
    assert_eq!(rate(&visitor, door.clone(), Level::Bad, None).await.expect("rated"), Level::Bad);
    assert_eq!(rate(&visitor, door.clone(), Level::Good, None).await.expect("the first stands"), Level::Bad);
    assert_eq!(sheet(&visitor, &door).await.expect("thanks").standing, Standing::Given { level: Level::Bad });
    let row = store::voice::find_by_reference(visitor.db(), &reference).await.expect("read").expect("a matter");
    let follower = world.acting_as(Actor::Follower { matter: row.id });
    let seen = voice::sheet(&follower, &reference).await.expect("theirs");
    assert_eq!(seen.rating, Standing::Given { level: Level::Bad });
}

#[tokio::test]
async fn an_answer_is_rated_by_who_asked_and_nobody_else() {
    let world = World::new().await;
    let (reference, _) = answered(&world).await;
    let door = || Door::Contact(reference.clone());
    for other in [world.stranger(), world.staff(Role::RelationsOfficer), world.staff(Role::QualityOfficer)] {
        assert!(rate(&other, door(), Level::VeryBad, None).await.is_err());
        assert!(sheet(&other, &door()).await.is_err());
    }
    let row = store::voice::find_by_reference(&world.house.db, &reference).await.expect("read").expect("a matter");
    let follower = world.acting_as(Actor::Follower { matter: row.id });
    assert_eq!(voice::sheet(&follower, &reference).await.expect("theirs").rating, Standing::Open);
    rate(&follower, door(), Level::Good, None).await.expect("rated");
}

/// Asked again and answered anew: the newest link is the one that leads to the rating.
#[tokio::test]
async fn an_answer_given_anew_is_rated_by_the_new_link() {
    let world = World::new().await;
    let (reference, old) = answered(&world).await;
    let row = store::voice::find_by_reference(&world.house.db, &reference).await.expect("read").expect("a matter");
    let follower = world.acting_as(Actor::Follower { matter: row.id });
    let again = LongText::parse("لم أفهم.").expect("words");
    voice::settle(&follower, &reference, row.version, voice::Verdict::NotAnswered(again)).await.expect("asked again");
    for (by, door) in [(&world.visitor(), Door::Link(old.clone())), (&follower, Door::Contact(reference.clone()))] {
        assert_eq!(sheet(by, &door).await.expect("says that it waits").standing, Standing::Closed);
    }
    assert!(matches!(rate(&world.visitor(), Door::Link(old.clone()), Level::Bad, None).await, Err(Error::Conflict)));
    reply(&world, &reference).await;
    assert!(matches!(sheet(&world.visitor(), &Door::Link(old)).await, Err(Error::NotFound)));
    let new = Door::Link(link(&world).await);
    rate(&world.visitor(), new, Level::Good, None).await.expect("rated");
}

#[tokio::test]
async fn nothing_is_rated_before_it_was_served() {
    let world = World::new().await;
    let reference = world.answered(Choice::Accept).await;
    let early = sheet(&world.beneficiary(), &Door::Own(reference)).await;
    assert!(matches!(early, Err(Error::NotFound)));
}

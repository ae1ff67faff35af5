//! Rating: by the link or from the request, once, in time (D5, D6c).

use domain::{LongText, committee::Choice, rating::Level, request::NotNow, views::TimelineKind};

use super::{Door, rate, sheet};
use crate::{Error, status, testing::World};

#[tokio::test]
async fn a_visitor_with_the_link_rates_once() {
    let world = World::new().await;
    let (reference, token) = world.served().await;
    let door = Door::Link(token);
    let visitor = world.visitor();
    assert_eq!(sheet(&visitor, &door).await.expect("open").rated, None);
    let words = LongText::parse("وصلت في موعدها").ok();
    assert_eq!(rate(&visitor, door.clone(), Level::Good, words).await.expect("rated"), Level::Good);
    assert_eq!(rate(&visitor, door.clone(), Level::VeryBad, None).await.expect("the first stands"), Level::Good);
    assert_eq!(sheet(&visitor, &door).await.expect("thanks").rated, Some(Level::Good));
    assert_eq!(world.events(&reference, TimelineKind::Rated).await, 1);
}

#[tokio::test]
async fn the_applicant_rates_from_their_request() {
    let world = World::new().await;
    let (reference, token) = world.served().await;
    assert!(status::sheet(&world.beneficiary(), &reference).await.expect("theirs").rating_open);
    rate(&world.beneficiary(), Door::Own(reference.clone()), Level::VeryGood, None).await.expect("rated");
    let seen = status::sheet(&world.beneficiary(), &reference).await.expect("theirs");
    assert_eq!((seen.rating_open, seen.rated), (false, Some(Level::VeryGood)));
    let by_link = sheet(&world.visitor(), &Door::Link(token)).await.expect("the same rating");
    assert_eq!(by_link.rated, Some(Level::VeryGood));
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

#[tokio::test]
async fn nothing_is_rated_before_it_was_served() {
    let world = World::new().await;
    let reference = world.answered(Choice::Accept).await;
    let early = sheet(&world.beneficiary(), &Door::Own(reference)).await;
    assert!(matches!(early, Err(Error::NotFound)));
}

//! Every occasion is told once, by one sender at a time, until it is told.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use domain::{
    Timestamp,
    message::{EmailAddress, Recipient},
};
use futures::future::join_all;
use store::{
    Language, StoreError,
    outbox::{self, Message, NewMessage},
};

use crate::{
    given::{mobile, morning},
    home::Home,
};

fn message(key: &str, due_at: Timestamp) -> NewMessage {
    NewMessage {
        key: key.to_owned(),
        person: None,
        request: None,
        to: Recipient::Sms(mobile(1)),
        language: Language::Ar,
        template: "received".to_owned(),
        body: "وصلنا طلبك".to_owned(),
        created_at: morning(),
        due_at,
    }
}

async fn written(home: &Home, new: NewMessage) -> bool {
    home.write(move |tx| Box::pin(async move { outbox::enqueue(tx, &new).await })).await
}

async fn leased(home: &Home, now: Timestamp, limit: u64) -> Vec<Message> {
    let until = now + TimeDelta::minutes(1);
    home.write(move |tx| Box::pin(outbox::lease(tx, now, until, limit))).await
}

fn keys(messages: &[Message]) -> Vec<&str> {
    messages.iter().map(|message| message.key.as_str()).collect()
}

async fn an_occasion_is_told_once(home: Home) {
    let told = join_all((0..8).map(|_| written(&home, message("request-1-received", morning())))).await;
    assert_eq!(told.iter().filter(|first| **first).count(), 1);
    let other = NewMessage { body: "شيء آخر".to_owned(), ..message("request-1-received", morning()) };
    assert!(!written(&home, other).await);
    let [only] = outbox::recent(&home.db, 9).await.unwrap().try_into().unwrap();
    assert_eq!((only.to, only.body.as_str(), only.language), (Recipient::Sms(mobile(1)), "وصلنا طلبك", Language::Ar));
}

async fn messages_go_out_in_the_order_they_are_due(home: Home) {
    for (key, minutes) in [("late", 2), ("first", 0), ("second", 1), ("tomorrow", 1440)] {
        written(&home, message(key, morning() + TimeDelta::minutes(minutes))).await;
    }
    let now = morning() + TimeDelta::minutes(5);
    assert_eq!(keys(&outbox::due(&home.db, now, 9).await.unwrap()), ["first", "second", "late"]);
    assert_eq!(keys(&outbox::due(&home.db, morning(), 9).await.unwrap()), ["first"]);
    assert_eq!(keys(&outbox::due(&home.db, now, 2).await.unwrap()), ["first", "second"]);
    assert_eq!(keys(&outbox::recent(&home.db, 2).await.unwrap()), ["tomorrow", "second"]);
}

async fn a_leased_message_is_nobody_elses(home: Home) {
    for number in 0..20 {
        written(&home, message(&format!("m{number}"), morning())).await;
    }
    let senders = join_all((0..8).map(|_| leased(&home, morning(), 4))).await;
    let all: Vec<&str> = senders.iter().flat_map(|messages| keys(messages)).collect();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "somebody got what another had");
    let rest: Vec<String> = leased(&home, morning(), 99).await.into_iter().map(|message| message.key).collect();
    assert_eq!(all.len() + rest.len(), 20);
    assert_eq!(leased(&home, morning(), 99).await, []);
    // Senders that died leave their messages to the next one.
    assert_eq!(leased(&home, morning() + TimeDelta::minutes(1), 99).await.len(), 20);
}

async fn a_failed_message_is_tried_again_and_a_sent_one_never(home: Home) {
    written(&home, message("m", morning())).await;
    let [taken] = leased(&home, morning(), 9).await.try_into().unwrap();
    let (id, again_at) = (taken.id, morning() + TimeDelta::minutes(3));
    home.write(move |tx| Box::pin(async move { outbox::mark_failed(tx, id, "the gateway said 503", again_at).await }))
        .await;
    assert_eq!(leased(&home, morning(), 9).await, []);
    let [again] = leased(&home, again_at, 9).await.try_into().unwrap();
    assert_eq!((again.attempts, again.last_error.as_deref()), (1, Some("the gateway said 503")));
    home.write(move |tx| Box::pin(outbox::mark_sent(tx, id, again_at))).await;
    assert_eq!(leased(&home, again_at + TimeDelta::days(9), 9).await, []);
    let [sent] = outbox::recent(&home.db, 9).await.unwrap().try_into().unwrap();
    assert_eq!((sent.attempts, sent.sent_at, sent.last_error), (2, Some(again_at), None));
    let twice = home.db.write(move |tx| Box::pin(outbox::mark_sent(tx, id, again_at))).await;
    assert!(matches!(twice, Err(StoreError::Conflict)));
}

async fn a_message_is_held_without_an_attempt_and_given_up_for_good(home: Home) {
    written(&home, message("m", morning())).await;
    let [taken] = leased(&home, morning(), 9).await.try_into().unwrap();
    let (id, noon) = (taken.id, morning() + TimeDelta::hours(3));
    home.write(move |tx| Box::pin(outbox::hold(tx, id, noon))).await;
    assert_eq!(leased(&home, morning(), 9).await, []);
    let [held] = leased(&home, noon, 9).await.try_into().unwrap();
    assert_eq!((held.attempts, held.last_error), (0, None));
    home.write(move |tx| Box::pin(async move { outbox::give_up(tx, id, "too old", noon).await })).await;
    assert_eq!(leased(&home, noon + TimeDelta::days(9), 9).await, []);
    let [kept] = outbox::recent(&home.db, 9).await.unwrap().try_into().unwrap();
    assert_eq!((kept.given_up_at, kept.last_error.as_deref(), kept.sent_at), (Some(noon), Some("too old"), None));
    let late = home.db.write(move |tx| Box::pin(outbox::mark_sent(tx, id, noon))).await;
    assert!(matches!(late, Err(StoreError::Conflict)));
}

async fn mail_goes_to_an_address(home: Home) {
    let to = Recipient::Email(EmailAddress::parse("sara@example.org").unwrap());
    written(&home, NewMessage { to: to.clone(), ..message("mail", morning()) }).await;
    let [only] = outbox::recent(&home.db, 9).await.unwrap().try_into().unwrap();
    assert_eq!(only.to, to);
}

on_both!(
    an_occasion_is_told_once,
    messages_go_out_in_the_order_they_are_due,
    a_leased_message_is_nobody_elses,
    a_failed_message_is_tried_again_and_a_sent_one_never,
    a_message_is_held_without_an_attempt_and_given_up_for_good,
    mail_goes_to_an_address,
);

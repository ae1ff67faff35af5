//! Messages leave once, when they may, by one way; and what does not leave is tried again, and given up in the end.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use domain::{
    Mobile, NaiveTime, Timestamp,
    message::{EmailAddress, QuietHours, Recipient, Rules, Template},
};
use store::{
    Language,
    outbox::{Message, NewMessage},
};

use super::{NotSent, Outgoing, PATIENCE, Round, Sending, Transport, Ways, send_due};
use crate::testing::World;

/// A gateway that is down, and comes back.
#[derive(Default)]
struct Gateway {
    down: Mutex<bool>,
    sent: Mutex<Vec<Outgoing>>,
}

impl Gateway {
    fn set_down(&self, down: bool) {
        *self.down.lock().expect("unpoisoned") = down;
    }

    fn sent(&self) -> Vec<Outgoing> {
        self.sent.lock().expect("unpoisoned").clone()
    }
}

impl Transport for Gateway {
    fn send<'a>(&'a self, message: &'a Outgoing) -> Sending<'a> {
        let down = *self.down.lock().expect("unpoisoned");
        if !down {
            self.sent.lock().expect("unpoisoned").push(message.clone());
        }
        Box::pin(async move { if down { Err(NotSent("the gateway is down".to_owned())) } else { Ok(()) } })
    }
}

/// A gateway that never answers.
struct Silent;

impl Transport for Silent {
    fn send<'a>(&'a self, _: &'a Outgoing) -> Sending<'a> {
        Box::pin(std::future::pending())
    }
}

fn rules() -> Rules {
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("an hour");
    Rules { quiet: QuietHours { from: time(21), until: time(8), friday_until: time(13) }, most_a_day: 3 }
}

fn by(sms: &Arc<Gateway>) -> Ways {
    Ways { sms: sms.clone(), email: None, rules: rules(), patience: PATIENCE }
}

fn later(world: &World, seconds: i64) {
    world.house.clock.run_ahead(world.house.clock.ahead() + seconds);
}

async fn round(world: &World, ways: &Ways) -> Round {
    send_due(&world.system(), ways).await.expect("a round")
}

async fn newest(world: &World) -> Message {
    store::outbox::recent(&world.house.db, 1).await.expect("messages").remove(0)
}

/// A message to the applicant, due now.
async fn write(world: &World, template: &str, key: &str, to: Recipient) {
    let now: Timestamp = world.house.clock.now();
    let new = NewMessage {
        key: key.to_owned(),
        person: Some(world.person),
        request: None,
        to,
        language: Language::Ar,
        template: template.to_owned(),
        body: "نص".to_owned(),
        created_at: now,
        due_at: now,
    };
    let written = world.house.db.write(move |tx| Box::pin(async move { store::outbox::enqueue(tx, &new).await }));
    assert!(written.await.expect("written"));
}

fn mobile() -> Recipient {
    Recipient::Sms(Mobile::parse("0500000001").expect("a mobile"))
}

#[tokio::test]
async fn messages_leave_once_while_the_gateway_answers() {
    let world = World::new().await;
    world.submitted().await;
    let written = store::outbox::recent(&world.house.db, 100).await.expect("messages").len();
    let gateway = Arc::new(Gateway::default());
    let (one, other, ways) = (world.system(), world.system(), by(&gateway));
    let (one, other) = tokio::join!(send_due(&one, &ways), send_due(&other, &ways));
    let left = one.expect("a round").sent + other.expect("a round").sent;
    assert_eq!(left, u64::try_from(written).expect("a count"));
    let mut keys: Vec<String> = gateway.sent().into_iter().map(|sent| sent.key).collect();
    assert!(keys.iter().all(|key| key.len() == 64 && key.bytes().all(|byte| byte.is_ascii_hexdigit())));
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), written);
    assert_eq!(round(&world, &ways).await, Round::default());
}

#[tokio::test]
async fn a_message_that_does_not_leave_is_tried_later_and_later() {
    let world = World::new().await;
    world.submitted().await;
    let gateway = Arc::new(Gateway::default());
    gateway.set_down(true);
    let ways = by(&gateway);
    assert_eq!(round(&world, &ways).await, Round { failed: 2, ..Round::default() });
    let failed = newest(&world).await;
    assert_eq!((failed.attempts, failed.last_error.as_deref()), (1, Some("the gateway is down")));

    // After one minute, then after two more.
    for (pause, attempts) in [(59, 1), (1, 2), (119, 2), (1, 3)] {
        later(&world, pause);
        assert_eq!(round(&world, &ways).await.sent, 0);
        assert_eq!(newest(&world).await.attempts, attempts);
    }
    gateway.set_down(false);
    later(&world, 4 * 60);
    // The receipt is still news; the code is not.
    assert_eq!(round(&world, &ways).await, Round { sent: 1, dropped: 1, ..Round::default() });
    let message = newest(&world).await;
    assert!(message.sent_at.is_some() && message.last_error.is_none());
}

#[tokio::test]
async fn a_message_nobody_takes_is_parked_and_never_sent() {
    let world = World::new().await;
    write(&world, "withdrawn", "poison", mobile()).await;
    let gateway = Arc::new(Gateway::default());
    gateway.set_down(true);
    let ways = by(&gateway);
    let mut rounds = Vec::new();
    for _ in 0..14 {
        rounds.push(round(&world, &ways).await);
        later(&world, 4 * 60 * 60);
    }
    assert_eq!(rounds.iter().map(|round| round.failed).sum::<u64>(), 11);
    assert_eq!(rounds.iter().map(|round| round.parked).sum::<u64>(), 1);
    gateway.set_down(false);
    assert_eq!(round(&world, &ways).await, Round::default());
    let parked = newest(&world).await;
    assert!(parked.given_up_at.is_some() && parked.sent_at.is_none());
    assert_eq!(parked.last_error.as_deref(), Some("the gateway is down"));
}

#[tokio::test]
async fn a_gateway_that_never_answers_holds_up_nobody() {
    let world = World::new().await;
    write(&world, "answered", "a", mobile()).await;
    let ways = Ways { sms: Arc::new(Silent), email: None, rules: rules(), patience: Duration::from_millis(20) };
    assert_eq!(round(&world, &ways).await, Round { failed: 1, ..Round::default() });
    assert_eq!(newest(&world).await.last_error.as_deref(), Some("no answer in time"));
}

#[tokio::test]
async fn what_a_dead_node_took_is_sent_by_another() {
    let world = World::new().await;
    world.signed().await;
    let (now, gateway) = (world.house.clock.now(), Arc::new(Gateway::default()));
    let until = now + domain::TimeDelta::minutes(2);
    let taken = world.house.db.write(move |tx| Box::pin(store::outbox::lease(tx, now, until, 50)));
    assert_eq!(taken.await.expect("taken").len(), 1);
    assert_eq!(round(&world, &by(&gateway)).await.sent, 0);
    later(&world, 120);
    assert_eq!(round(&world, &by(&gateway)).await.sent, 1);
}

#[tokio::test]
async fn what_can_wait_is_held_over_the_night() {
    let world = World::new().await;
    // From nine in the morning to eleven at night.
    later(&world, 14 * 60 * 60);
    for template in Template::ALL {
        write(&world, template.slug(), template.slug(), mobile()).await;
    }
    let gateway = Arc::new(Gateway::default());
    let count = |waits: bool| {
        let those = Template::ALL.iter().filter(|template| template.weight().can_wait() == waits);
        u64::try_from(those.count()).expect("a few")
    };
    let waiting = count(true);
    let first = round(&world, &by(&gateway)).await;
    assert_eq!(first, Round { sent: count(false), held: waiting, ..Round::default() });
    let rang = gateway.sent();
    assert!(rang.iter().all(|sent| Template::from_slug(&sent.template).is_some_and(|it| !it.weight().can_wait())));
    assert_eq!(round(&world, &by(&gateway)).await, Round::default());
    // Nine hours on it is eight in the morning; the day's most is three.
    later(&world, 9 * 60 * 60);
    assert_eq!(round(&world, &by(&gateway)).await, Round { sent: 3, held: waiting - 3, ..Round::default() });
    later(&world, 24 * 60 * 60);
    assert_eq!(round(&world, &by(&gateway)).await, Round { sent: 3, held: waiting - 6, ..Round::default() });
}

#[tokio::test]
async fn what_was_stopped_after_it_was_written_does_not_leave() {
    let world = World::new().await;
    write(&world, "matched", "courtesy", mobile()).await;
    write(&world, "answered", "needed", mobile()).await;
    let (person, now) = (world.person, world.house.clock.now());
    let stopped = world.house.db.write(move |tx| Box::pin(store::stops::stop(tx, person, now)));
    assert!(stopped.await.expect("stopped"));
    let gateway = Arc::new(Gateway::default());
    assert_eq!(round(&world, &by(&gateway)).await, Round { sent: 1, dropped: 1, ..Round::default() });
    assert_eq!(gateway.sent()[0].template, "answered");
}

#[tokio::test]
async fn each_message_takes_the_one_way_it_was_written_for() {
    let world = World::new().await;
    let address = EmailAddress::parse("sara@example.org").expect("an address");
    write(&world, "answered", "mail", Recipient::Email(address)).await;
    let (sms, email) = (Arc::new(Gateway::default()), Arc::new(Gateway::default()));
    email.set_down(true);
    let ways = Ways { email: Some(email.clone()), ..by(&sms) };
    assert_eq!(round(&world, &ways).await.failed, 1);
    email.set_down(false);
    later(&world, 60);
    assert_eq!(round(&world, &ways).await.sent, 1);
    assert_eq!((sms.sent().len(), email.sent().len()), (0, 1));
    assert_eq!(email.sent()[0].subject, "رسالة من وصال");
}

#[tokio::test]
async fn mail_without_a_way_out_waits_and_says_so() {
    let world = World::new().await;
    let address = EmailAddress::parse("sara@example.org").expect("an address");
    write(&world, "answered", "mail", Recipient::Email(address)).await;
    let sms = Arc::new(Gateway::default());
    assert_eq!(round(&world, &by(&sms)).await.failed, 1);
    assert_eq!(newest(&world).await.last_error.as_deref(), Some("mail is not set up"));
    assert!(sms.sent().is_empty());
}

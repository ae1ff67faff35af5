//! An SMS gateway of this machine that takes, refuses, babbles, breaks off and hangs.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Router,
    body::Bytes,
    extract::State,
    response::{IntoResponse as _, Response},
    routing::post,
};
use domain::{
    Mobile,
    message::{EmailAddress, Recipient},
};
use http::{HeaderMap, StatusCode};
use services::jobs::{NotSent, Outgoing, Transport as _};
use transports::{Console, Gateway, HttpSms, Secret, WrongAddress};

/// What the gateway does with the next messages.
#[derive(Clone, Copy, Debug)]
enum Mood {
    Answer(u16, &'static str),
    Redirect,
    Flood,
    Hang,
}

/// What arrived at the gateway.
#[derive(Clone, Debug)]
struct Arrived {
    key: String,
    authorization: String,
    body: String,
}

#[derive(Clone)]
struct Fake {
    mood: Mood,
    arrived: Arc<Mutex<Vec<Arrived>>>,
    address: SocketAddr,
}

impl Fake {
    async fn start(mood: Mood) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let fake = Self { mood, arrived: Arc::default(), address: listener.local_addr().expect("an address") };
        let router = Router::new().route("/messages", post(take)).route("/elsewhere", post(take));
        let router = router.with_state(fake.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        fake
    }

    fn sms(&self, shape: &str) -> HttpSms {
        let gateway = Gateway::named(shape).expect("known").expect("right");
        let address = format!("http://{}/messages", self.address);
        HttpSms::new(gateway, &address, "Wisal".to_owned(), Secret::new("the key")).expect("an address")
    }

    fn arrived(&self) -> Vec<Arrived> {
        self.arrived.lock().expect("unpoisoned").clone()
    }
}

async fn take(State(fake): State<Fake>, headers: HeaderMap, body: Bytes) -> Response {
    let header = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    fake.arrived.lock().expect("unpoisoned").push(Arrived {
        key: header("idempotency-key"),
        authorization: header("authorization"),
        body: String::from_utf8_lossy(&body).into_owned(),
    });
    match fake.mood {
        Mood::Answer(status, words) => (StatusCode::from_u16(status).expect("a status"), words).into_response(),
        Mood::Redirect => (StatusCode::TEMPORARY_REDIRECT, [("location", "/elsewhere")]).into_response(),
        Mood::Flood => vec![b' '; 1024 * 1024].into_response(),
        Mood::Hang => {
            tokio::time::sleep(Duration::from_mins(10)).await;
            StatusCode::OK.into_response()
        }
    }
}

fn message() -> Outgoing {
    Outgoing {
        key: "a1b2".to_owned(),
        to: Recipient::Sms(Mobile::parse("0500004567").expect("a mobile")),
        subject: "رسالة".to_owned(),
        body: "رمز الدخول: 123456\n\"اقتباس\" {secret}".to_owned(),
        template: "sign_in_code".to_owned(),
    }
}

async fn refusal(mood: Mood) -> String {
    let fake = Fake::start(mood).await;
    let NotSent(why) = fake.sms("json").send(&message()).await.expect_err("refused");
    for secret in ["123456", "500004567", "the key"] {
        assert!(!why.contains(secret), "{why}");
    }
    why
}

#[tokio::test]
async fn json_arrives_whole_with_its_key() {
    let fake = Fake::start(Mood::Answer(201, r#"{"statusCode":201,"rejected":"[]"}"#)).await;
    fake.sms("json").send(&message()).await.expect("sent");
    let [arrived] = fake.arrived().try_into().expect("one");
    assert_eq!((arrived.key.as_str(), arrived.authorization.as_str()), ("a1b2", "Bearer the key"));
    let body: serde_json::Value = serde_json::from_str(&arrived.body).expect("JSON");
    assert_eq!(body["recipients"], serde_json::json!(["966500004567"]));
    assert_eq!(body["body"], message().body);
}

#[tokio::test]
async fn a_form_arrives_whole() {
    let fake = Fake::start(Mood::Answer(200, r#"{"success":"true"}"#)).await;
    fake.sms("form").send(&message()).await.expect("sent");
    let [arrived] = fake.arrived().try_into().expect("one");
    assert!(arrived.body.starts_with("AppSid=the%20key&SenderID=Wisal&Recipient=966500004567&Body=%D8%B1"));
    assert_eq!(arrived.authorization, "");
}

#[tokio::test]
async fn the_same_message_has_the_same_key_at_every_attempt() {
    let fake = Fake::start(Mood::Answer(500, "")).await;
    let sms = fake.sms("json");
    for _ in 0..3 {
        sms.send(&message()).await.expect_err("refused");
    }
    assert_eq!(fake.arrived().iter().map(|one| one.key.as_str()).collect::<Vec<_>>(), ["a1b2", "a1b2", "a1b2"]);
}

#[tokio::test]
async fn whatever_is_not_a_yes_is_a_no() {
    for (mood, said) in [
        (Mood::Answer(500, "123456 966500004567"), "answered 500"),
        (Mood::Answer(429, ""), "answered 429"),
        (Mood::Answer(401, ""), "answered 401"),
        (Mood::Answer(200, "<html>966500004567</html>"), "not JSON"),
        (Mood::Answer(200, ""), "not JSON"),
        (Mood::Answer(200, "{}"), "without /rejected"),
        (Mood::Answer(201, r#"{"rejected":"[966500004567,]"}"#), "says no"),
        (Mood::Redirect, "answered 307"),
        (Mood::Flood, "broke off"),
    ] {
        let why = refusal(mood).await;
        assert!(why.contains(said), "{mood:?}: {why}");
    }
}

#[tokio::test]
async fn a_gateway_that_hangs_can_be_left() {
    let fake = Fake::start(Mood::Hang).await;
    let (sms, message) = (fake.sms("json"), message());
    let left = tokio::time::timeout(Duration::from_millis(300), sms.send(&message)).await;
    assert!(left.is_err());
    assert_eq!(fake.arrived().len(), 1);
}

#[tokio::test]
async fn a_gateway_that_is_not_there_or_hangs_up_cannot_be_reached() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}/messages", listener.local_addr().expect("an address"));
    let gateway = Gateway::named("json").expect("known").expect("right");
    let sms = HttpSms::new(gateway, &address, String::new(), Secret::default()).expect("an address");
    let hanging_up = tokio::spawn(async move {
        drop(listener.accept().await);
        drop(listener);
    });
    for _ in 0..2 {
        let NotSent(why) = sms.send(&message()).await.expect_err("nobody takes it");
        assert_eq!(why, "the gateway cannot be reached");
    }
    hanging_up.await.expect("hung up");
}

#[tokio::test]
async fn mail_is_not_sent_as_a_text_message() {
    let fake = Fake::start(Mood::Answer(201, r#"{"rejected":"[]"}"#)).await;
    let address = EmailAddress::parse("sara@example.org").expect("an address");
    let mail = Outgoing { to: Recipient::Email(address), ..message() };
    fake.sms("json").send(&mail).await.expect_err("no text message");
    assert!(fake.arrived().is_empty());
}

#[test]
fn the_key_travels_over_tls_only() {
    let at = |address: &str| {
        let gateway = Gateway::named("json").expect("known").expect("right");
        HttpSms::new(gateway, address, String::new(), Secret::default()).map(drop)
    };
    for address in ["https://sms.example/v1", "http://127.0.0.1:9/x", "http://localhost:9/", "http://[::1]:9/"] {
        assert_eq!(at(address), Ok(()), "{address}");
    }
    for address in ["http://sms.example/v1", "http://127.0.0.1.example/"] {
        assert_eq!(at(address), Err(WrongAddress::Open(address.to_owned())), "{address}");
    }
    for address in ["", "sms.example", "ftp://sms.example/", "https://"] {
        assert_eq!(at(address), Err(WrongAddress::NotOne(address.to_owned())), "{address}");
    }
}

#[test]
fn the_log_of_a_real_house_holds_neither_code_nor_number() {
    let line = Console::without_words().line(&message());
    assert_eq!(line, "to 05••••4567: sign_in_code, not sent anywhere");
    assert!(Console::with_words().line(&message()).contains("123456"));
    assert!(!format!("{:?}", Secret::new("the key")).contains("the key"));
}

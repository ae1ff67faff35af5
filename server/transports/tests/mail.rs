//! A mail server of this machine that takes, refuses and hangs up.

use std::sync::{Arc, Mutex};

use domain::{
    Mobile,
    message::{EmailAddress, Recipient},
};
use services::jobs::{NotSent, Outgoing, Transport as _};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
};
use transports::{Mail, MailSecurity, MailSettings, Secret, WrongMail};

/// A server that answers each recipient with the same line, and keeps what it took.
#[derive(Clone)]
struct Sink {
    recipient: &'static str,
    took: Arc<Mutex<Vec<String>>>,
    port: u16,
}

impl Sink {
    async fn start(recipient: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let sink = Self { recipient, took: Arc::default(), port };
        let answering = sink.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answering.clone().converse(stream));
            }
        });
        sink
    }

    async fn converse(self, stream: TcpStream) -> std::io::Result<()> {
        let mut stream = BufReader::new(stream);
        stream.write_all(b"220 sink\r\n").await?;
        let mut line = String::new();
        while stream.read_line(&mut line).await? > 0 {
            let word = line.split([' ', ':', '\r']).next().unwrap_or_default().to_ascii_uppercase();
            let answer = match word.as_str() {
                "EHLO" => "250-sink\r\n250 8BITMIME\r\n",
                "RCPT" => self.recipient,
                "DATA" => {
                    stream.write_all(b"354 go on\r\n").await?;
                    self.take(&mut stream).await?;
                    "250 taken\r\n"
                }
                _ => "250 fine\r\n",
            };
            stream.write_all(answer.as_bytes()).await?;
            line.clear();
        }
        Ok(())
    }

    async fn take(&self, stream: &mut BufReader<TcpStream>) -> std::io::Result<()> {
        let mut letter = String::new();
        while !letter.ends_with("\r\n.\r\n") {
            stream.read_line(&mut letter).await?;
        }
        self.took.lock().expect("unpoisoned").push(letter);
        Ok(())
    }

    fn took(&self) -> Vec<String> {
        self.took.lock().expect("unpoisoned").clone()
    }

    fn mail(&self, security: MailSecurity) -> Mail {
        Mail::new(&settings(self.port, security)).expect("settings")
    }
}

fn settings(port: u16, security: MailSecurity) -> MailSettings {
    MailSettings {
        host: "127.0.0.1".to_owned(),
        port,
        security,
        user: String::new(),
        password: Secret::default(),
        from: "Wisal <wisal@charity.example>".to_owned(),
    }
}

fn message() -> Outgoing {
    Outgoing {
        key: "a1b2".to_owned(),
        to: Recipient::Email(EmailAddress::parse("sara@example.org").expect("an address")),
        subject: "رسالة من وصال".to_owned(),
        body: "صدرت الإجابة على طلبك.\n.\nافتح صفحته.".to_owned(),
        template: "answered".to_owned(),
    }
}

#[tokio::test]
async fn mail_arrives_with_its_own_id_at_every_attempt() {
    let sink = Sink::start("250 fine\r\n").await;
    let mail = sink.mail(MailSecurity::None);
    for _ in 0..2 {
        mail.send(&message()).await.expect("sent");
    }
    let took = sink.took();
    assert_eq!(took.len(), 2);
    for letter in took {
        assert!(letter.contains("Message-ID: <a1b2@charity.example>"), "{letter}");
        assert!(letter.contains("To: sara@example.org") && letter.contains("From: Wisal <wisal@charity.example>"));
        assert!(letter.contains("Subject: =?utf-8?b?"), "{letter}");
        assert!(letter.contains("text/plain; charset=utf-8"), "{letter}");
    }
}

#[tokio::test]
async fn a_refused_recipient_is_told_by_number_only() {
    let sink = Sink::start("550 no sara@example.org here\r\n").await;
    let NotSent(why) = sink.mail(MailSecurity::None).send(&message()).await.expect_err("refused");
    assert_eq!(why, "the mail server answered 550");
    assert!(sink.took().is_empty());
}

#[tokio::test]
async fn a_server_without_tls_gets_nothing_where_tls_is_asked() {
    let sink = Sink::start("250 fine\r\n").await;
    sink.mail(MailSecurity::Starttls).send(&message()).await.expect_err("no TLS, no mail");
    assert!(sink.took().is_empty());
}

#[tokio::test]
async fn a_server_that_is_not_there_cannot_be_reached() {
    let port = TcpListener::bind("127.0.0.1:0").await.expect("a port").local_addr().expect("an address").port();
    let mail = Mail::new(&settings(port, MailSecurity::None)).expect("settings");
    let NotSent(why) = mail.send(&message()).await.expect_err("nobody there");
    assert_eq!(why, "the mail server cannot be reached");
}

#[tokio::test]
async fn a_text_message_is_not_sent_by_mail() {
    let sink = Sink::start("250 fine\r\n").await;
    let text = Outgoing { to: Recipient::Sms(Mobile::parse("0500004567").expect("a mobile")), ..message() };
    sink.mail(MailSecurity::None).send(&text).await.expect_err("no mail");
    assert!(sink.took().is_empty());
}

#[test]
fn open_mail_stays_on_this_machine() {
    let elsewhere = MailSettings { host: "mail.example".to_owned(), ..settings(25, MailSecurity::None) };
    assert!(matches!(Mail::new(&elsewhere), Err(WrongMail::Open(_))));
    let nobody = MailSettings { from: "nobody".to_owned(), ..settings(25, MailSecurity::None) };
    assert!(matches!(Mail::new(&nobody), Err(WrongMail::From(_))));
}

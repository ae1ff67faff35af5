//! Mail by an SMTP server.

use domain::message::Recipient;
use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
    transport::smtp::{
        authentication::Credentials,
        client::{Tls, TlsParameters},
    },
};
use serde::Deserialize;
use services::jobs::{NotSent, Outgoing, Sending, Transport};

use crate::Secret;

/// How the connection to the mail server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailSecurity {
    /// Begins open and must become TLS before anything is said.
    Starttls,
    /// TLS from the first byte.
    Tls,
    /// Open: on this machine only.
    None,
}

/// Where and as whom mail is sent.
#[derive(Clone, Debug)]
pub struct MailSettings {
    pub host: String,
    pub port: u16,
    pub security: MailSecurity,
    /// Empty where the server asks for none.
    pub user: String,
    pub password: Secret,
    /// `name <address>` or an address alone.
    pub from: String,
}

/// Why mail cannot be sent with these settings; read by the operator.
#[derive(Debug, thiserror::Error)]
pub enum WrongMail {
    #[error("`{0}` is not an address mail can come from")]
    From(String),
    #[error("mail without TLS is sent to this machine only, not to {0}")]
    Open(String),
    #[error("`{0}` is not a mail server: {1}")]
    Server(String, lettre::transport::smtp::Error),
}

/// Sends mail by an SMTP server.
pub struct Mail {
    server: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Mail {
    pub fn new(settings: &MailSettings) -> Result<Self, WrongMail> {
        let from = settings.from.parse().map_err(|_| WrongMail::From(settings.from.clone()))?;
        let host = &settings.host;
        let parameters = || TlsParameters::new(host.clone()).map_err(|why| WrongMail::Server(host.clone(), why));
        let tls = match settings.security {
            MailSecurity::Starttls => Tls::Required(parameters()?),
            MailSecurity::Tls => Tls::Wrapper(parameters()?),
            MailSecurity::None if matches!(host.as_str(), "127.0.0.1" | "::1" | "localhost") => Tls::None,
            MailSecurity::None => return Err(WrongMail::Open(host.clone())),
        };
        let mut server = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host).port(settings.port).tls(tls);
        if !settings.user.is_empty() {
            server = server.credentials(Credentials::new(settings.user.clone(), settings.password.expose().to_owned()));
        }
        Ok(Self { server: server.build(), from })
    }

    fn letter(&self, message: &Outgoing) -> Result<Message, NotSent> {
        let unfit = || NotSent("the mail cannot be written".to_owned());
        let Recipient::Email(address) = &message.to else {
            return Err(NotSent("the mail server sends mail only".to_owned()));
        };
        let to: Mailbox = address.as_str().parse().map_err(|_| unfit())?;
        Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(message.subject.clone())
            // The same at every attempt: mail programs show a repeat once.
            .message_id(Some(format!("<{}@{}>", message.key, self.from.email.domain())))
            .header(ContentType::TEXT_PLAIN)
            .body(message.body.clone())
            .map_err(|_| unfit())
    }

    async fn post(&self, message: &Outgoing) -> Result<(), NotSent> {
        let letter = self.letter(message)?;
        match self.server.send(letter).await {
            Ok(_) => Ok(()),
            // The server's words may quote the address; its number does not.
            Err(why) => Err(NotSent(why.status().map_or_else(
                || "the mail server cannot be reached".to_owned(),
                |code| format!("the mail server answered {code}"),
            ))),
        }
    }
}

impl Transport for Mail {
    fn send<'a>(&'a self, message: &'a Outgoing) -> Sending<'a> {
        Box::pin(self.post(message))
    }
}

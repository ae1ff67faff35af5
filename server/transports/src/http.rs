//! Text messages by a gateway that takes HTTP requests.

use domain::message::Recipient;
use http::{HeaderName, HeaderValue, Request, Uri, header};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Bytes;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use services::jobs::{NotSent, Outgoing, Sending, Transport};

use crate::{
    Secret,
    gateway::{Gateway, Values},
};

/// Bytes of an answer read at most.
const LONGEST_ANSWER: usize = 64 * 1024;
/// Lets a gateway that knows it recognise a message it took already.
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// Why an address cannot be a gateway's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrongAddress {
    #[error("`{0}` is not an address such as https://sms.example/messages")]
    NotOne(String),
    #[error("`{0}` must begin with https: messages and the key would travel in the open")]
    Open(String),
}

/// Sends text messages by an HTTP gateway, each in a request of its own. Redirections are not followed.
pub struct HttpSms {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    gateway: Gateway,
    address: Uri,
    sender: String,
    secret: Secret,
}

impl HttpSms {
    /// A gateway at an address: over TLS, or on this machine.
    pub fn new(gateway: Gateway, address: &str, sender: String, secret: Secret) -> Result<Self, WrongAddress> {
        let uri: Uri = address.parse().map_err(|_| WrongAddress::NotOne(address.to_owned()))?;
        match (uri.scheme_str(), uri.host()) {
            (Some("https"), Some(_)) | (Some("http"), Some("127.0.0.1" | "[::1]" | "localhost")) => {}
            (Some("http"), Some(_)) => return Err(WrongAddress::Open(address.to_owned())),
            _ => return Err(WrongAddress::NotOne(address.to_owned())),
        }
        let connector = HttpsConnectorBuilder::new().with_webpki_roots().https_or_http().enable_http1().build();
        let client = Client::builder(TokioExecutor::new()).build(connector);
        Ok(Self { client, gateway, address: uri, sender, secret })
    }

    async fn post(&self, message: &Outgoing) -> Result<(), NotSent> {
        let Recipient::Sms(mobile) = &message.to else {
            return Err(NotSent("the gateway sends text messages only".to_owned()));
        };
        let values = Values {
            to: mobile.as_str().trim_start_matches('+'),
            text: &message.body,
            sender: &self.sender,
            secret: self.secret.expose(),
        };
        let request = self.request(&values, &message.key)?;
        let answer =
            self.client.request(request).await.map_err(|_| NotSent("the gateway cannot be reached".to_owned()))?;
        let status = answer.status().as_u16();
        let body = Limited::new(answer.into_body(), LONGEST_ANSWER).collect().await;
        let body = body.map_err(|_| NotSent(format!("the gateway answered {status} and broke off")))?.to_bytes();
        self.gateway.took(status, &body).map_err(NotSent)
    }

    fn request(&self, values: &Values<'_>, key: &str) -> Result<Request<Full<Bytes>>, NotSent> {
        let unfit = |_| NotSent("the request to the gateway cannot be written".to_owned());
        let mut request = Request::new(Full::new(Bytes::from(self.gateway.body(values))));
        *request.method_mut() = self.gateway.method.clone();
        *request.uri_mut() = self.address.clone();
        let headers = self.gateway.headers(values).map_err(|why| NotSent(why.to_string()))?;
        request.headers_mut().extend(headers);
        request.headers_mut().insert(header::ACCEPT, HeaderValue::from_static("application/json"));
        request.headers_mut().insert(IDEMPOTENCY_KEY, HeaderValue::from_str(key).map_err(unfit)?);
        Ok(request)
    }
}

impl Transport for HttpSms {
    fn send<'a>(&'a self, message: &'a Outgoing) -> Sending<'a> {
        Box::pin(self.post(message))
    }
}

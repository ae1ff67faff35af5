//! What one request may cost: the length of its address, the size of its body, its time, and how many run at once.
//! (How many requests one client may send is in [`super::flood`].)

use std::collections::HashMap;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::BoxError;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::StatusCode;
use http::header::CONTENT_TYPE;
use http_body_util::{LengthLimitError, Limited};
use hyper::body::{Body as _, Frame, SizeHint};
use tokio::sync::Semaphore;

use super::words;

/// The limits of an ordinary request.
#[derive(Clone, Copy, Debug)]
pub struct RequestLimits {
    /// Bytes of a body. A route that takes files has more: [`Upload`].
    pub body_max: usize,
    /// Bytes of the path and the query together.
    pub address_max: usize,
    /// From the last byte of the head to the first of the answer, the body's arrival included.
    pub time: Duration,
    /// Requests being worked on at the same time; one more is answered 503.
    pub at_once: usize,
}

impl Default for RequestLimits {
    fn default() -> Self {
        Self { body_max: 512 * 1024, address_max: 4096, time: Duration::from_secs(30), at_once: 512 }
    }
}

/// The limits of a route that takes files.
#[derive(Clone, Copy, Debug)]
pub struct Upload {
    /// Bytes of the whole body, all its parts together.
    pub body_max: usize,
    /// As [`RequestLimits::time`]: 20 MB over a slow phone take minutes.
    pub time: Duration,
}

/// The limits with the count of what is running: the state of [`hold`].
#[derive(Clone, Debug)]
pub struct Holder {
    limits: RequestLimits,
    /// By the router's template, Arabic or English.
    uploads: Arc<HashMap<String, Upload>>,
    places: Arc<Semaphore>,
}

impl Holder {
    /// `uploads` are the routes that take files, as the router's templates.
    pub fn new(limits: RequestLimits, uploads: HashMap<String, Upload>) -> Self {
        Self { limits, uploads: Arc::new(uploads), places: Arc::new(Semaphore::new(limits.at_once)) }
    }

    /// Bytes and time of this request.
    fn allowed(&self, request: &Request) -> (usize, Duration) {
        let route = request.extensions().get::<MatchedPath>();
        match route.and_then(|route| self.uploads.get(route.as_str())) {
            Some(upload) => (upload.body_max, upload.time),
            None => (self.limits.body_max, self.limits.time),
        }
    }
}

/// Middleware: holds every request to the limits. Must be laid over the router (`Router::layer`), where the route is known.
///
/// A declared `Content-Length` over the limit is refused without reading a byte. A handler may answer an over-long body
/// with a page of its own or a redirect (values kept, the field named); any other answer becomes the plain 413.
pub async fn hold(State(holder): State<Holder>, request: Request, next: Next) -> Response {
    let limits = holder.limits;
    if request.uri().path_and_query().is_some_and(|address| address.as_str().len() > limits.address_max) {
        return words::ADDRESS_TOO_LONG.answer(StatusCode::URI_TOO_LONG);
    }
    let Ok(_place) = holder.places.try_acquire() else {
        metrics::counter!("http_shed_total").increment(1);
        return words::BUSY.answer_later(StatusCode::SERVICE_UNAVAILABLE, 2);
    };

    let (body_max, time) = holder.allowed(&request);
    let arrival = Arc::new(Arrival::default());
    let mut request = request.map(|body| Body::new(HeldBody::new(body, body_max, Arc::clone(&arrival))));
    // This limit replaces axum's, which reaches its own extractors only and says nothing in Arabic.
    DefaultBodyLimit::disable().apply(&mut request);
    match tokio::time::timeout(time, next.run(request)).await {
        Ok(response) => arrival.judge(response),
        Err(_late) => arrival.late(),
    }
}

/// What became of a request's body.
#[derive(Debug, Default)]
struct Arrival {
    too_large: AtomicBool,
    /// Somebody reads the body and the client has not sent more.
    awaited: AtomicBool,
}

impl Arrival {
    /// The handler's answer, or the plain 413 where the body was too large and the handler did not say so itself.
    fn judge(&self, response: Response) -> Response {
        if !self.too_large.load(Ordering::Relaxed) {
            return response;
        }
        let status = response.status();
        let page = response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        if status.is_redirection() || (status.is_client_error() && page) {
            return response;
        }
        words::TOO_LARGE.answer(StatusCode::PAYLOAD_TOO_LARGE)
    }

    /// Time is up: whose fault was it?
    fn late(&self) -> Response {
        if self.awaited.load(Ordering::Relaxed) {
            words::ARRIVED_TOO_SLOWLY.answer(StatusCode::REQUEST_TIMEOUT)
        } else {
            tracing::warn!("a request took longer than its limit");
            words::TOOK_TOO_LONG.answer_later(StatusCode::SERVICE_UNAVAILABLE, 10)
        }
    }
}

/// A request's body that ends in an error (`LengthLimitError`, which axum's extractors know) above its limit.
struct HeldBody {
    body: Limited<Body>,
    arrival: Arc<Arrival>,
}

impl HeldBody {
    fn new(body: Body, body_max: usize, arrival: Arc<Arrival>) -> Self {
        let declared = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
        let body = if declared > body_max {
            // One byte where none is allowed: the error at once, and nothing read from the client.
            Limited::new(Body::from("-"), 0)
        } else {
            Limited::new(body, body_max)
        };
        Self { body, arrival }
    }
}

impl hyper::body::Body for HeldBody {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let polled = Pin::new(&mut self.body).poll_frame(cx);
        self.arrival.awaited.store(polled.is_pending(), Ordering::Relaxed);
        if let Poll::Ready(Some(Err(error))) = &polled
            && error.is::<LengthLimitError>()
        {
            self.arrival.too_large.store(true, Ordering::Relaxed);
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

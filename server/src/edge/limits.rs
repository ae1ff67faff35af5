//! What one request may cost: the length of its address, the size of its body, its time, and how many run at once.
//! (How many requests one client may send is in [`super::flood`].)

use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::BoxError;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::StatusCode;
use http::header::CONTENT_TYPE;
use http_body_util::{LengthLimitError, Limited};
use hyper::body::{Body as _, Frame, SizeHint};
use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep_until};

use super::words;

/// The limits of an ordinary request.
#[derive(Clone, Copy, Debug)]
pub struct RequestLimits {
    /// Bytes of a body. A route that takes files asks for more: [`Upload`].
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

/// The limits with the count of what is running: the state of [`hold`].
#[derive(Clone, Debug)]
pub struct Holder {
    limits: RequestLimits,
    places: Arc<Semaphore>,
}

impl Holder {
    pub fn new(limits: RequestLimits) -> Self {
        Self { limits, places: Arc::new(Semaphore::new(limits.at_once)) }
    }
}

/// Middleware: holds every request to the limits.
///
/// The body's limit takes effect when somebody reads the body, so a route further in can raise it first; a declared
/// `Content-Length` over the limit is refused before a byte is read. A handler may answer an over-long body with a page
/// of its own or a redirect (values kept, the field named); any other answer becomes the plain 413.
pub async fn hold(State(holder): State<Holder>, request: Request, next: Next) -> Response {
    let limits = holder.limits;
    if request.uri().path_and_query().is_some_and(|address| address.as_str().len() > limits.address_max) {
        return words::ADDRESS_TOO_LONG.answer(StatusCode::URI_TOO_LONG);
    }
    let Ok(_place) = holder.places.try_acquire() else {
        metrics::counter!("http_shed_total").increment(1);
        return words::BUSY.answer_later(StatusCode::SERVICE_UNAVAILABLE, 2);
    };

    let allowance = Arc::new(Allowance::new(limits.body_max, limits.time));
    let mut request = request.map(|body| Body::new(HeldBody::new(body, Arc::clone(&allowance))));
    request.extensions_mut().insert(Arc::clone(&allowance));
    // This limit replaces axum's, which reaches its own extractors only and says nothing in Arabic.
    DefaultBodyLimit::disable().apply(&mut request);

    let mut answer = pin!(next.run(request));
    loop {
        let until = allowance.until();
        tokio::select! {
            biased;
            response = &mut answer => return allowance.judge(response),
            () = sleep_until(until) => if allowance.until() <= Instant::now() { return allowance.late() },
        }
    }
}

/// What a route that takes files asks for: the state of [`allow_upload`].
///
/// ```ignore
/// post(receive).layer(from_fn_with_state(Upload { body_max: 20 * 1024 * 1024, time: Duration::from_secs(300) }, allow_upload))
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Upload {
    /// Bytes of the whole body, all its parts together.
    pub body_max: usize,
    /// From now to the first byte of the answer: 20 MB over a slow phone take minutes.
    pub time: Duration,
}

/// Middleware of single routes, further in than [`hold`]: raises (or lowers) the limits of this request.
pub async fn allow_upload(State(upload): State<Upload>, request: Request, next: Next) -> Response {
    if let Some(allowance) = request.extensions().get::<Arc<Allowance>>() {
        allowance.change(upload);
    }
    next.run(request).await
}

/// What this one request may still take, shared by the middleware, the route and the body.
#[derive(Debug)]
struct Allowance {
    body_max: AtomicUsize,
    until: Mutex<Instant>,
    too_large: AtomicBool,
    received: AtomicBool,
}

impl Allowance {
    fn new(body_max: usize, time: Duration) -> Self {
        Self {
            body_max: AtomicUsize::new(body_max),
            until: Mutex::new(Instant::now() + time),
            too_large: AtomicBool::new(false),
            received: AtomicBool::new(false),
        }
    }

    fn until(&self) -> Instant {
        *self.until.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, upload: Upload) {
        self.body_max.store(upload.body_max, Ordering::Relaxed);
        *self.until.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now() + upload.time;
    }

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
        if self.received.load(Ordering::Relaxed) {
            tracing::warn!("a request took longer than its limit");
            words::TOOK_TOO_LONG.answer_later(StatusCode::SERVICE_UNAVAILABLE, 10)
        } else {
            words::ARRIVED_TOO_SLOWLY.answer(StatusCode::REQUEST_TIMEOUT)
        }
    }
}

/// A request's body that ends in an error (`LengthLimitError`, which axum's extractors know) above the allowance.
struct HeldBody {
    body: Reading,
    allowance: Arc<Allowance>,
}

enum Reading {
    Untouched(Body),
    Begun(Limited<Body>),
}

impl HeldBody {
    fn new(body: Body, allowance: Arc<Allowance>) -> Self {
        allowance.received.store(body.is_end_stream(), Ordering::Relaxed);
        Self { body: Reading::Untouched(body), allowance }
    }

    /// The body under its limit, which is settled when this is first called.
    fn begun(&mut self) -> &mut Limited<Body> {
        if let Reading::Untouched(body) = &mut self.body {
            let body = std::mem::take(body);
            let allowed = self.allowance.body_max.load(Ordering::Relaxed);
            let declared = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
            self.body = Reading::Begun(if declared > allowed {
                // One byte where none is allowed: the error at once, and nothing read from the client.
                Limited::new(Body::from("-"), 0)
            } else {
                Limited::new(body, allowed)
            });
        }
        match &mut self.body {
            Reading::Begun(limited) => limited,
            Reading::Untouched(_) => unreachable!("begun just above"),
        }
    }
}

impl hyper::body::Body for HeldBody {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let polled = Pin::new(self.begun()).poll_frame(cx);
        match &polled {
            Poll::Ready(Some(Err(error))) if error.is::<LengthLimitError>() => {
                self.allowance.too_large.store(true, Ordering::Relaxed);
            }
            Poll::Ready(None) => self.allowance.received.store(true, Ordering::Relaxed),
            _ if self.is_end_stream() => self.allowance.received.store(true, Ordering::Relaxed),
            _ => {}
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        match &self.body {
            Reading::Untouched(body) => body.is_end_stream(),
            Reading::Begun(body) => body.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.body {
            Reading::Untouched(body) => body.size_hint(),
            Reading::Begun(body) => body.size_hint(),
        }
    }
}

//! `/healthz`, `/readyz` and `/metrics`, for whatever watches over the server.
//!
//! They stand beside the pages, not among them: no flood guard or full house keeps a watcher from its answer.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{Extension, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures::FutureExt as _;
use futures::future::BoxFuture;
use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use tokio::sync::Mutex;

use super::client::FromThisMachine;
use super::metrics::Metrics;
use super::words;

/// Longer than this the database does not count as answering.
const PATIENCE: Duration = Duration::from_secs(2);
/// An answer is given again for this long, so that asking often costs nothing.
const KEPT: Duration = Duration::from_secs(1);

/// Why the server cannot serve yet: a short word for the operator (`database`, `migrations`), no detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotReady(pub &'static str);

/// What a check finds.
pub type Answer = Result<(), NotReady>;

/// Finds out whether the server can serve: the database answers and its migrations are current.
#[derive(Clone)]
pub struct Readiness {
    check: Arc<dyn Fn() -> BoxFuture<'static, Answer> + Send + Sync>,
    last: Arc<Mutex<Option<(Instant, Answer)>>>,
}

impl fmt::Debug for Readiness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Readiness").finish_non_exhaustive()
    }
}

impl Readiness {
    /// `check` is called at most once a second, never twice at the same time, and given up after two seconds.
    pub fn new<F, R>(check: F) -> Self
    where
        F: Fn() -> R + Send + Sync + 'static,
        R: Future<Output = Answer> + Send + 'static,
    {
        Self { check: Arc::new(move || check().boxed()), last: Arc::default() }
    }

    async fn ask(&self) -> Answer {
        let mut last = self.last.lock().await;
        if let Some((at, answer)) = *last
            && at.elapsed() < KEPT
        {
            return answer;
        }
        let answer = tokio::time::timeout(PATIENCE, (self.check)()).await.unwrap_or(Err(NotReady("timeout")));
        *last = Some((Instant::now(), answer));
        answer
    }
}

#[derive(Clone, Debug)]
struct Watched {
    readiness: Readiness,
    metrics: Metrics,
    metrics_public: bool,
}

/// The three addresses. `/metrics` answers programs on this machine only, unless `metrics_public`.
pub fn router(readiness: Readiness, metrics: Metrics, metrics_public: bool) -> Router {
    Router::new()
        .route("/healthz", get(async || plain(StatusCode::OK, "up\n")))
        .route("/readyz", get(ready))
        .route("/metrics", get(figures))
        .with_state(Watched { readiness, metrics, metrics_public })
}

async fn ready(State(watched): State<Watched>) -> Response {
    match watched.readiness.ask().await {
        Ok(()) => plain(StatusCode::OK, "ready\n"),
        Err(NotReady(what)) => plain(StatusCode::SERVICE_UNAVAILABLE, &format!("not ready: {what}\n")),
    }
}

async fn figures(State(watched): State<Watched>, local: Option<Extension<FromThisMachine>>) -> Response {
    let local = local.is_some_and(|Extension(FromThisMachine(local))| local);
    if local || watched.metrics_public {
        let kind = [(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8"), (CACHE_CONTROL, "no-store")];
        (kind, watched.metrics.text()).into_response()
    } else {
        words::OPERATOR_ONLY.answer(StatusCode::FORBIDDEN)
    }
}

fn plain(status: StatusCode, text: &str) -> Response {
    (status, [(CACHE_CONTROL, "no-store")], text.to_owned()).into_response()
}

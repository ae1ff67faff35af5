//! Figures for Prometheus: requests by route template, method and status; time; what is in flight.
//!
//! Labels never hold a path, an address or a name, only the router's templates (`/my/requests/{reference}`), so
//! there is nothing personal in them and their number is bounded.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use http::Method;
use metrics_exporter_prometheus::{BuildError, PrometheusBuilder, PrometheusHandle};

/// Upper edges of the time buckets, in seconds.
const SECONDS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];
/// How often old samples are folded together, so that memory stays flat when nobody reads the figures.
const UPKEEP: Duration = Duration::from_secs(10);

static RECORDER: OnceLock<PrometheusHandle> = OnceLock::new();

/// The process's figures.
#[derive(Clone, Debug)]
pub struct Metrics(PrometheusHandle);

impl Metrics {
    /// Starts counting. The recorder belongs to the process: later calls return the same one.
    pub fn install() -> Result<Self, BuildError> {
        if let Some(handle) = RECORDER.get() {
            return Ok(Self(handle.clone()));
        }
        let recorder = PrometheusBuilder::new().set_buckets(&SECONDS)?.build_recorder();
        let handle = RECORDER.get_or_init(move || {
            let handle = recorder.handle();
            if metrics::set_global_recorder(recorder).is_err() {
                tracing::warn!("another metrics recorder is installed: /metrics stays empty");
            }
            handle
        });
        describe();
        Ok(Self(handle.clone()))
    }

    /// Everything counted so far, in the Prometheus text format.
    pub fn text(&self) -> String {
        self.0.render()
    }

    /// Keeps the memory of the figures flat. Runs until dropped; one such task for the process.
    pub async fn upkeep(self) {
        loop {
            tokio::time::sleep(UPKEEP).await;
            self.0.run_upkeep();
        }
    }
}

fn describe() {
    metrics::describe_counter!("http_requests_total", "Requests answered, by method, route template and status");
    metrics::describe_histogram!("http_request_duration_seconds", "Time to the first byte of the answer");
    metrics::describe_gauge!("http_requests_in_flight", "Requests being worked on");
    metrics::describe_counter!("http_shed_total", "Requests answered 503 because too many ran at once");
    metrics::describe_counter!("http_flood_refused_total", "Requests answered 429 because one client asked too fast");
    metrics::describe_gauge!("http_connections_open", "Open connections");
    metrics::describe_counter!("messages_total", "What became of messages: sent, held, failed, dropped, parked");
    metrics::describe_counter!("http_connections_refused_total", "Connections refused, by the cap they met");
}

/// Middleware: counts and times every request. Must be laid over the router (`Router::layer`), where the route is known.
pub async fn count(request: Request, next: Next) -> Response {
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "unmatched".to_owned(), |path| path.as_str().to_owned());
    let method = known(request.method());
    let start = Instant::now();
    let in_flight = InFlight::one();
    let response = next.run(request).await;
    drop(in_flight);

    let status = response.status().as_str().to_owned();
    metrics::histogram!("http_request_duration_seconds", "method" => method, "route" => route.clone())
        .record(start.elapsed().as_secs_f64());
    metrics::counter!("http_requests_total", "method" => method, "route" => route, "status" => status).increment(1);
    response
}

/// A method as a label: made-up ones share one.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

/// Counts down also when the request is given up half-way.
struct InFlight;

impl InFlight {
    fn one() -> Self {
        metrics::gauge!("http_requests_in_flight").increment(1.0);
        Self
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        metrics::gauge!("http_requests_in_flight").decrement(1.0);
    }
}

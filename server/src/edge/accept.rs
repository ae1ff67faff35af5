//! The accept loop: connections in, answers out, nobody may hold the server up.
//!
//! `axum::serve` is not used: it gives a client for ever to send the head of a request, so a few hundred sockets that
//! dribble a byte a minute (slowloris) would stop the site. Here every wait has an end ([`Waits`]), the number of
//! connections is capped in all and for each address, and a stop lets requests finish within a deadline.
//!
//! HTTP/1 only: TLS ends at the proxy, which speaks HTTP/1 to us, and browsers speak no HTTP/2 without TLS. What is not
//! offered cannot be attacked (rapid resets, a hundred requests on one counted connection). No upgrades either.

use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tower::ServiceExt as _;

use super::client::TrustedProxies;
use super::headers::{ALWAYS, content_security_policy};
use super::io::{Phase, TimedStream, Waits, until_sent};
use super::places::Places;
use super::words;

/// Bytes of a request's head, all headers together.
const HEAD_MAX: usize = 32 * 1024;
/// Refused connections that may be told why at the same time; the others are just closed.
const REFUSALS: usize = 64;

/// What all connections together, and each of them, may take.
#[derive(Clone, Debug)]
pub struct ConnectionLimits {
    /// Open connections in all.
    pub in_all: usize,
    /// Open connections of one client address (a version 6 /64 counts as one). Trusted proxies are not counted.
    pub of_one_address: usize,
    /// How long each connection may wait.
    pub waits: Waits,
    /// How long a stop waits for requests that are being answered.
    pub stop_within: Duration,
    /// Proxies that speak for many clients.
    pub proxies: TrustedProxies,
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        Self {
            in_all: 800,
            of_one_address: 200,
            waits: Waits {
                head: Duration::from_secs(10),
                idle: Duration::from_secs(75),
                stalled: Duration::from_secs(30),
            },
            stop_within: Duration::from_secs(15),
            proxies: TrustedProxies::default(),
        }
    }
}

/// How a stop went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// Every request was answered.
    Cleanly,
    /// The deadline passed; this many connections were cut.
    Cut(usize),
}

/// Serves `router` to whoever connects, until `shutdown` resolves; then takes nobody new and lets what runs finish
/// within `limits.stop_within`. Every request carries `ConnectInfo<SocketAddr>`.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: ConnectionLimits,
    shutdown: impl Future<Output = ()> + Send,
) -> Stopped {
    let router: Router = router.with_state(());
    let refusal: Arc<str> = refusal().into();
    let refusals = Arc::new(Semaphore::new(REFUSALS));
    let places = Arc::new(Places::new(limits.in_all, limits.of_one_address, limits.proxies.clone()));
    let graceful = GracefulShutdown::new();
    let mut connections = JoinSet::new();
    let mut shutdown = pin!(shutdown);

    loop {
        let (stream, peer) = tokio::select! {
            () = &mut shutdown => break,
            Some(ended) = connections.join_next() => {
                if let Err(error) = ended {
                    tracing::error!(%error, "a connection's task failed");
                }
                continue;
            }
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    rest_after(&error).await;
                    continue;
                }
            },
        };
        match places.take(peer.ip()) {
            Ok(place) => {
                let connection = answer(stream, peer, router.clone(), limits.waits, graceful.watcher());
                connections.spawn(async move {
                    connection.await;
                    drop(place);
                });
            }
            Err(full) => {
                metrics::counter!("http_connections_refused_total", "cap" => full.name()).increment(1);
                if let Ok(permit) = Arc::clone(&refusals).try_acquire_owned() {
                    let refusal = Arc::clone(&refusal);
                    tokio::spawn(async move {
                        refuse(stream, &refusal).await;
                        drop(permit);
                    });
                }
            }
        }
    }

    drop(listener);
    let finished = tokio::time::timeout(limits.stop_within, graceful.shutdown()).await.is_ok();
    while connections.try_join_next().is_some() {}
    let left = connections.len();
    if finished || left == 0 {
        while connections.join_next().await.is_some() {}
        return Stopped::Cleanly;
    }
    connections.shutdown().await;
    tracing::warn!(connections = left, "connections were cut at the end of the stop's deadline");
    Stopped::Cut(left)
}

/// Answers the requests of one connection, one after the other.
async fn answer(stream: TcpStream, peer: SocketAddr, router: Router, waits: Waits, watcher: Watcher) {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "TCP_NODELAY was not set");
    }
    let phase = Phase::opened();
    let io = TokioIo::new(TimedStream::new(stream, phase.clone(), waits));
    let service = service_fn(move |request: Request<Incoming>| {
        let busy = phase.request();
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        let answer = router.clone().oneshot(request);
        async move { answer.await.map(|response| until_sent(response, busy)) }
    });
    let mut builder = Builder::new(TokioExecutor::new()).http1_only();
    builder
        .http1()
        .timer(TokioTimer::new())
        // Only the backstop: the stream itself tells a slow head from an idle connection.
        .header_read_timeout(waits.head + waits.idle)
        .max_buf_size(HEAD_MAX);
    let connection = builder.serve_connection(io, service).into_owned();
    metrics::gauge!("http_connections_open").increment(1.0);
    if let Err(error) = watcher.watch(connection).await {
        tracing::debug!(%error, "a connection ended early");
    }
    metrics::gauge!("http_connections_open").decrement(1.0);
}

/// After a failed accept: nothing when the client was at fault, a rest when the machine has no descriptor left.
async fn rest_after(error: &std::io::Error) {
    use std::io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if !matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        tracing::error!(%error, "accepting a connection failed");
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
}

/// The whole answer to a connection for which there is no place, with the same headers as every other.
fn refusal() -> String {
    let text = words::BUSY.text();
    let policy = content_security_policy(None);
    let headers: String = ALWAYS.iter().map(|(name, value)| [name.as_str(), ": ", value, "\r\n"].concat()).collect();
    format!(
        "HTTP/1.1 503 Service Unavailable\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: {}\r\n\
         cache-control: no-store\r\nretry-after: 10\r\nconnection: close\r\n\
         content-security-policy: {}\r\n{headers}\r\n{text}",
        text.len(),
        policy.to_str().unwrap_or("default-src 'none'"),
    )
}

/// Says it and closes. What the client has sent is read and dropped for a moment, because closing on unread bytes
/// resets the connection and the client would never see the answer.
async fn refuse(mut stream: TcpStream, refusal: &str) {
    let told = async {
        stream.write_all(refusal.as_bytes()).await?;
        stream.shutdown().await?;
        let mut dropped = [0; 1024];
        while stream.read(&mut dropped).await? > 0 {}
        Ok::<_, std::io::Error>(())
    };
    if !matches!(tokio::time::timeout(Duration::from_secs(1), told).await, Ok(Ok(()))) {
        tracing::trace!("a refused connection was closed before it read why");
    }
}

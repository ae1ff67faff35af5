//! Nobody may keep the server waiting: silent, dribbling, resting and stalled clients.

use std::io;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use futures::StreamExt as _;
use server::edge::Waits;
use server::edge::accept::ConnectionLimits;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};

use super::wire::{LONG, REQUEST, SHORT, SOON, Server, answer, is_closed_soon, limits};

/// Sends a request byte by byte until the server has had enough; how many bytes it took within about three seconds.
async fn dribble(head: Duration) -> io::Result<usize> {
    let waits = Waits { head, idle: LONG, stalled: LONG };
    let server = Server::plain(ConnectionLimits { waits, ..limits() }).await?;
    let mut stream = server.connect().await?;
    stream.write_all(b"GET /peer HTTP/1.1\r\nhost: a\r\nx: ").await?;
    for sent in 0..60 {
        sleep(Duration::from_millis(50)).await;
        let mut byte = [0];
        let closed = matches!(timeout(Duration::from_millis(1), stream.read(&mut byte)).await, Ok(Ok(0) | Err(_)));
        if closed || stream.write_all(b"y").await.is_err() {
            return Ok(sent);
        }
    }
    Ok(60)
}

#[tokio::test]
async fn a_dribbled_head_is_cut() -> io::Result<()> {
    assert!(dribble(SHORT).await? < 40);
    assert_eq!(dribble(LONG).await?, 60, "the control: without the limit nothing cuts it");
    Ok(())
}

#[tokio::test]
async fn a_silent_connection_is_cut() -> io::Result<()> {
    let waits = Waits { head: SHORT, idle: LONG, stalled: LONG };
    let server = Server::plain(ConnectionLimits { waits, ..limits() }).await?;
    assert!(is_closed_soon(&mut server.connect().await?).await);
    Ok(())
}

#[tokio::test]
async fn a_connection_may_rest_between_requests_but_the_next_head_must_be_quick() -> io::Result<()> {
    let waits = Waits { head: SHORT, idle: LONG, stalled: LONG };
    let server = Server::plain(ConnectionLimits { waits, ..limits() }).await?;
    let mut stream = server.connect().await?;
    stream.write_all(REQUEST).await?;
    answer(&mut stream).await?;
    sleep(SHORT * 3).await;
    stream.write_all(REQUEST).await?;
    assert!(answer(&mut stream).await?.starts_with("HTTP/1.1 200"), "resting is not slowness");
    stream.write_all(b"GET /peer").await?;
    assert!(is_closed_soon(&mut stream).await);
    Ok(())
}

#[tokio::test]
async fn a_connection_does_not_rest_for_ever() -> io::Result<()> {
    let waits = Waits { head: LONG, idle: SHORT, stalled: LONG };
    let server = Server::plain(ConnectionLimits { waits, ..limits() }).await?;
    let mut stream = server.connect().await?;
    stream.write_all(REQUEST).await?;
    answer(&mut stream).await?;
    assert!(is_closed_soon(&mut stream).await);
    Ok(())
}

/// Sends a word when it is dropped.
struct TellsItsEnd(mpsc::UnboundedSender<()>);

impl Drop for TellsItsEnd {
    fn drop(&mut self) {
        let _ = self.0.send(());
    }
}

#[tokio::test]
async fn who_stops_reading_an_answer_is_cut() -> io::Result<()> {
    let waits = Waits { head: LONG, idle: LONG, stalled: SHORT };
    let (ends, mut ended) = mpsc::unbounded_channel();
    let endless = move || {
        let end = TellsItsEnd(ends.clone());
        let chunks = futures::stream::repeat(vec![b'x'; 64 * 1024]).map(move |chunk| {
            let _still_wanted = &end;
            Ok::<_, io::Error>(chunk)
        });
        async { Body::from_stream(chunks) }
    };
    let server = Server::start(ConnectionLimits { waits, ..limits() }, Router::new().route("/", get(endless))).await?;
    let mut stream = server.connect().await?;
    stream.write_all(b"GET / HTTP/1.1\r\nhost: a\r\n\r\n").await?;
    assert_eq!(timeout(SOON, ended.recv()).await?, Some(()), "the answer was given up");
    Ok(())
}

#[tokio::test]
async fn a_body_that_never_comes_is_given_up() -> io::Result<()> {
    let mut edge = super::site::edge();
    edge.requests.time = SHORT;
    let pages = Router::new().route("/", axum::routing::post(async |body: axum::body::Bytes| body));
    let server = Server::start(limits(), edge.guard(pages, Router::new())).await?;
    let mut stream = server.connect().await?;
    stream.write_all(b"POST / HTTP/1.1\r\nhost: a\r\norigin: http://a\r\ncontent-length: 10\r\n\r\nx").await?;
    let answer = answer(&mut stream).await?;
    assert!(answer.starts_with("HTTP/1.1 408") && answer.contains("تأخّر وصول طلبك"), "{answer}");
    Ok(())
}

#[tokio::test]
async fn a_body_may_take_longer_than_a_head() -> io::Result<()> {
    let waits = Waits { head: SHORT, idle: SHORT, stalled: LONG };
    let router = Router::new().route("/", axum::routing::post(async |body: axum::body::Bytes| body));
    let server = Server::start(ConnectionLimits { waits, ..limits() }, router).await?;
    let mut stream = server.connect().await?;
    stream.write_all(b"POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\n\r\n").await?;
    for byte in [b"a", b"b", b"c", b"d"] {
        sleep(SHORT * 2).await;
        stream.write_all(byte).await?;
    }
    let answer = answer(&mut stream).await?;
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("abcd"), "{answer}");
    Ok(())
}

#[tokio::test]
async fn a_declared_length_over_the_limit_is_refused_before_it_is_sent() -> io::Result<()> {
    let pages = Router::new().route("/", axum::routing::post(async |body: axum::body::Bytes| body));
    let server = Server::start(limits(), super::site::edge().guard(pages, Router::new())).await?;
    let mut stream = server.connect().await?;
    let head = b"POST / HTTP/1.1\r\nhost: a\r\norigin: http://a\r\ncontent-length: 600000\r\n\r\n";
    stream.write_all(head).await?;
    assert!(answer(&mut stream).await?.starts_with("HTTP/1.1 413"));
    Ok(())
}

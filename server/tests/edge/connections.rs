//! How many connections there may be, and how a stop ends them.

use std::io;
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use server::edge::accept::{ConnectionLimits, Stopped};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

use super::wire::{LONG, REQUEST, SHORT, SOON, Server, answer, limits};

#[tokio::test]
async fn requests_know_their_peer_and_connections_are_reused() -> io::Result<()> {
    let server = Server::plain(limits()).await?;
    let mut stream = server.connect().await?;
    let me = stream.local_addr()?.to_string();
    for _ in 0..3 {
        stream.write_all(REQUEST).await?;
        let answer = answer(&mut stream).await?;
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with(&me), "{answer}");
    }
    Ok(())
}

#[tokio::test]
async fn an_oversized_head_is_refused() -> io::Result<()> {
    let server = Server::plain(limits()).await?;
    let mut stream = server.connect().await?;
    let head = format!("GET / HTTP/1.1\r\nhost: a\r\nx: {}\r\n\r\n", "y".repeat(64 * 1024));
    let _ = stream.write_all(head.as_bytes()).await;
    assert!(answer(&mut stream).await?.starts_with("HTTP/1.1 431"));
    Ok(())
}

#[tokio::test]
async fn too_many_connections_are_told_so_and_a_place_is_given_back() -> io::Result<()> {
    for capped in [ConnectionLimits { of_one_address: 2, ..limits() }, ConnectionLimits { in_all: 2, ..limits() }] {
        let server = Server::plain(capped).await?;
        let mut held = Vec::new();
        for _ in 0..2 {
            let mut stream = server.connect().await?;
            stream.write_all(REQUEST).await?;
            assert!(answer(&mut stream).await?.starts_with("HTTP/1.1 200"));
            held.push(stream);
        }
        let mut third = server.connect().await?;
        third.write_all(REQUEST).await?;
        let mut refusal = String::new();
        timeout(SOON, third.read_to_string(&mut refusal)).await??;
        assert!(refusal.starts_with("HTTP/1.1 503"), "{refusal}");
        for part in ["retry-after: ", "content-security-policy: ", "nosniff", "الموقع مشغول", "The site is busy"]
        {
            assert!(refusal.contains(part), "{part} in {refusal}");
        }
        held.pop();
        sleep(SHORT).await;
        let mut stream = server.connect().await?;
        stream.write_all(REQUEST).await?;
        assert!(answer(&mut stream).await?.starts_with("HTTP/1.1 200"), "the place was given back");
    }
    Ok(())
}

#[tokio::test]
async fn a_trusted_proxy_speaks_for_many_and_is_not_counted_as_one() -> io::Result<()> {
    let net = "127.0.0.0/8".parse().expect("a block");
    let server = Server::plain(ConnectionLimits { of_one_address: 1, proxies: vec![net].into(), ..limits() }).await?;
    let mut held = Vec::new();
    for _ in 0..3 {
        let mut stream = server.connect().await?;
        stream.write_all(REQUEST).await?;
        assert!(answer(&mut stream).await?.starts_with("HTTP/1.1 200"));
        held.push(stream);
    }
    Ok(())
}

fn slow_site(time: Duration) -> Router {
    Router::new().route(
        "/",
        get(async move || {
            sleep(time).await;
            "done"
        }),
    )
}

#[tokio::test]
async fn a_stop_lets_requests_finish_and_closes_what_rests() -> io::Result<()> {
    let server = Server::start(limits(), slow_site(SHORT * 2)).await?;
    let address = server.address;
    let _resting = server.connect().await?;
    let mut stream = server.connect().await?;
    stream.write_all(b"GET / HTTP/1.1\r\nhost: a\r\n\r\n").await?;
    sleep(SHORT).await;
    let stopping = tokio::spawn(server.stop());
    assert!(answer(&mut stream).await?.ends_with("done"));
    assert_eq!(stopping.await.expect("the stop"), Stopped::Cleanly);
    assert!(TcpStream::connect(address).await.is_err(), "nobody new is taken");
    Ok(())
}

#[tokio::test]
async fn a_stop_does_not_wait_for_ever() -> io::Result<()> {
    let server = Server::start(ConnectionLimits { stop_within: SHORT, ..limits() }, slow_site(LONG)).await?;
    let mut stream = server.connect().await?;
    stream.write_all(b"GET / HTTP/1.1\r\nhost: a\r\n\r\n").await?;
    sleep(SHORT).await;
    assert_eq!(timeout(SOON, server.stop()).await?, Stopped::Cut(1));
    Ok(())
}

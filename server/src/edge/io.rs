//! A connection that does not wait for ever.
//!
//! hyper has one timer for the whole wait between two requests. Here the two waits are told apart: a connection may
//! rest for a while between requests, but once a request's first byte is there (and from the moment the
//! connection opens) the whole head must follow quickly; and whoever stops reading an answer is cut off.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::BoxError;
use axum::body::Bytes;
use axum::response::Response;
use hyper::body::{Body, Frame, SizeHint};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Instant, Sleep, sleep};

/// How long each kind of wait may last.
#[derive(Clone, Copy, Debug)]
pub struct Waits {
    /// From the first byte of a request (or the opening of the connection) to the end of its head.
    pub head: Duration,
    /// Between an answer and the next request's first byte.
    pub idle: Duration,
    /// Without the client taking a single byte of an answer.
    pub stalled: Duration,
}

/// Between requests, nothing of the next one has come.
const IDLE: u8 = 0;
/// The head of a request is arriving.
const HEAD: u8 = 1;
/// A request is being read or answered: its own limits hold.
const BUSY: u8 = 2;

/// Where the connection stands; shared by the stream and the service that answers on it.
#[derive(Clone, Debug)]
pub(super) struct Phase(Arc<AtomicU8>);

impl Phase {
    /// A fresh connection owes us a head.
    pub(super) fn opened() -> Self {
        Self(Arc::new(AtomicU8::new(HEAD)))
    }

    /// A whole head has come. The connection is busy until what this returns is dropped.
    pub(super) fn request(&self) -> Busy {
        self.0.store(BUSY, Ordering::Relaxed);
        Busy(self.clone())
    }
}

/// While this lives the connection is busy with a request.
#[derive(Debug)]
pub(super) struct Busy(Phase);

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.0.store(IDLE, Ordering::Relaxed);
    }
}

/// An answer that keeps its connection busy until its last byte is handed over.
pub(super) fn until_sent(response: Response, busy: Busy) -> http::Response<Answer> {
    response.map(|body| Answer { body, _busy: busy })
}

/// The body of such an answer.
pub(super) struct Answer {
    body: axum::body::Body,
    _busy: Busy,
}

impl Body for Answer {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        Pin::new(&mut self.body).poll_frame(cx).map_err(Into::into)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// A TCP stream under [`Waits`].
pub(super) struct TimedStream {
    stream: TcpStream,
    phase: Phase,
    waits: Waits,
    /// The phase for which `reading` is set.
    timed: u8,
    reading: Pin<Box<Sleep>>,
    writing: Option<Pin<Box<Sleep>>>,
}

impl TimedStream {
    pub(super) fn new(stream: TcpStream, phase: Phase, waits: Waits) -> Self {
        Self { stream, phase, waits, timed: HEAD, reading: Box::pin(sleep(waits.head)), writing: None }
    }

    /// Starts the timer of a phase that has just begun.
    fn time(&mut self, phase: u8) {
        if self.timed != phase {
            self.timed = phase;
            let wait = if phase == HEAD { self.waits.head } else { self.waits.idle };
            self.reading.as_mut().reset(Instant::now() + wait);
        }
    }

    /// Turns a write that makes no progress for too long into an error.
    fn progress<T>(&mut self, cx: &mut Context<'_>, polled: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if polled.is_ready() {
            self.writing = None;
            return polled;
        }
        let stalled = self.waits.stalled;
        let writing = self.writing.get_or_insert_with(|| Box::pin(sleep(stalled)));
        match writing.as_mut().poll(cx) {
            Poll::Ready(()) => Poll::Ready(Err(io::ErrorKind::TimedOut.into())),
            Poll::Pending => Poll::Pending,
        }
    }
}

impl AsyncRead for TimedStream {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        let polled = Pin::new(&mut self.stream).poll_read(cx, buf);
        let phase = self.phase.0.load(Ordering::Relaxed);
        if phase == BUSY {
            self.timed = BUSY;
            return polled;
        }
        self.time(phase);
        if polled.is_ready() {
            if phase == IDLE && buf.filled().len() > before {
                self.phase.0.store(HEAD, Ordering::Relaxed);
                self.time(HEAD);
            }
            return polled;
        }
        match self.reading.as_mut().poll(cx) {
            // An idle connection ends as if the client had closed it.
            Poll::Ready(()) if phase == IDLE => Poll::Ready(Ok(())),
            Poll::Ready(()) => Poll::Ready(Err(io::ErrorKind::TimedOut.into())),
            Poll::Pending => Poll::Pending,
        }
    }
}

impl AsyncWrite for TimedStream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.progress(cx, polled)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write_vectored(cx, bytes);
        self.progress(cx, polled)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

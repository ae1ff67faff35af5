//! A server on a real socket, and a client for it.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use axum::routing::get;
use server::edge::Waits;
use server::edge::accept::{ConnectionLimits, Stopped, serve};
use tokio::io::AsyncReadExt as _;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;

pub const REQUEST: &[u8] = b"GET /peer HTTP/1.1\r\nhost: a\r\n\r\n";
pub const SHORT: Duration = Duration::from_millis(200);
pub const LONG: Duration = Duration::from_secs(20);
/// Far longer than `SHORT`, far shorter than `LONG`.
pub const SOON: Duration = Duration::from_secs(4);

pub fn limits() -> ConnectionLimits {
    ConnectionLimits {
        waits: Waits { head: LONG, idle: LONG, stalled: LONG },
        stop_within: SOON,
        ..ConnectionLimits::default()
    }
}

pub struct Server {
    pub address: SocketAddr,
    stop: oneshot::Sender<()>,
    task: JoinHandle<Stopped>,
}

impl Server {
    pub async fn start(limits: ConnectionLimits, router: Router) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel::<()>();
        let task = tokio::spawn(serve(listener, router, limits, async {
            let _ = stopped.await;
        }));
        Ok(Self { address, stop, task })
    }

    pub async fn plain(limits: ConnectionLimits) -> io::Result<Self> {
        let router =
            Router::new().route("/peer", get(async |ConnectInfo(peer): ConnectInfo<SocketAddr>| peer.to_string()));
        Self::start(limits, router).await
    }

    pub async fn connect(&self) -> io::Result<TcpStream> {
        TcpStream::connect(self.address).await
    }

    pub async fn stop(self) -> Stopped {
        let _ = self.stop.send(());
        self.task.await.expect("the server's task")
    }
}

/// One answer off a connection that stays open.
pub async fn answer(stream: &mut TcpStream) -> io::Result<String> {
    let mut bytes = vec![0; 16 * 1024];
    let read = timeout(SOON, stream.read(&mut bytes)).await??;
    Ok(String::from_utf8_lossy(&bytes[..read]).into_owned())
}

/// Does the server close this connection soon?
pub async fn is_closed_soon(stream: &mut TcpStream) -> bool {
    let mut rest = Vec::new();
    timeout(SOON, stream.read_to_end(&mut rest)).await.is_ok()
}

//! How many requests one client may send: a token bucket for each address, in memory.
//!
//! It keeps one client from using up the server. What an account, a number or a form may try is counted in the
//! database by the use cases, and is the same on every node; this is not that.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::StatusCode;

use super::client::ClientAddress;
use super::words;

/// Addresses remembered at the same time (about 5 MB); beyond that the fullest buckets are forgotten first.
const REMEMBERED: usize = 65_536;

/// How fast one client may ask. Many phones can share one address, so this is far above what a person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FloodLimits {
    /// Requests that may come at once.
    pub burst: u32,
    /// Requests a second in the long run.
    pub per_second: u32,
}

/// The buckets: the state of [`refuse_floods`].
#[derive(Clone, Debug)]
pub struct FloodGuard {
    limits: FloodLimits,
    buckets: Arc<Mutex<HashMap<IpAddr, Bucket>>>,
}

/// A bucket is full at `full_at`; each request puts that moment off by the time one token takes.
/// So nothing has to be refilled, and a bucket whose moment has passed may be forgotten.
#[derive(Clone, Copy, Debug)]
struct Bucket {
    full_at: Instant,
}

impl FloodGuard {
    pub fn new(limits: FloodLimits) -> Self {
        Self { limits, buckets: Arc::default() }
    }

    /// Takes one token for this client at this moment, or says how long until there is one.
    pub fn take(&self, client: ClientAddress, now: Instant) -> Result<(), Duration> {
        let token = Duration::from_secs(1) / self.limits.per_second.max(1);
        let depth = token * self.limits.burst.max(1);
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= REMEMBERED && !buckets.contains_key(&client.counted()) {
            forget(&mut buckets, now);
        }
        let bucket = buckets.entry(client.counted()).or_insert(Bucket { full_at: now });
        let full_at = bucket.full_at.max(now) + token;
        let over = full_at.duration_since(now).saturating_sub(depth);
        if over.is_zero() {
            bucket.full_at = full_at;
            Ok(())
        } else {
            Err(over)
        }
    }
}

/// Makes room: full buckets mean nothing and go; if none is full, the fuller half goes, which favours nobody who floods.
fn forget(buckets: &mut HashMap<IpAddr, Bucket>, now: Instant) {
    buckets.retain(|_, bucket| bucket.full_at > now);
    if buckets.len() >= REMEMBERED {
        let mut moments: Vec<Instant> = buckets.values().map(|bucket| bucket.full_at).collect();
        let middle = moments.len() / 2;
        let (_, &mut median, _) = moments.select_nth_unstable(middle);
        buckets.retain(|_, bucket| bucket.full_at > median);
    }
}

/// Middleware, further in than [`super::client::recognise`]: answers 429 to a client that asks too fast.
pub async fn refuse_floods(State(guard): State<FloodGuard>, request: Request, next: Next) -> Response {
    if let Some(&client) = request.extensions().get::<ClientAddress>()
        && let Err(wait) = guard.take(client, Instant::now())
    {
        metrics::counter!("http_flood_refused_total").increment(1);
        return words::TOO_MANY.answer_later(StatusCode::TOO_MANY_REQUESTS, wait.as_secs().saturating_add(1));
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::Ipv4Addr;

    fn client(number: u32) -> ClientAddress {
        ClientAddress(IpAddr::V4(Ipv4Addr::from_bits(number)))
    }

    #[test]
    fn a_burst_passes_then_the_steady_rate() {
        let guard = FloodGuard::new(FloodLimits { burst: 3, per_second: 10 });
        let start = Instant::now();
        for _ in 0..3 {
            assert_eq!(guard.take(client(1), start), Ok(()));
        }
        let wait = guard.take(client(1), start).expect_err("the bucket is empty");
        assert_eq!(wait, Duration::from_millis(100));
        assert_eq!(guard.take(client(2), start), Ok(()), "another client is not held up");
        assert_eq!(guard.take(client(1), start + wait), Ok(()));
        assert!(guard.take(client(1), start + wait).is_err());
        let later = start + Duration::from_mins(1);
        assert!((0..3).all(|_| guard.take(client(1), later).is_ok()), "full again");
        assert!(guard.take(client(1), later).is_err(), "and not fuller");
    }

    #[test]
    fn memory_is_bounded_and_a_flooder_is_not_forgotten() {
        let guard = FloodGuard::new(FloodLimits { burst: 5, per_second: 1 });
        let now = Instant::now();
        assert_eq!((0..9).filter(|_| guard.take(client(0), now).is_ok()).count(), 5);
        for number in 1..200_000 {
            let _ = guard.take(client(number), now);
        }
        let kept = guard.buckets.lock().expect("not poisoned").len();
        assert!(kept <= REMEMBERED, "{kept}");
        assert!(guard.take(client(0), now).is_err());
    }
}

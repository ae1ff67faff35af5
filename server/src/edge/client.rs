//! Who is asking: the client's address, also when trusted proxies stand in between.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::str::FromStr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::HeaderMap;
use serde::Deserialize;

const FORWARDED_FOR: &str = "x-forwarded-for";
/// Headers by which a proxy tells that it speaks for somebody else.
const PROXY_HEADERS: [&str; 4] = [FORWARDED_FOR, "forwarded", "x-real-ip", "via"];

/// A block of addresses: `10.0.0.0/8`, `2001:db8::/32`, or one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Net {
    address: IpAddr,
    prefix: u8,
}

/// The text is not a block of addresses.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{0}` is not an IP address or a block such as 10.0.0.0/8")]
pub struct NotANet(String);

impl Net {
    /// Is this address in the block? A version 4 address written as version 6 (`::ffff:a.b.c.d`) counts as version 4.
    pub fn contains(&self, address: IpAddr) -> bool {
        let shift = u32::from(self.prefix);
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(net), IpAddr::V4(one)) => {
                let mask = u32::MAX.checked_shl(32_u32.saturating_sub(shift)).unwrap_or(0);
                net.to_bits() & mask == one.to_bits() & mask
            }
            (IpAddr::V6(net), IpAddr::V6(one)) => {
                let mask = u128::MAX.checked_shl(128_u32.saturating_sub(shift)).unwrap_or(0);
                net.to_bits() & mask == one.to_bits() & mask
            }
            _ => false,
        }
    }
}

impl FromStr for Net {
    type Err = NotANet;

    fn from_str(text: &str) -> Result<Self, NotANet> {
        let wrong = || NotANet(text.to_owned());
        let (address, prefix) = match text.trim().split_once('/') {
            Some((address, prefix)) => (address, Some(prefix)),
            None => (text.trim(), None),
        };
        let address: IpAddr = address.parse().map_err(|_| wrong())?;
        let longest = if address.is_ipv4() { 32 } else { 128 };
        let prefix = match prefix {
            Some(digits) => digits.parse().ok().filter(|&prefix| prefix <= longest).ok_or_else(wrong)?,
            None => longest,
        };
        Ok(Self { address, prefix })
    }
}

impl TryFrom<String> for Net {
    type Error = NotANet;

    fn try_from(text: String) -> Result<Self, NotANet> {
        text.parse()
    }
}

impl fmt::Display for Net {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.address, self.prefix)
    }
}

/// The proxies whose word on the client's address is taken. Empty: nobody's.
#[derive(Clone, Debug, Default)]
pub struct TrustedProxies(Arc<[Net]>);

impl From<Vec<Net>> for TrustedProxies {
    fn from(nets: Vec<Net>) -> Self {
        Self(nets.into())
    }
}

impl TrustedProxies {
    /// Is this the address of one of our own proxies?
    pub fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|net| net.contains(address))
    }

    /// The client's address: the peer's own, unless the peer is a trusted proxy. Then `X-Forwarded-For` is read
    /// from its right end, where each proxy writes the address it saw, up to the first address that is not ours.
    /// What stands further left was written by the client and is never believed; an entry that is not an address
    /// ends the reading.
    pub fn client(&self, peer: IpAddr, headers: &HeaderMap) -> ClientAddress {
        let mut client = peer.to_canonical();
        if self.trusts(client) {
            let lines: Vec<&str> =
                headers.get_all(FORWARDED_FOR).iter().rev().map_while(|line| line.to_str().ok()).collect();
            for entry in lines.iter().flat_map(|line| line.rsplit(',')) {
                let Some(address) = hop(entry) else { break };
                client = address;
                if !self.trusts(client) {
                    break;
                }
            }
        }
        ClientAddress(client)
    }
}

/// One entry of `X-Forwarded-For`: an address, with or without a port.
fn hop(entry: &str) -> Option<IpAddr> {
    let entry = entry.trim();
    let bare = entry.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(entry);
    bare.parse()
        .ok()
        .or_else(|| entry.parse().ok().map(|address: SocketAddr| address.ip()))
        .map(|address: IpAddr| address.to_canonical())
}

/// Who is asking. Every request that passed the edge carries it as an extension.
/// A request without a connection (a test's) has the unspecified address, which is nobody's and never trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ClientAddress(pub IpAddr);

impl ClientAddress {
    /// The address under which limits are counted: a version 6 client owns a whole /64, so that is what counts.
    pub fn counted(self) -> IpAddr {
        match self.0 {
            IpAddr::V4(_) => self.0,
            IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64))),
        }
    }
}

/// The request comes from a program on this machine, and from nobody beyond it.
///
/// A proxy on this machine also connects from the loopback address, trusted or not, so a request that shows any
/// sign of a proxy is not local. (A proxy that adds no header at all cannot be told apart.)
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FromThisMachine(pub bool);

/// Middleware: works out [`ClientAddress`] and [`FromThisMachine`] once, for everything further in.
pub async fn recognise(State(proxies): State<TrustedProxies>, mut request: Request, next: Next) -> Response {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |ConnectInfo(peer)| peer.ip());
    let client = proxies.client(peer, request.headers());
    let passed_on = PROXY_HEADERS.iter().any(|name| request.headers().contains_key(*name));
    let local = client.0.is_loopback() && !passed_on;
    request.extensions_mut().insert(client);
    request.extensions_mut().insert(FromThisMachine(local));
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    fn net(text: &str) -> Net {
        text.parse().expect("a block")
    }

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    fn client(trusted: &[&str], peer: &str, forwarded: &[&'static str]) -> String {
        let proxies = TrustedProxies::from(trusted.iter().map(|one| net(one)).collect::<Vec<_>>());
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append(FORWARDED_FOR, HeaderValue::from_static(line));
        }
        proxies.client(ip(peer), &headers).0.to_string()
    }

    #[test]
    fn blocks_contain_their_addresses_and_no_others() {
        assert!(net("10.0.0.0/8").contains(ip("10.255.1.2")));
        assert!(!net("10.0.0.0/8").contains(ip("11.0.0.0")));
        assert!(net("0.0.0.0/0").contains(ip("198.51.100.1")));
        assert!(!net("0.0.0.0/0").contains(ip("2001:db8::1")));
        assert!(net("192.0.2.7").contains(ip("::ffff:192.0.2.7")));
        assert!(!net("192.0.2.7").contains(ip("192.0.2.8")));
        assert!(net("2001:db8::/32").contains(ip("2001:db8:1::9")));
        assert!(net("::/0").contains(ip("2001:db8::1")));
        for wrong in ["", "10.0.0.0/33", "::/129", "10.0.0/8", "10.0.0.0/", "10.0.0.0/-1", "host"] {
            assert!(wrong.parse::<Net>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn nobody_is_believed_unless_configured() {
        assert_eq!(client(&[], "192.0.2.7", &["198.51.100.1"]), "192.0.2.7");
        assert_eq!(client(&["10.0.0.0/8"], "192.0.2.7", &["198.51.100.1"]), "192.0.2.7");
    }

    #[test]
    fn only_what_our_own_proxies_wrote_is_believed() {
        let ours = &["10.0.0.0/8", "127.0.0.1"];
        assert_eq!(client(ours, "10.0.0.1", &["203.0.113.9, 198.51.100.1"]), "198.51.100.1");
        assert_eq!(client(ours, "127.0.0.1", &["203.0.113.9", "198.51.100.1, 10.0.0.2"]), "198.51.100.1");
        assert_eq!(client(ours, "10.0.0.1", &["198.51.100.1:4711"]), "198.51.100.1");
        assert_eq!(client(ours, "10.0.0.1", &["[2001:db8::1]:4711"]), "2001:db8::1");
        assert_eq!(client(ours, "10.0.0.1", &["::ffff:198.51.100.1"]), "198.51.100.1");
        assert_eq!(client(ours, "10.0.0.1", &["198.51.100.1, unknown"]), "10.0.0.1");
        assert_eq!(client(ours, "10.0.0.1", &["10.0.0.3, 10.0.0.2"]), "10.0.0.3");
        assert_eq!(client(ours, "10.0.0.1", &[]), "10.0.0.1");
    }

    #[test]
    fn a_whole_64_block_counts_as_one_client() {
        let one = ClientAddress(ip("2001:db8:0:1::1")).counted();
        assert_eq!(one, ClientAddress(ip("2001:db8:0:1:ffff::2")).counted());
        assert_ne!(one, ClientAddress(ip("2001:db8:0:2::1")).counted());
    }
}

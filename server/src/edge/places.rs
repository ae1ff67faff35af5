//! Places for connections: how many there are in all, and how many one client address may hold.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use super::client::{ClientAddress, TrustedProxies};

/// Which cap a connection met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Full {
    InAll,
    OfOneAddress,
}

impl Full {
    /// As a label of the figures.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::InAll => "in_all",
            Self::OfOneAddress => "of_one_address",
        }
    }
}

/// Counts who holds how many connections.
#[derive(Debug)]
pub(super) struct Places {
    in_all: usize,
    of_one_address: usize,
    proxies: TrustedProxies,
    taken: Mutex<Taken>,
}

#[derive(Debug, Default)]
struct Taken {
    in_all: usize,
    by_address: HashMap<IpAddr, usize>,
}

impl Places {
    pub(super) fn new(in_all: usize, of_one_address: usize, proxies: TrustedProxies) -> Self {
        Self { in_all, of_one_address, proxies, taken: Mutex::default() }
    }

    /// A place for this peer. A version 6 client counts by its /64; a trusted proxy counts in all only.
    pub(super) fn take(self: &Arc<Self>, peer: IpAddr) -> Result<Place, Full> {
        let peer = peer.to_canonical();
        let address = (!self.proxies.trusts(peer)).then(|| ClientAddress(peer).counted());
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if taken.in_all >= self.in_all {
            return Err(Full::InAll);
        }
        if let Some(address) = address {
            let held = taken.by_address.entry(address).or_insert(0);
            if *held >= self.of_one_address {
                return Err(Full::OfOneAddress);
            }
            *held += 1;
        }
        taken.in_all += 1;
        Ok(Place { places: Arc::clone(self), address })
    }
}

/// One connection's place, given back when dropped.
#[derive(Debug)]
pub(super) struct Place {
    places: Arc<Places>,
    address: Option<IpAddr>,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.places.taken.lock().unwrap_or_else(PoisonError::into_inner);
        taken.in_all = taken.in_all.saturating_sub(1);
        if let Some(address) = self.address
            && let Some(held) = taken.by_address.get_mut(&address)
        {
            *held = held.saturating_sub(1);
            if *held == 0 {
                taken.by_address.remove(&address);
            }
        }
    }
}

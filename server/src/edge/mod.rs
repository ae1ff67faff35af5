//! The edge: everything between the network and the pages.
//!
//! A request passes, from the outside in: the accept loop ([`accept`]: waits and connection caps), the figures
//! ([`metrics`]), the answer's headers ([`headers`], [`nonce`]), the edge's own words as pages ([`plain`]), who is asking ([`client`]), then, unless it asks for the
//! server's health ([`health`]), the flood guard ([`flood`]), the origin check ([`origin`]) and the limits of one
//! request ([`limits`]); behind them stand the routes ([`compress`]) and, for every other address, the site's files
//! ([`static_files`]) and the page-not-found.

pub mod accept;
pub mod client;
pub mod compress;
pub mod flood;
pub mod headers;
pub mod health;
mod io;
pub mod limits;
pub mod metrics;
pub mod nonce;
pub mod origin;
mod places;
mod plain;
pub mod static_files;
mod words;

use std::collections::HashMap;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use tower::ServiceBuilder;

use crate::config::Config;
use accept::ConnectionLimits;
use client::TrustedProxies;
use flood::{FloodGuard, FloodLimits};
use headers::HeaderPolicy;
use limits::{Holder, RequestLimits, Upload};
use origin::OriginPolicy;

pub use io::Waits;

/// Everything the edge was told.
#[derive(Clone, Debug)]
pub struct Edge {
    pub headers: HeaderPolicy,
    pub origin: OriginPolicy,
    pub requests: RequestLimits,
    /// Limits of the routes that take files, by the router's template.
    pub uploads: HashMap<String, Upload>,
    pub flood: FloodLimits,
    pub proxies: TrustedProxies,
}

impl Edge {
    /// The edge of this configuration. `session_cookies` are the cookie names (without `__Host-`) that mean somebody is
    /// signed in: answers to such requests are never stored.
    pub fn new(config: &Config, session_cookies: impl IntoIterator<Item = String>) -> Self {
        Self {
            headers: HeaderPolicy { secure: config.secure(), session_cookies: session_cookies.into_iter().collect() },
            origin: OriginPolicy {
                public_url: config.public_url.as_ref().map(|url| url.uri().clone()),
                secure: config.secure(),
            },
            requests: RequestLimits { body_max: config.body_max, ..RequestLimits::default() },
            uploads: HashMap::new(),
            flood: config.flood(),
            proxies: config.trusted_proxies.clone().into(),
        }
    }

    /// Gives a route that takes files, and its English twin below `/en`, limits of its own.
    /// `route` is the router's template: `/apply/{reference}/documents/{kind}`.
    #[must_use]
    pub fn allow_upload(mut self, route: &str, upload: Upload) -> Self {
        self.uploads.insert(route.to_owned(), upload);
        self.uploads.insert(format!("/en{route}"), upload);
        self
    }

    /// Puts the edge round the pages, and the health addresses beside them. The outermost layer of the application:
    /// what is added to the router afterwards is unprotected.
    pub fn guard(&self, pages: Router, health: Router) -> Router {
        let inner = ServiceBuilder::new()
            .layer(from_fn_with_state(FloodGuard::new(self.flood), flood::refuse_floods))
            .layer(from_fn_with_state(self.origin.clone(), origin::refuse_foreign))
            .layer(from_fn_with_state(Holder::new(self.requests, self.uploads.clone()), limits::hold));
        let outer = ServiceBuilder::new()
            .layer(from_fn(metrics::count))
            .layer(from_fn_with_state(self.headers.clone(), headers::set))
            .layer(from_fn(plain::dress))
            .layer(from_fn_with_state(self.proxies.clone(), client::recognise));
        pages.layer(inner).merge(health).layer(outer)
    }
}

/// The limits of connections in this configuration, for [`accept::serve`].
pub fn connection_limits(config: &Config) -> ConnectionLimits {
    ConnectionLimits {
        in_all: config.connections_max,
        of_one_address: config.connections_per_address,
        proxies: config.trusted_proxies.clone().into(),
        ..ConnectionLimits::default()
    }
}

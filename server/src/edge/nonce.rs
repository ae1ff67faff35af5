//! One Content-Security-Policy nonce for each request, the same in the header and in the page.
//!
//! `leptos_axum` makes a nonce of its own at the start of every rendering, too deep inside to reach the header.
//! So it goes the other way round: the edge makes the nonce and puts it on the request as an extension
//! ([`CspNonce`]), sends it in the header, and [`provide_nonce`], called in the `additional_context` of every
//! rendering, replaces Leptos' nonce by it. `additional_context` runs after `leptos_axum` provided its own and
//! before the shell, so `use_nonce()`, `HydrationScripts`, `leptos_meta` and the streamed `<script>`s all agree with
//! the header. Forgetting the call fails safe: the page's scripts do not run.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::request::Parts;
use leptos::nonce::Nonce;
use leptos::prelude::{provide_context, use_context};

/// 128 random bits in base64, allowed to run scripts and styles on this one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CspNonce(Arc<str>);

impl CspNonce {
    pub(super) fn random() -> Self {
        let bytes: [u8; 16] = rand::random();
        Self(URL_SAFE_NO_PAD.encode(bytes).into())
    }

    /// The text that stands in the header and in `nonce="…"`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Gives the request's nonce to Leptos. Call it in every `additional_context`
/// (`leptos_routes_with_context`, `render_app_to_stream_with_context`, …); the shell itself needs nothing.
/// Without a request, as while the routes are listed, it does nothing.
pub fn provide_nonce() {
    let nonce = use_context::<Parts>().and_then(|parts| parts.extensions.get::<CspNonce>().cloned());
    if let Some(CspNonce(nonce)) = nonce {
        provide_context(Nonce::from_value(nonce));
    }
}

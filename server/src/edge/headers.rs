//! Security headers on every answer, and who may keep a copy of it.
//!
//! The middleware stands outside everything else, so pages, files, redirects, refusals and answers to unknown
//! addresses all carry the same headers. A handler may set its own `Content-Security-Policy` (a download wants a
//! stricter one, a cached anonymous page one with hashes); every other header here is set over the handler's.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, REFERRER_POLICY, SET_COOKIE,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::nonce::CspNonce;
use super::static_files::PublicFile;

/// What every answer carries, whatever it is.
pub(super) const ALWAYS: [(HeaderName, &str); 5] = [
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // `same-origin` rather than `no-referrer`: under the latter browsers send `Origin: null` with our own forms.
    (REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), \
    geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

/// A year, for this host only: the association's other sites are not ours to bind.
const HSTS: &str = "max-age=31536000";

const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

/// The parts of the site that are about somebody, below `/` and below `/en`.
const PERSONAL: [&str; 5] = ["contact", "office", "committee", "my", "api"];

/// What the headers depend on.
#[derive(Clone, Debug)]
pub struct HeaderPolicy {
    /// Visitors reach the site by HTTPS: tell their browsers to insist on it.
    pub secure: bool,
    /// Names of the cookies that mean "signed in", without the `__Host-` prefix.
    pub session_cookies: Arc<[String]>,
}

impl HeaderPolicy {
    /// Does the request carry one of the session cookies, with or without its `__Host-` prefix?
    fn signed_in(&self, headers: &HeaderMap) -> bool {
        headers
            .get_all(COOKIE)
            .iter()
            .flat_map(|line| line.as_bytes().split(|&byte| byte == b';'))
            .filter_map(|pair| pair.split(|&byte| byte == b'=').next())
            .map(<[u8]>::trim_ascii)
            .map(|name| name.strip_prefix(b"__Host-").unwrap_or(name))
            .any(|name| self.session_cookies.iter().any(|session| session.as_bytes() == name))
    }

    fn apply(&self, response: &mut Response, nonce: &CspNonce, personal: bool) {
        let public_file = response.extensions().get::<PublicFile>().is_some();
        let headers = response.headers_mut();
        for (name, value) in ALWAYS {
            headers.insert(name, HeaderValue::from_static(value));
        }
        if self.secure {
            headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(HSTS));
        }
        if !headers.contains_key(CONTENT_SECURITY_POLICY) {
            headers.insert(CONTENT_SECURITY_POLICY, content_security_policy(is_page(headers).then_some(nonce)));
        }
        if !public_file && (personal || headers.contains_key(SET_COOKIE)) {
            headers.insert(CACHE_CONTROL, NO_STORE);
        }
    }
}

/// Middleware: makes the request's nonce and sets the headers on whatever the answer is.
pub async fn set(State(policy): State<HeaderPolicy>, mut request: Request, next: Next) -> Response {
    let nonce = CspNonce::random();
    let personal = is_personal(request.uri().path()) || policy.signed_in(request.headers());
    request.extensions_mut().insert(nonce.clone());
    let mut response = next.run(request).await;
    policy.apply(&mut response, &nonce, personal);
    response
}

/// The policy of one answer; only a page is given a nonce.
///
/// There is no `unsafe-inline`, so a `style="…"` attribute in markup is refused; classes and the DOM's `style`
/// property are not. `wasm-unsafe-eval` is what WebAssembly needs, and allows no JavaScript from text.
pub(super) fn content_security_policy(nonce: Option<&CspNonce>) -> HeaderValue {
    let nonce = nonce.map(|nonce| format!(" 'nonce-{}'", nonce.as_str())).unwrap_or_default();
    let policy = format!(
        "default-src 'self'; script-src 'self'{nonce} 'wasm-unsafe-eval'; style-src 'self'{nonce}; \
         img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
    );
    // The text is made of fixed words and base64; should it ever not be a header value, nothing is allowed.
    HeaderValue::try_from(policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}

fn is_page(headers: &HeaderMap) -> bool {
    headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.as_bytes().get(..9))
        .is_some_and(|kind| kind.eq_ignore_ascii_case(b"text/html"))
}

fn is_personal(path: &str) -> bool {
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let first = match parts.next() {
        Some("en") => parts.next(),
        first => first,
    };
    first.is_some_and(|part| PERSONAL.iter().any(|personal| part.eq_ignore_ascii_case(personal)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn personal_parts_are_known_in_both_languages() {
        for path in [
            "/office",
            "/en/office",
            "/office/requests/7",
            "/my",
            "/en/my/",
            "/contact",
            "/api/x",
            "//committee",
            "/Office",
        ] {
            assert!(is_personal(path), "{path}");
        }
        for path in ["/", "/en", "/officer", "/track/office", "/en/apply", "/mys"] {
            assert!(!is_personal(path), "{path}");
        }
    }

    #[test]
    fn a_session_cookie_is_found_among_others() {
        let policy = HeaderPolicy { secure: false, session_cookies: Arc::from(["wisal".to_owned()]) };
        let signed_in = |line: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(COOKIE, HeaderValue::from_static(line));
            policy.signed_in(&headers)
        };
        assert!(signed_in("wisal=1"));
        assert!(signed_in("theme=dark; __Host-wisal=1"));
        assert!(!signed_in("theme=wisal; wisal2=1"));
        assert!(!signed_in("wisal_theme=dark"));
    }
}

//! Refuses writes that another site makes a visitor's browser send (cross-site request forgery).
//!
//! Every request except GET and HEAD must come from this site's own pages:
//! 1. `Sec-Fetch-Site`, which a page cannot forge, decides where it is present: `same-origin`, or `none` (typed or
//!    reloaded by the visitor). `same-site` is another site: a neighbour below the same domain is not trusted.
//! 2. Else `Origin` must name the host that was asked (`Host`, or `public_url`'s where a proxy rewrites `Host`).
//! 3. Else `Referer` must: browsers of before 2020 that leave `Origin` out of form posts do send it.
//! 4. With none of the three the request is refused. Every browser in use sends `Origin` with a POST, old phones
//!    included; a program must send it too.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::header::{HOST, ORIGIN, REFERER};
use http::uri::{Authority, Uri};
use http::{HeaderMap, Method, StatusCode};

use super::words;

const SEC_FETCH_SITE: &str = "sec-fetch-site";

/// What counts as this site.
#[derive(Clone, Debug, Default)]
pub struct OriginPolicy {
    /// The address visitors use, where it is configured: accepted beside the `Host` that arrives here.
    pub public_url: Option<Uri>,
    /// Visitors use HTTPS: a page fetched without it is not ours.
    pub secure: bool,
}

impl OriginPolicy {
    /// Does this request come from our own pages, as far as its method makes that matter?
    pub fn accepts(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> bool {
        if matches!(*method, Method::GET | Method::HEAD) {
            return true;
        }
        if headers.contains_key(SEC_FETCH_SITE) {
            return headers
                .get_all(SEC_FETCH_SITE)
                .iter()
                .all(|site| matches!(site.as_bytes(), b"same-origin" | b"none"));
        }
        let source = if headers.contains_key(ORIGIN) { ORIGIN } else { REFERER };
        let mut sources = headers.get_all(source).iter();
        let (Some(source), None) = (sources.next(), sources.next()) else {
            return false;
        };
        source
            .to_str()
            .ok()
            .and_then(|source| source.parse().ok())
            .is_some_and(|source| self.is_ours(&source, uri, headers))
    }

    fn is_ours(&self, source: &Uri, uri: &Uri, headers: &HeaderMap) -> bool {
        let Some(scheme @ ("http" | "https")) = source.scheme_str() else {
            return false;
        };
        if self.secure && scheme != "https" {
            return false;
        }
        let Some(source) = source.authority().and_then(|authority| place(authority, scheme)) else {
            return false;
        };
        let asked = uri.authority().cloned().or_else(|| headers.get(HOST)?.to_str().ok()?.parse().ok());
        let public = self.public_url.as_ref().filter(|url| url.scheme_str() == Some(scheme)).and_then(Uri::authority);
        asked.iter().chain(public).any(|ours| place(ours, scheme).as_ref() == Some(&source))
    }
}

/// Host and port, the scheme's own port filled in. No name and password before the host.
fn place(authority: &Authority, scheme: &str) -> Option<(String, u16)> {
    if authority.as_str().contains('@') {
        return None;
    }
    let usual = if scheme == "https" { 443 } else { 80 };
    Some((authority.host().to_ascii_lowercase(), authority.port_u16().unwrap_or(usual)))
}

/// Middleware: answers 403 to a write from elsewhere, before anything reads its body.
pub async fn refuse_foreign(State(policy): State<OriginPolicy>, request: Request, next: Next) -> Response {
    if policy.accepts(request.method(), request.uri(), request.headers()) {
        return next.run(request).await;
    }
    tracing::info!(method = %request.method(), "refused a write from another origin");
    words::FOREIGN.answer(StatusCode::FORBIDDEN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderName;

    fn post(policy: &OriginPolicy, lines: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(HeaderName::from_static(name), http::HeaderValue::from_static(value));
        }
        policy.accepts(&Method::POST, &Uri::from_static("/apply"), &headers)
    }

    #[test]
    fn the_browser_s_own_word_decides() {
        let any = OriginPolicy::default();
        assert!(post(&any, &[("sec-fetch-site", "same-origin")]));
        assert!(post(&any, &[("sec-fetch-site", "none")]));
        for foreign in ["cross-site", "same-site", "", "Same-Origin", "same-origin, none"] {
            assert!(!post(&any, &[("sec-fetch-site", foreign)]), "{foreign}");
        }
        assert!(!post(&any, &[("sec-fetch-site", "same-origin"), ("sec-fetch-site", "cross-site")]));
        assert!(!post(
            &any,
            &[("sec-fetch-site", "cross-site"), ("host", "a.example"), ("origin", "http://a.example")]
        ));
    }

    #[test]
    fn else_the_origin_must_be_the_host_asked() {
        let any = OriginPolicy::default();
        let from = |origin, host| post(&any, &[("host", host), ("origin", origin)]);
        assert!(from("http://a.example", "a.example"));
        assert!(from("https://A.example", "a.example:443"));
        assert!(from("http://127.0.0.1:3000", "127.0.0.1:3000"));
        assert!(from("http://[::1]:3000", "[::1]:3000"));
        assert!(!from("http://b.example", "a.example"));
        assert!(!from("http://a.example:8080", "a.example"));
        assert!(!from("http://a.example.b.example", "a.example"));
        assert!(!from("http://a.example@b.example", "a.example"));
        assert!(!from("http://b.example@a.example", "a.example"));
        assert!(!from("null", "a.example"));
        assert!(!from("", "a.example"));
        assert!(!from("file://a.example", "a.example"));
        assert!(!post(&any, &[("host", "a.example"), ("origin", "http://a.example"), ("origin", "http://b.example")]));
    }

    #[test]
    fn the_public_address_counts_behind_a_proxy_and_plain_http_does_not() {
        let policy = OriginPolicy { public_url: Some(Uri::from_static("https://wisal.example")), secure: true };
        assert!(post(&policy, &[("host", "127.0.0.1:3000"), ("origin", "https://wisal.example")]));
        assert!(!post(&policy, &[("host", "wisal.example"), ("origin", "http://wisal.example")]));
    }

    #[test]
    fn an_old_browser_s_referer_helps_and_silence_does_not() {
        let any = OriginPolicy::default();
        assert!(post(&any, &[("host", "a.example"), ("referer", "http://a.example/apply?step=2")]));
        assert!(!post(&any, &[("host", "a.example"), ("referer", "http://b.example/http://a.example/")]));
        assert!(!post(&any, &[("host", "a.example"), ("origin", "null"), ("referer", "http://a.example/")]));
        assert!(!post(&any, &[("host", "a.example")]));
        assert!(!post(&any, &[("origin", "http://a.example")]));
    }

    #[test]
    fn reading_is_open_and_every_other_method_is_not() {
        let any = OriginPolicy::default();
        for (method, open) in [
            (Method::GET, true),
            (Method::HEAD, true),
            (Method::PUT, false),
            (Method::DELETE, false),
            (Method::OPTIONS, false),
        ] {
            assert_eq!(any.accepts(&method, &Uri::from_static("/"), &HeaderMap::new()), open, "{method}");
        }
    }
}

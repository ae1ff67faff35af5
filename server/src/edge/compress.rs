//! Pages of visitors go out compressed.
//!
//! Those of anybody with a cookie do not: the length of a compressed page that repeats what its address says tells
//! what else is in it (BREACH), and theirs hold what is theirs alone.

use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use http::header::{ACCEPT_ENCODING, COOKIE};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

/// Meant for answers that are made on the spot.
const LEVEL: CompressionLevel = CompressionLevel::Precise(4);

/// These routes, compressed for whom it tells nothing to.
pub fn pages(routes: Router) -> Router {
    routes.layer(CompressionLayer::new().br(true).gzip(true).quality(LEVEL)).layer(from_fn(visitors))
}

async fn visitors(mut request: Request, next: Next) -> Response {
    if request.headers().contains_key(COOKIE) {
        request.headers_mut().remove(ACCEPT_ENCODING);
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::response::Html;
    use axum::routing::get;
    use http::StatusCode;
    use http::header::{CONTENT_ENCODING, VARY};
    use tower::ServiceExt as _;

    use super::*;

    async fn page(headers: &[(http::HeaderName, &str)]) -> (Option<String>, usize) {
        let routes = pages(Router::new().route("/", get(|| async { Html("الجمعية ".repeat(1_000)) })));
        let request = headers.iter().fold(Request::get("/"), |request, (name, value)| request.header(name, *value));
        let answer = routes.oneshot(request.body(Body::empty()).expect("a request")).await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::OK);
        let encoding = answer.headers().get(CONTENT_ENCODING).map(|value| value.to_str().expect("text").to_owned());
        assert!(answer.headers().contains_key(VARY));
        (encoding, to_bytes(answer.into_body(), 1 << 20).await.expect("a body").len())
    }

    #[tokio::test]
    async fn a_visitor_gets_less_and_who_is_signed_in_gets_it_plain() {
        let (plain, whole) = page(&[]).await;
        assert_eq!(plain, None);
        for (asked, given) in [("gzip, deflate, br", "br"), ("gzip", "gzip")] {
            let (encoding, length) = page(&[(ACCEPT_ENCODING, asked)]).await;
            assert_eq!(encoding.as_deref(), Some(given));
            assert!(length < whole / 10, "{length} of {whole}");
        }
        assert_eq!(page(&[(ACCEPT_ENCODING, "br"), (COOKIE, "session=x")]).await, (None, whole));
    }
}

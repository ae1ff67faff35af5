//! The edge's own sentences as a page, for who asked with a browser: styled, in both languages, without any detail.
//! It needs no route, no database and no file, so that it can be shown when nothing else works. Programs that ask for
//! anything but a page are answered with the plain text of [`super::words`].

use std::any::Any;
use std::panic::AssertUnwindSafe;

use axum::body::Body;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use futures::FutureExt as _;
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, StatusCode};

use super::nonce::CspNonce;
use super::words::{self, Sentence};

const PAGE: &str = include_str!("plain.html");
const STYLE: &str = include_str!("../../../style/assets/plain.css");

/// The name under which a breakdown is found in the log.
#[derive(Clone, Debug)]
struct LogReference(String);

/// Middleware: turns the edge's sentences into pages, and a handler that panicked into one of them.
pub async fn dress(request: Request, next: Next) -> Response {
    let nonce = request.extensions().get::<CspNonce>().cloned();
    let wants_page = wants_page(request.headers());
    let response = AssertUnwindSafe(next.run(request)).catch_unwind().await.unwrap_or_else(|panic| broke(&*panic));
    match (response.extensions().get::<Sentence>().copied(), nonce) {
        (Some(sentence), Some(nonce)) if wants_page => as_page(response, sentence, &nonce),
        _ => response,
    }
}

fn wants_page(headers: &HeaderMap) -> bool {
    headers.get(ACCEPT).and_then(|accept| accept.to_str().ok()).is_some_and(|accept| accept.contains("text/html"))
}

/// What is told of a panic: nothing but where to find it.
fn broke(panic: &(dyn Any + Send)) -> Response {
    let reference = format!("{:08x}", rand::random::<u32>());
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    tracing::error!(reference, panic = text.unwrap_or("of another kind"), "a handler panicked");
    let mut response = words::BROKE.answer(StatusCode::INTERNAL_SERVER_ERROR);
    response.extensions_mut().insert(LogReference(reference));
    response
}

fn as_page(mut response: Response, sentence: Sentence, nonce: &CspNonce) -> Response {
    let reference = response.extensions().get::<LogReference>().map_or_else(String::new, |LogReference(reference)| {
        format!("<p class=\"reference\">الرقم المرجعي · Reference <bdi dir=\"ltr\">{reference}</bdi></p>")
    });
    let page = PAGE
        .replace("{nonce}", nonce.as_str())
        .replace("{style}", STYLE)
        .replace("{ar}", sentence.arabic())
        .replace("{en}", sentence.english())
        .replace("{reference}", &reference);
    *response.body_mut() = Body::from(page);
    response.headers_mut().remove(CONTENT_LENGTH);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    response
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::middleware::from_fn;
    use axum::routing::get;
    use http_body_util::BodyExt as _;
    use tower::ServiceExt as _;

    use super::*;

    async fn ask(path: &str, accept: &str) -> (StatusCode, String) {
        async fn panics() -> Response {
            panic!("the detail nobody outside may read")
        }
        let busy = || async { words::BUSY.answer_later(StatusCode::SERVICE_UNAVAILABLE, 2) };
        let router = Router::new()
            .route("/busy", get(busy))
            .route("/panics", get(panics))
            .route("/page", get(|| async { "a page" }))
            .layer(from_fn(dress));
        let mut request = Request::get(path).header(ACCEPT, accept).body(Body::empty()).expect("a request");
        request.extensions_mut().insert(CspNonce::random());
        let response = router.oneshot(request).await.expect("an answer");
        let status = response.status();
        let body = response.into_body().collect().await.expect("a body").to_bytes();
        (status, String::from_utf8_lossy(&body).into_owned())
    }

    #[tokio::test]
    async fn a_browser_is_shown_a_page_in_both_languages_and_a_program_text() {
        let (status, page) = ask("/busy", "text/html,*/*").await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">") && page.contains("lang=\"en\""));
        assert!(page.contains(words::BUSY.arabic()) && page.contains(words::BUSY.english()));
        assert!(page.contains("<style nonce=\"") && !page.contains('{'.to_string().repeat(2).as_str()));
        let (_, text) = ask("/busy", "application/json").await;
        assert_eq!(text, words::BUSY.text());
        assert_eq!(ask("/page", "text/html").await.1, "a page");
    }

    #[tokio::test]
    async fn a_panic_is_answered_without_its_detail() {
        let (status, page) = ask("/panics", "text/html").await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(page.contains("class=\"reference\"") && !page.contains("the detail"));
        assert_eq!(ask("/panics", "*/*").await.1, words::BROKE.text());
    }
}

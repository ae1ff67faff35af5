//! What every answer carries, and who may keep it.

use axum::body::Body;
use http::{Request, StatusCode};

use super::site::{Answer, Site, edge, get, post};

fn csp(answer: &Answer) -> &str {
    answer.header("content-security-policy").unwrap_or_default()
}

#[tokio::test]
async fn every_kind_of_answer_carries_the_headers() {
    let site = Site::new(edge());
    let wrong_method = Request::delete("/").header("sec-fetch-site", "same-origin");
    let kinds = [
        (get("/"), StatusCode::OK),
        (get("/office"), StatusCode::OK),
        (get("/nowhere"), StatusCode::NOT_FOUND),
        (get("/broken"), StatusCode::INTERNAL_SERVER_ERROR),
        (get("/away"), StatusCode::SEE_OTHER),
        (wrong_method, StatusCode::METHOD_NOT_ALLOWED),
        (Request::post("/echo"), StatusCode::FORBIDDEN),
        (get(&format!("/{}", "a".repeat(5000))), StatusCode::URI_TOO_LONG),
        (post("/echo").header("content-length", "600000"), StatusCode::PAYLOAD_TOO_LARGE),
        (get("/pkg/wisal.css"), StatusCode::OK),
        (get("/pkg/missing.css"), StatusCode::NOT_FOUND),
        (get("/healthz"), StatusCode::OK),
        (get("/readyz"), StatusCode::SERVICE_UNAVAILABLE),
        (get("/metrics"), StatusCode::FORBIDDEN),
    ];
    for (request, status) in kinds {
        let body = if status == StatusCode::PAYLOAD_TOO_LARGE { vec![b'x'; 600_000] } else { Vec::new() };
        let request = request.body(Body::from(body)).expect("a request");
        let what = format!("{} {}", request.method(), request.uri());
        let answer = site.ask(request).await;
        assert_eq!(answer.status, status, "{what}");
        for name in [
            "content-security-policy",
            "x-content-type-options",
            "referrer-policy",
            "permissions-policy",
            "cross-origin-opener-policy",
            "cross-origin-resource-policy",
        ] {
            assert_eq!(answer.headers.get_all(name).iter().count(), 1, "{name} of {what}");
        }
        assert!(csp(&answer).contains("frame-ancestors 'none'"), "{what}");
        assert!(!csp(&answer).contains("unsafe-inline"), "{what}");
        assert_eq!(answer.header("strict-transport-security"), None, "plain HTTP must not promise HTTPS: {what}");
    }
}

#[tokio::test]
async fn hsts_is_sent_where_visitors_use_https() {
    let mut secure = edge();
    secure.headers.secure = true;
    let answer = Site::new(secure).get("/").await;
    assert_eq!(answer.header("strict-transport-security"), Some("max-age=31536000"));
}

#[tokio::test]
async fn a_page_has_one_fresh_nonce_in_its_header_and_its_scripts() {
    let site = Site::new(edge());
    let in_script = |answer: &Answer| {
        let (_, rest) = answer.body.split_once("<script nonce=\"").expect("a script with a nonce");
        rest.split_once('"').expect("the nonce's end").0.to_owned()
    };
    let mut seen = Vec::new();
    for _ in 0..2 {
        let answer = site.get("/leptos").await;
        let nonce = in_script(&answer);
        assert_eq!(nonce.len(), 22);
        assert_eq!(csp(&answer).matches(&format!("'nonce-{nonce}'")).count(), 2, "script-src and style-src");
        assert!(!seen.contains(&nonce), "a nonce is used once");
        seen.push(nonce);
    }
    let untold = site.get("/leptos-untold").await;
    assert!(!csp(&untold).contains(&in_script(&untold)), "the control: without provide_nonce the two differ");
    assert!(!csp(&site.get("/pkg/wisal.css").await).contains("nonce-"), "only pages have one");
}

#[tokio::test]
async fn a_handler_s_own_stricter_policy_stays() {
    let answer = Site::new(edge()).get("/download").await;
    assert_eq!(csp(&answer), "default-src 'none'; sandbox");
}

#[tokio::test]
async fn nothing_about_a_person_is_stored() {
    let site = Site::new(edge());
    let cache = async |request: http::request::Builder| {
        let answer = site.ask(request.body(Body::empty()).expect("a request")).await;
        answer.header("cache-control").map(str::to_owned)
    };
    for path in ["/office", "/en/office", "/committee", "/my", "/api/anything"] {
        assert_eq!(cache(get(path)).await.as_deref(), Some("no-store"), "{path}");
    }
    let signed_in = |path| get(path).header("cookie", "theme=dark; __Host-session=1");
    assert_eq!(cache(get("/")).await.as_deref(), Some("public, max-age=60"), "a public page decides itself");
    assert_eq!(cache(signed_in("/")).await.as_deref(), Some("no-store"));
    assert_eq!(cache(signed_in("/nowhere")).await.as_deref(), Some("no-store"));
    assert_eq!(cache(get("/sign-in")).await.as_deref(), Some("no-store"), "it sets a cookie");
}

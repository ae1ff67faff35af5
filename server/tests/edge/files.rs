//! The site's files.

use axum::body::Body;
use http::StatusCode;

use super::site::{Site, edge, get};

#[tokio::test]
async fn files_are_kept_by_their_names_also_for_who_is_signed_in() {
    let site = Site::new(edge());
    for (path, kept) in [
        ("/pkg/wisal.AbCdEfGhIjKlMnOpQrStUv.wasm", "public, max-age=31536000, immutable"),
        ("/pkg/wisal.css", "no-cache"),
        ("/fonts/plex.woff2", "public, max-age=2592000"),
    ] {
        let request = get(path).header("cookie", "session=1").body(Body::empty()).expect("a request");
        let answer = site.ask(request).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(answer.header("cache-control"), Some(kept), "{path}");
    }
    let answer = site.get("/pkg/missing.AbCdEfGhIjKlMnOpQrStUv.wasm").await;
    assert_eq!((answer.status, answer.header("cache-control")), (StatusCode::NOT_FOUND, Some("no-store")));
    assert!(answer.body.contains("لا يوجد ملف"));
}

#[tokio::test]
async fn compressed_files_are_sent_as_the_build_made_them() {
    let site = Site::new(edge());
    let asked = |accept: &'static str| get("/pkg/wisal.css").header("accept-encoding", accept).body(Body::empty());
    let brotli = site.ask(asked("gzip, br").expect("a request")).await;
    assert_eq!((brotli.header("content-encoding"), brotli.body.as_str()), (Some("br"), "brotli"));
    assert_eq!(brotli.header("content-type"), Some("text/css"));
    assert_eq!(brotli.header("vary"), Some("accept-encoding"));
    let gzip = site.ask(asked("gzip").expect("a request")).await;
    assert_eq!((gzip.header("content-encoding"), gzip.body.as_str()), (Some("gzip"), "gzip"));
    let plain = site.ask(asked("identity").expect("a request")).await;
    assert_eq!((plain.header("content-encoding"), plain.body.as_str()), (None, "body{}"));
}

#[tokio::test]
async fn no_path_leads_out_of_the_site_folder() {
    let site = Site::new(edge());
    for path in
        ["/pkg/../../secret.txt", "/pkg/%2e%2e/%2e%2e/secret.txt", "/..%2fsecret.txt", "//secret.txt", "/pkg/%00"]
    {
        let answer = site.get(path).await;
        assert!(!answer.body.contains("secret"), "{path}");
        assert!(answer.status.is_client_error(), "{path}: {}", answer.status);
    }
}

//! A tiny site behind the edge, and a client for it.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::ConnectInfo;
use axum::handler::Handler as _;
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use axum::routing::{get as on_get, post as on_post};
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, SET_COOKIE};
use http::{HeaderMap, Request, StatusCode, request};
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use server::config::{Config, Given};
use server::edge::Edge;
use server::edge::health::{self, NotReady, Readiness};
use server::edge::limits::Upload;
use server::edge::metrics::Metrics;
use server::edge::nonce::provide_nonce;
use server::edge::static_files;
use tempfile::TempDir;
use tower::ServiceExt as _;

/// The edge of the default settings; `session` is the cookie of who is signed in.
pub fn edge() -> Edge {
    let given = Given { values: vec![("data", "/nowhere".to_owned())], ..Given::default() };
    let config = Config::from_parts(&given, []).expect("the defaults are settings");
    let upload = Upload { body_max: 4 * 1024 * 1024, time: Duration::from_mins(1) };
    Edge::new(&config, ["session".to_owned()]).allow_upload("/upload/{kind}", upload)
}

pub fn get(path: &str) -> request::Builder {
    Request::get(path)
}

/// A write from one of the site's own pages.
pub fn post(path: &str) -> request::Builder {
    Request::post(path).header("sec-fetch-site", "same-origin")
}

/// What came back, read to its end.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }
}

pub struct Site {
    router: Router,
    _folder: TempDir,
}

impl Site {
    pub fn new(edge: Edge) -> Self {
        Self::made(edge, false)
    }

    pub fn with_public_figures(edge: Edge) -> Self {
        Self::made(edge, true)
    }

    fn made(edge: Edge, figures_public: bool) -> Self {
        let folder = files().expect("a folder of files");
        let not_ready = Readiness::new(|| async { Err(NotReady("database")) });
        let metrics = Metrics::install().expect("the recorder");
        let router = edge.guard(pages(&folder), health::router(not_ready, metrics, figures_public));
        Self { router, _folder: folder }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(get(path).body(Body::empty()).expect("a request")).await
    }

    pub async fn ask(&self, request: Request<Body>) -> Answer {
        self.ask_from("192.0.2.1:4000", request).await
    }

    pub async fn ask_from(&self, peer: &str, mut request: Request<Body>) -> Answer {
        let peer: SocketAddr = peer.parse().expect("an address");
        request.extensions_mut().insert(ConnectInfo(peer));
        let response = self.router.clone().oneshot(request).await.unwrap_or_else(|never| match never {});
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("the whole body");
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&body).into_owned() }
    }
}

fn files() -> std::io::Result<TempDir> {
    let folder = tempfile::tempdir()?;
    let site = folder.path().join("site");
    std::fs::create_dir_all(site.join("pkg"))?;
    std::fs::create_dir_all(site.join("fonts"))?;
    std::fs::write(folder.path().join("secret.txt"), "secret")?;
    std::fs::write(site.join("pkg/wisal.css"), "body{}")?;
    std::fs::write(site.join("pkg/wisal.css.br"), "brotli")?;
    std::fs::write(site.join("pkg/wisal.css.gz"), "gzip")?;
    std::fs::write(site.join("pkg/wisal.AbCdEfGhIjKlMnOpQrStUv.wasm"), "wasm")?;
    std::fs::write(site.join("fonts/plex.woff2"), "font")?;
    Ok(folder)
}

fn pages(folder: &TempDir) -> Router {
    let page = || view! { <script nonce=use_nonce()>"1"</script> };
    // Listing the routes, as the server does at its start, also gives Leptos its executor.
    let _ = leptos_axum::generate_route_list(page);
    Router::new()
        .route("/", on_get(([(CACHE_CONTROL, "public, max-age=60")], Html("<h1>وصال</h1>"))))
        .route("/leptos", on_get(leptos_axum::render_app_async_with_context(provide_nonce, page)))
        .route("/leptos-untold", on_get(leptos_axum::render_app_async_with_context(|| (), page)))
        .route("/office", on_get(([(CACHE_CONTROL, "public")], Html("office"))))
        .route("/broken", on_get(StatusCode::INTERNAL_SERVER_ERROR))
        .route("/away", on_get(async || Redirect::to("/")))
        .route("/items/{id}", on_get("item"))
        .route("/download", on_get(([(CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox")], "file")))
        .route("/sign-in", on_get(([(SET_COOKIE, "session=1")], "welcome")))
        .route("/slow", on_get(slow).post(slow))
        .route("/echo", on_post(async |body: Bytes| body))
        .route("/upload/{kind}", on_post(length))
        .route("/en/upload/{kind}", on_post(length))
        .route("/own-words", on_post(own_words))
        .fallback_service(static_files::serve(&folder.path().join("site"), page_not_found.with_state(())))
}

async fn length(body: Bytes) -> String {
    body.len().to_string()
}

async fn slow() -> &'static str {
    tokio::time::sleep(Duration::from_secs(20)).await;
    "late"
}

async fn own_words(body: Result<Bytes, axum::extract::rejection::BytesRejection>) -> Response {
    match body {
        Ok(_) => "fine".into_response(),
        Err(_) => (StatusCode::UNPROCESSABLE_ENTITY, Html("<p>too large</p>")).into_response(),
    }
}

async fn page_not_found() -> Response {
    (StatusCode::NOT_FOUND, Html("<h1>لا توجد صفحة هنا</h1>")).into_response()
}

//! The whole router: pages, forms, server functions, files, letters; and the edge round them.

use std::{net::IpAddr, path::Path, sync::Arc, time::Duration};

use app::{
    App, AppError, features,
    posts::{self, Renderer},
    request::{CookieStyle, Door, identify},
    upload::LARGEST_UPLOAD,
};
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    middleware::from_fn_with_state,
    response::{IntoResponse, Response},
    routing::{any, get},
};
use http::StatusCode;
use i18n::Locale;
use leptos::prelude::LeptosOptions;
use leptos_axum::{AxumRouteListing, generate_route_list, handle_server_fns_with_context};
use services::House;

use crate::{
    config::Config,
    edge::{
        Edge,
        client::ClientAddress,
        compress,
        health::{self, NotReady, Readiness},
        limits::Upload,
        metrics::Metrics,
        nonce::provide_nonce,
        static_files,
    },
    files, public_files,
};

/// Most bytes the words of an error take.
const LONGEST_ERROR: usize = 16 * 1024;

/// Everything the program answers.
pub fn router(config: &Config, house: Arc<House>, site: &Path, metrics: Metrics) -> Router {
    let door = Door { house: house.clone(), cookies: CookieStyle { secure: config.secure() }, client };
    let renderer = Renderer { options: leptos_options(site), provide: provide_nonce };
    let pages = compress::pages(pages(&renderer).layer(from_fn_with_state(door.clone(), identify)));
    let otherwise = Router::new().fallback(page).with_state(renderer).layer(from_fn_with_state(door, identify));
    let files = static_files::serve(site, otherwise.into_service());
    let cookies = CookieStyle::NAMES.map(str::to_owned);
    let health = health::router(readiness(house), metrics, config.metrics_public);
    let upload = Upload { body_max: LARGEST_UPLOAD, time: Duration::from_mins(5) };
    features::UPLOADS
        .into_iter()
        .fold(Edge::new(config, cookies), |edge, path| edge.allow_upload(path, upload))
        .guard(pages.fallback_service(files), health)
}

/// The pages in both locales, their forms, the server functions and the files of people.
fn pages(renderer: &Renderer) -> Router {
    let paths: Vec<String> = generate_route_list(App).iter().map(shown).collect();
    let mut router = public_files::routes(files::routes(Router::new()), &paths);
    for path in paths {
        router = router.route(&path, get(page)).route(&i18n::localised(Locale::en, &path), get(page));
    }
    features::forms(router).route("/api/{*function}", any(server_function)).with_state(renderer.clone())
}

fn shown(listing: &AxumRouteListing) -> String {
    let path = listing.path();
    if path.is_empty() { "/".to_owned() } else { path.to_owned() }
}

async fn page(State(renderer): State<Renderer>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    posts::page(&renderer, parts, || {}).await
}

/// The answer of a server function. leptos says 500 of every error; each has a status of its own.
async fn server_function(request: Request) -> Response {
    let response = handle_server_fns_with_context(provide_nonce, request).await.into_response();
    if response.status() != StatusCode::INTERNAL_SERVER_ERROR {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let body = to_bytes(body, LONGEST_ERROR).await.unwrap_or_default();
    let error = serde_json::from_slice::<AppError>(&body).ok();
    parts.status = error.and_then(|error| StatusCode::from_u16(error.status()).ok()).unwrap_or(parts.status);
    Response::from_parts(parts, Body::from(body))
}

fn client(extensions: &http::Extensions) -> Option<IpAddr> {
    extensions.get::<ClientAddress>().map(|address| address.0)
}

fn readiness(house: Arc<House>) -> Readiness {
    Readiness::new(move || {
        let house = house.clone();
        async move { if house.is_ready().await { Ok(()) } else { Err(NotReady("database")) } }
    })
}

/// What the document's shell needs to know of the built site.
fn leptos_options(site: &Path) -> LeptosOptions {
    LeptosOptions::builder().output_name("wisal").site_root(site.display().to_string()).site_pkg_dir("pkg").build()
}

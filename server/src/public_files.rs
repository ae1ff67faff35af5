//! What browsers and search engines ask for by themselves: the manifest of the application, the map of the site, and
//! where robots have no business.

use app::{
    AppError,
    posts::{PostRouter, Renderer},
};
use axum::{
    Router,
    extract::Request,
    response::{IntoResponse as _, Response},
    routing::get,
};
use http::{StatusCode, header};
use i18n::{Locale, direction, language_tag, localised, pick, td_string};
use serde_json::json;
use services::{Ctx, knowledge, programmes, volunteers};

/// Pages for everybody, in the order people need them; those the program does not have are left out of the map.
const FOR_EVERYBODY: [&str; 13] = [
    "/",
    "/programmes",
    "/check",
    "/track",
    "/help",
    "/channels",
    "/contact",
    "/true-or-false",
    "/proposals",
    "/you-said",
    "/volunteer",
    "/privacy",
    "/accessibility",
];

/// The parts that are about somebody, or for staff.
const NOT_FOR_ROBOTS: [&str; 9] =
    ["/my", "/apply", "/rate", "/sign-in", "/office", "/committee", "/demo", "/gallery", "/api"];

/// The addresses of these files. `pages` are the paths of the pages there are.
pub fn routes(router: PostRouter, pages: &[String]) -> PostRouter {
    let here: Vec<&'static str> =
        FOR_EVERYBODY.into_iter().filter(|path| pages.iter().any(|page| page == path)).collect();
    let files: Router<Renderer> = Router::new()
        .route("/robots.txt", get(robots))
        .route("/sitemap.xml", get(move |request| sitemap(here.clone(), request)))
        .route("/manifest.webmanifest", get(manifest))
        .route("/en/manifest.webmanifest", get(manifest));
    router.merge(files)
}

fn ctx(request: &Request) -> Result<Ctx, AppError> {
    request.extensions().get::<Ctx>().cloned().ok_or(AppError::NotFound)
}

/// A file that may be kept for an hour, or why there is none.
fn answer(mime: &'static str, text: Result<String, AppError>) -> Response {
    match text {
        Ok(text) => {
            ([(header::CONTENT_TYPE, mime), (header::CACHE_CONTROL, "public, max-age=3600")], text).into_response()
        }
        Err(error) => StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response(),
    }
}

async fn robots(request: Request) -> Response {
    let text = ctx(&request).map(|ctx| {
        let parts = NOT_FOR_ROBOTS.map(|part| format!("Disallow: {part}\nDisallow: /en{part}\n")).concat();
        format!("User-agent: *\n{parts}\nSitemap: {}/sitemap.xml\n", ctx.house().public_url)
    });
    answer("text/plain; charset=utf-8", text)
}

async fn sitemap(pages: Vec<&'static str>, request: Request) -> Response {
    answer("application/xml; charset=utf-8", map(pages, ctx(&request)).await)
}

async fn map(pages: Vec<&'static str>, ctx: Result<Ctx, AppError>) -> Result<String, AppError> {
    let ctx = ctx?;
    let catalogue = programmes::catalogue(&ctx).await?;
    let programmes = catalogue.open.into_iter().chain(catalogue.closed);
    let programmes = programmes.map(|programme| format!("/programmes/{}", programme.slug));
    let shelf = knowledge::shelf(&ctx).await?;
    let questions = shelf.questions.into_iter().map(|entry| entry.slug);
    let articles = questions.chain(shelf.guides.into_iter().chain(shelf.bylaws).map(|card| card.slug));
    let articles = articles.map(|slug| format!("/help/{slug}"));
    let opportunities = volunteers::opportunities(&ctx).await?.into_iter();
    let opportunities = opportunities.map(|card| format!("/volunteer/{}", card.opportunity.slug));
    let paths = pages.into_iter().map(str::to_owned).chain(programmes).chain(articles).chain(opportunities);
    let site = &ctx.house().public_url;
    let places: String = paths.map(|path| place(site, &path)).collect();
    Ok(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{places}</urlset>\n"
    ))
}

/// One page in both languages, each naming the other.
fn place(site: &str, path: &str) -> String {
    let languages = [Locale::ar, Locale::en];
    let at = |locale| format!("{site}{}", localised(locale, path));
    let others = languages.map(|locale| {
        format!("<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>", language_tag(locale), at(locale))
    });
    languages.map(|locale| format!("<url><loc>{}</loc>{}</url>\n", at(locale), others.concat())).concat()
}

async fn manifest(request: Request) -> Response {
    let text = ctx(&request).map(|ctx| {
        let locale = ctx.locale();
        let product = td_string!(locale, ui.product);
        json!({
            "id": "/",
            "name": format!("{product} – {}", pick(&ctx.house().association.name, locale)),
            "short_name": product,
            "description": td_string!(locale, ui.description),
            "lang": language_tag(locale),
            "dir": direction(locale),
            "start_url": localised(locale, "/"),
            "scope": "/",
            "display": "minimal-ui",
            "background_color": "#fbfaf7",
            "theme_color": "#1f7a4f",
            "icons": [
                { "src": "/icon-192.png", "sizes": "192x192", "type": "image/png" },
                { "src": "/icon-512.png", "sizes": "512x512", "type": "image/png" },
                { "src": "/icon-maskable-512.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable" },
            ],
        })
        .to_string()
    });
    answer("application/manifest+json; charset=utf-8", text)
}

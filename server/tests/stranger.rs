//! A stranger tries every address: pages, forms, files and server functions. Nothing of anybody's is given or changed.

mod support;

use std::{collections::BTreeSet, fs, path::Path};

use app::App;
use http::StatusCode;
use leptos::server_fn::axum::server_fn_paths;
use leptos_axum::generate_route_list;
use support::{Outcome, Site, text};
use tower::ServiceExt as _;

/// Areas that are there for everybody: their pages show nothing of anybody's.
const PUBLIC: [&str; 9] = [
    "/programmes",
    "/sign-in",
    "/track",
    "/rate/",
    "/privacy",
    "/accessibility",
    "/office/sign-in",
    "/demo",
    "/gallery",
];

/// Server functions that answer everybody.
const PUBLIC_FUNCTIONS: [&str; 7] = [
    "/api/portal/catalogue",
    "/api/portal/programme",
    "/api/demo/sheet",
    "/api/demo/outbox",
    "/api/demo/open",
    // What a half-finished sign-in of this browser waits for; nothing without its cookie.
    "/api/account/pending",
    "/api/account/enrolment",
];

fn is_public(path: &str) -> bool {
    path == "/" || PUBLIC.iter().any(|area| path.starts_with(area))
}

/// Fills the named parts of an address with things nobody has.
fn filled(path: &str) -> String {
    path.replace("{slug}", "food-basket")
        .replace("{reference}", "234-679-ACD")
        .replace("{kind}", "national_id")
        .replace("{document}", "1")
        .replace("{token}", "0000")
        .replace("{id}", "1")
}

/// Every address a form is posted to, read from the sources, so that a new form cannot be forgotten.
fn posted() -> Outcome<BTreeSet<String>> {
    let mut paths = BTreeSet::new();
    let features = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src/features");
    for area in fs::read_dir(features)? {
        let area = area?.path();
        if !area.is_dir() {
            continue;
        }
        for file in fs::read_dir(area)? {
            let file = file?.path();
            if file.is_dir() {
                continue;
            }
            let source = fs::read_to_string(file)?;
            for line in source.lines().map(str::trim) {
                let Some((name, rest)) = line.split_once(": &") else { continue };
                if name.ends_with("const PATH")
                    && let Some(path) = rest.split('"').nth(1)
                {
                    paths.insert(path.to_owned());
                }
            }
        }
    }
    Ok(paths)
}

fn is_refusal(status: StatusCode, location: Option<&str>) -> bool {
    let to_sign_in = status.is_redirection() && location.is_some_and(|to| to.contains("/sign-in"));
    to_sign_in || matches!(status.as_u16(), 401 | 403 | 404 | 405 | 422)
}

#[tokio::test]
async fn every_page_and_file() -> Outcome {
    let site = Site::open().await?;
    let pages = generate_route_list(App).into_iter().map(|page| page.path().to_owned());
    let files = ["receipt.pdf", "answer.pdf", "documents/{document}"];
    let files = files.map(|file| format!("/my/requests/{{reference}}/{file}"));
    for path in pages.chain(files) {
        let path = if path.is_empty() { "/".to_owned() } else { path };
        for address in [filled(&path), i18n::localised(i18n::Locale::en, &filled(&path))] {
            let answer = site.get(&address).await?;
            let status = answer.status();
            let location = answer.headers().get("location").and_then(|to| to.to_str().ok()).map(str::to_owned);
            if is_public(&path) {
                assert!(status.as_u16() < 500, "{address}: {status}");
            } else {
                assert!(is_refusal(status, location.as_deref()), "{address}: {status} {location:?}");
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn every_form() -> Outcome {
    let site = Site::open().await?;
    let forms = posted()?;
    assert!(forms.len() > 25, "the forms were not found: {forms:?}");
    for path in forms {
        let answer = site.post(&filled(&path), "version=1&once=00112233445566778899aabbccddeeff").await?;
        let status = answer.status();
        let location = answer.headers().get("location").and_then(|to| to.to_str().ok()).map(str::to_owned);
        let open = (is_public(&path) && !path.starts_with("/programmes")) || path == "/sign-out";
        if open {
            assert!(status.as_u16() < 500, "{path}: {status}");
        } else {
            assert!(is_refusal(status, location.as_deref()), "{path}: {status} {location:?}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn every_server_function() -> Outcome {
    let site = Site::open().await?;
    // Listing the routes registers nothing: functions register themselves.
    let functions: Vec<&str> = server_fn_paths().map(|(path, _)| path).collect();
    assert!(functions.len() > 10, "the server functions were not found: {functions:?}");
    for path in functions {
        if PUBLIC_FUNCTIONS.contains(&path) {
            continue;
        }
        let answer = site.post(path, "reference=234-679-ACD&session=1&slug=food-basket&token=0").await?;
        let status = answer.status();
        let body = text(answer).await?;
        assert!(status.is_client_error() || status.is_server_error(), "{path}: {status} {body}");
        let refused = ["not_signed_in", "not_found", "forbidden", "unreachable"].iter().any(|why| body.contains(why));
        assert!(refused, "{path}: {body}");
    }
    Ok(())
}

#[tokio::test]
async fn a_foreign_page_posts_nothing() -> Outcome {
    let site = Site::open().await?;
    let request = http::Request::post("/sign-out")
        .header("host", "localhost")
        .header("origin", "https://elsewhere.example")
        .header("sec-fetch-site", "cross-site")
        .body(axum::body::Body::empty())?;
    let answer = site.router.clone().oneshot(request).await?;
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
    Ok(())
}

//! The site's files: style, fonts, icons, WebAssembly.
//!
//! The folder is found without any environment variable, so that the binary can be started from anywhere. Files that
//! the build compressed (`wisal.wasm.br`, `.gz` beside `wisal.wasm`) are sent as they are.

use std::convert::Infallible;
use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::response::Response;
use http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_TYPE, VARY};
use http::{HeaderValue, Request, StatusCode};
use tower::{Service, ServiceExt as _};
use tower_http::services::ServeDir;

use super::words;

/// Marks an answer as a file of the site: the same for everybody, so browsers may keep it even for who is signed in.
#[derive(Clone, Copy, Debug)]
pub struct PublicFile;

/// Marks an answer of the pages behind the files.
#[derive(Clone, Copy, Debug)]
struct NotAFile;

/// There is no site folder where it could be.
#[derive(Debug, thiserror::Error)]
#[error(
    "the site's files were found neither in `{beside}` nor in a checkout's `target/site`: build them with `make build`"
)]
pub struct NoSite {
    beside: PathBuf,
}

/// The site folder: `site` beside the binary, or `target/site` of the checkout the binary was built in or is started in.
pub fn find_site() -> Result<PathBuf, NoSite> {
    let binary = std::env::current_exe().unwrap_or_default();
    let here = std::env::current_dir().unwrap_or_default();
    site_of(&binary, &here)
}

fn site_of(binary: &Path, here: &Path) -> Result<PathBuf, NoSite> {
    let beside = binary.parent().unwrap_or(Path::new("")).join("site");
    let built_in = binary.ancestors().filter(|folder| folder.file_name().is_some_and(|name| name == "target"));
    let started_in =
        here.ancestors().filter(|folder| folder.join("Cargo.toml").is_file()).map(|top| top.join("target"));
    std::iter::once(beside.clone())
        .chain(built_in.map(Path::to_owned).chain(started_in).map(|target| target.join("site")))
        .find(|site| site.is_dir())
        .ok_or(NoSite { beside })
}

/// Serves a file of the site where there is one, and `otherwise` (the pages, the page-not-found) where there is not:
///
/// ```ignore
/// router.fallback_service(static_files::serve(&site, page_not_found.with_state(state)))
/// ```
///
/// Below `/pkg/` and `/fonts/` there are only files, so a missing one is a short plain 404 there.
pub fn serve<F>(
    site: &Path,
    otherwise: F,
) -> impl Service<Request<Body>, Response = Response, Error = Infallible, Future: Send> + Clone + Send + Sync + 'static
where
    F: Service<Request<Body>, Response = Response, Error = Infallible> + Clone + Send + Sync + 'static,
    F::Future: Send + 'static,
{
    let files = ServeDir::new(site)
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip()
        .call_fallback_on_method_not_allowed(true)
        .fallback(otherwise.map_response(|mut response: Response| {
            response.extensions_mut().insert(NotAFile);
            response
        }));
    tower::service_fn(move |request: Request<Body>| {
        let files = files.clone();
        async move {
            let path = request.uri().path().to_owned();
            let response = files.oneshot(request).await?.map(Body::new);
            Ok(finish(&path, response))
        }
    })
}

fn finish(path: &str, mut response: Response) -> Response {
    let only_files = path.starts_with("/pkg/") || path.starts_with("/fonts/");
    if response.extensions_mut().remove::<NotAFile>().is_some() {
        return if only_files && response.status() == StatusCode::NOT_FOUND {
            words::NO_SUCH_FILE.answer(StatusCode::NOT_FOUND)
        } else {
            response
        };
    }
    if !(response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED) {
        return response;
    }
    let html = response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(kept(path)));
    headers.append(VARY, HeaderValue::from(ACCEPT_ENCODING));
    if !html {
        response.extensions_mut().insert(PublicFile);
    }
    response
}

/// How long a browser may keep this file without asking.
fn kept(path: &str) -> &'static str {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    if path.starts_with("/pkg/") && is_hashed(path) {
        return "public, max-age=31536000, immutable";
    }
    match extension {
        // A new cut of a font gets a new name.
        "woff2" => "public, max-age=2592000",
        "svg" | "png" | "ico" | "webp" => "public, max-age=86400",
        // Names that stay while the content changes (style, script, WebAssembly, manifest): ask every time.
        _ => "no-cache",
    }
}

/// Is a digest part of the name? The build writes 22 characters of base64 as a part of their own
/// (`wisal.Qm2…Aw.wasm`); the same number of underscores is its placeholder and no digest.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split('.').skip(1).any(|part| {
        part.len() == 22
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
            && part.bytes().any(|byte| byte != b'_')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_is_found_beside_the_binary_first_then_in_the_checkout() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let top = folder.path();
        std::fs::write(top.join("Cargo.toml"), "")?;
        let built = top.join("target/debug/deps/tests");
        let here = top.join("server/src");
        std::fs::create_dir_all(&here)?;
        assert!(site_of(&built, &here).is_err());

        let in_target = top.join("target/site");
        std::fs::create_dir_all(&in_target)?;
        assert_eq!(site_of(&built, Path::new("/")).ok(), Some(in_target.clone()));
        assert_eq!(site_of(Path::new("/nowhere/wisal"), &here).ok(), Some(in_target));

        let beside = top.join("bin/site");
        std::fs::create_dir_all(&beside)?;
        assert_eq!(site_of(&top.join("bin/wisal"), &here).ok(), Some(beside));
        Ok(())
    }

    #[test]
    fn only_names_with_a_digest_are_kept_for_ever() {
        assert!(is_hashed("/pkg/wisal.AbCdEfGhIjKlMnOpQrS-_0.wasm"));
        assert!(is_hashed("/pkg/__wasm_split.AbCdEfGhIjKlMnOpQrStUv.js"));
        assert!(!is_hashed("/pkg/__wasm_split.______________________.js"));
        assert!(!is_hashed("/pkg/wisal.wasm"));
        assert!(!is_hashed("/pkg/AbCdEfGhIjKlMnOpQrStUv"));
        assert_eq!(kept("/pkg/wisal.AbCdEfGhIjKlMnOpQrStUv.wasm"), "public, max-age=31536000, immutable");
        assert_eq!(kept("/fonts/plex.AbCdEfGhIjKlMnOpQrStUv.woff2"), "public, max-age=2592000");
        assert_eq!(kept("/pkg/wisal.css"), "no-cache");
        assert_eq!(kept("/sw.js"), "no-cache");
        assert_eq!(kept("/favicon.svg"), "public, max-age=86400");
    }
}

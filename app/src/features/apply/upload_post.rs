//! A document arrives: the one form with a file in it, a plain multipart route with limits of its own.

use axum::{
    extract::{DefaultBodyLimit, FromRequest, Multipart, Request, State, multipart::Field},
    response::Response,
    routing::post,
};
use domain::{
    Invalid, Reference,
    document::{DocumentKind, LARGEST_FILE},
};
use http::StatusCode;
use services::{Ctx, applications, files};
use tokio::sync::Semaphore;

use super::{documents::file_field, documents_form, posts::document_kind};
use crate::{
    AppError,
    form::{Problem, Values},
    posts::{self, Next, Place, PostRouter, Renderer},
};

/// Bytes of an upload read at most. More than a file may have: what is too large is read to its end and thrown away, so
/// that the browser listens to the answer instead of meeting a closed connection.
pub const LARGEST_UPLOAD: usize = 64 * 1024 * 1024;

/// Longest text beside the file, in bytes.
const LONGEST_TEXT: usize = 1024;

pub const PATH: &str = "/apply/{reference}/documents/{kind}";
const PAGE: &str = "/apply/{reference}/documents";

/// Adds the route, in both locales.
pub fn route(router: PostRouter) -> PostRouter {
    let take = || post(take).layer(DefaultBodyLimit::max(LARGEST_UPLOAD));
    router.route(PATH, take()).route(&i18n::localised(i18n::Locale::en, PATH), take())
}

async fn take(State(renderer): State<Renderer>, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let place = posts::place(&mut parts).await;
    let Some(ctx) = parts.extensions.get::<Ctx>().cloned() else {
        return axum::response::IntoResponse::into_response(StatusCode::INTERNAL_SERVER_ERROR);
    };
    let request = Request::from_parts(parts.clone(), body);
    let mut values = Values::default();
    match give(&ctx, &place, request, &mut values).await {
        Ok(next) => posts::go(&ctx, next),
        Err(problem) => {
            let too_large = is_too_large(&problem);
            parts.uri = posts::page_uri(&parts, &place, PAGE);
            let mut response = posts::refuse(&renderer, parts, "", values, problem).await;
            if too_large {
                *response.status_mut() = StatusCode::PAYLOAD_TOO_LARGE;
            }
            response
        }
    }
}

async fn give(ctx: &Ctx, place: &Place, request: Request, values: &mut Values) -> Result<Next, Problem> {
    let reference: Reference = place.get("reference")?;
    let kind = document_kind(place)?;
    // Nobody else's upload is read at all.
    applications::sheet(ctx, &reference).await?;
    let refused = |why: Invalid| Problem::Fields(vec![(file_field(kind), why)]);
    let arrived = read(request, values).await.map_err(refused)?;
    let issued_on = documents_form::read(values, kind)?;
    let file = arrived.ok_or_else(|| refused(Invalid::FileMissing))?;
    let accepted = check(file.bytes).await?.map_err(refused)?;
    give_accepted(ctx, &reference, kind, issued_on, accepted, &file.name).await
}

async fn give_accepted(
    ctx: &Ctx,
    reference: &Reference,
    kind: DocumentKind,
    issued_on: Option<domain::NaiveDate>,
    file: files::Accepted,
    name: &str,
) -> Result<Next, Problem> {
    applications::add_document(ctx, reference, kind, issued_on, file, name)
        .await
        .map_err(|error| documents_form::named(error.into(), kind))?;
    Ok(Next::to(format!("/apply/{reference}/documents")))
}

/// Files looked into at the same time: a picture may take 200 MB while it is drawn anew.
static LOOKING: Semaphore = Semaphore::const_new(3);

/// Looks into the file on a thread that may block.
async fn check(bytes: Vec<u8>) -> Result<Result<files::Accepted, Invalid>, Problem> {
    // It is never closed; were it, looking without a place would still be right.
    let _place = LOOKING.acquire().await;
    tokio::task::spawn_blocking(move || files::accept(bytes)).await.map_err(|error| {
        let reference = crate::request::error_reference();
        tracing::error!(reference, %error, "a file could not be looked into");
        Problem::App(AppError::Internal { reference })
    })
}

/// A file as it arrived. Its name is shown, never trusted.
struct Arrived {
    name: String,
    bytes: Vec<u8>,
}

/// Reads the form: its texts into `values`, its file into memory, never more than a file may have.
async fn read(request: Request, values: &mut Values) -> Result<Option<Arrived>, Invalid> {
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Invalid::FileMissing)?;
    let mut arrived = None;
    let mut too_large = false;
    while let Some(field) = form.next_field().await.map_err(|error| broken(error.status()))? {
        let name = field.name().unwrap_or_default().to_owned();
        if let Some(file_name) = field.file_name().map(str::to_owned) {
            match bytes_of(field, LARGEST_FILE).await? {
                Some(bytes) if bytes.is_empty() => {}
                Some(bytes) => arrived = Some(Arrived { name: file_name, bytes }),
                None => too_large = true,
            }
        } else {
            let text = bytes_of(field, LONGEST_TEXT).await?.unwrap_or_default();
            values.0.push((name, String::from_utf8_lossy(&text).into_owned()));
        }
    }
    if too_large { Err(broken(StatusCode::PAYLOAD_TOO_LARGE)) } else { Ok(arrived) }
}

/// A part's bytes, or `None` if there are more than `most`; it is read to its end either way.
async fn bytes_of(mut field: Field<'_>, most: usize) -> Result<Option<Vec<u8>>, Invalid> {
    let mut bytes = Vec::new();
    let mut fits = true;
    while let Some(chunk) = field.chunk().await.map_err(|error| broken(error.status()))? {
        fits = fits && bytes.len() + chunk.len() <= most;
        if fits {
            bytes.extend_from_slice(&chunk);
        } else {
            bytes = Vec::new();
        }
    }
    Ok(fits.then_some(bytes))
}

fn broken(status: StatusCode) -> Invalid {
    if status == StatusCode::PAYLOAD_TOO_LARGE {
        Invalid::FileTooLarge { max_megabytes: 10 }
    } else {
        Invalid::FileDamaged
    }
}

fn is_too_large(problem: &Problem) -> bool {
    let large = |why: &Invalid| matches!(why, Invalid::FileTooLarge { .. });
    matches!(problem, Problem::Fields(problems) if problems.iter().any(|(_, why)| large(why)))
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn upload(file: &[u8], file_name: &str) -> Request {
        let mut body = Vec::new();
        let text = "--x\r\nContent-Disposition: form-data; name=\"issued_lease_day\"\r\n\r\n12\r\n";
        body.extend_from_slice(text.as_bytes());
        let head = format!(
            "--x\r\nContent-Disposition: form-data; name=\"file_lease\"; filename=\"{file_name}\"\r\n\
             Content-Type: application/pdf\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(file);
        body.extend_from_slice(b"\r\n--x--\r\n");
        request("multipart/form-data; boundary=x", body)
    }

    fn request(content_type: &str, body: Vec<u8>) -> Request {
        http::Request::post("/").header("content-type", content_type).body(Body::from(body)).expect("a request")
    }

    #[tokio::test]
    async fn the_file_and_the_texts_are_read() {
        let mut values = Values::default();
        let arrived = read(upload(b"%PDF-1.7 %%EOF", "lease.pdf"), &mut values).await.expect("read").expect("a file");
        assert_eq!(arrived.name, "lease.pdf");
        assert_eq!(arrived.bytes, b"%PDF-1.7 %%EOF");
        assert_eq!(values.get("issued_lease_day"), "12");
    }

    #[tokio::test]
    async fn a_script_called_pdf_is_no_document() {
        let mut values = Values::default();
        let arrived =
            read(upload(b"<?php echo 1; ?>", "report.pdf"), &mut values).await.expect("read").expect("a file");
        assert_eq!(check(arrived.bytes).await.expect("checked").map(|file| file.media), Err(Invalid::FileType));
    }

    #[tokio::test]
    async fn without_a_file_or_a_form_there_is_nothing_to_read() {
        let mut values = Values::default();
        assert!(read(upload(b"", ""), &mut values).await.expect("read").is_none());
        let plain = request("application/x-www-form-urlencoded", b"file_lease=x".to_vec());
        assert_eq!(read(plain, &mut values).await.err(), Some(Invalid::FileMissing));
        let cut =
            request("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=\"f".to_vec());
        assert_eq!(read(cut, &mut values).await.err(), Some(Invalid::FileDamaged));
    }

    #[tokio::test]
    async fn thirty_megabytes_are_too_many_and_the_texts_are_kept() {
        let mut request = upload(&vec![0; 30 * 1024 * 1024], "photo.jpg");
        DefaultBodyLimit::max(LARGEST_UPLOAD).apply(&mut request);
        let mut values = Values::default();
        assert_eq!(read(request, &mut values).await.err(), Some(Invalid::FileTooLarge { max_megabytes: 10 }));
        assert_eq!(values.get("issued_lease_day"), "12");
    }

    #[tokio::test]
    async fn beyond_the_limit_of_the_route_nothing_is_read() {
        let mut request = upload(&vec![0; 64 * 1024], "photo.jpg");
        DefaultBodyLimit::max(1024).apply(&mut request);
        let why = read(request, &mut Values::default()).await.err();
        assert_eq!(why, Some(Invalid::FileTooLarge { max_megabytes: 10 }));
    }
}

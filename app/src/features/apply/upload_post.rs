//! Pages of a document arrive: the one form with files in it, a plain multipart route with limits of its own. A browser
//! that sends a file by itself asks for JSON and is told what became of it; the reading is the same.

use axum::{
    extract::{DefaultBodyLimit, Request, State},
    response::{IntoResponse as _, Response},
    routing::post,
};
use domain::{
    Invalid, NaiveDate, Reference,
    document::{DocumentKind, Pages},
};
use http::{HeaderMap, StatusCode, header};
use services::{
    Ctx,
    applications::{self, Sent},
    files,
};

use super::{
    document_upload::REFUSED,
    documents::{file_field, issued_field},
    documents_form, page_posts,
    posts::document_kind,
    uploads::Told,
};
use crate::{
    form::{Problem, Values},
    posts::{self, Arrival, Place, PostRouter, Renderer},
    upload::{self, Arrived, LARGEST_UPLOAD},
};

pub const PATH: &str = "/apply/{reference}/documents/{kind}";
const PAGE: &str = "/apply/{reference}/documents";

/// Adds the route, in both locales.
pub fn route(router: PostRouter) -> PostRouter {
    let take = || post(take).layer(DefaultBodyLimit::max(LARGEST_UPLOAD));
    router.route(PATH, take()).route(&i18n::localised(i18n::Locale::en, PATH), take())
}

async fn take(State(renderer): State<Renderer>, request: Request) -> Response {
    let Arrival { ctx, place, mut parts, body } = match Arrival::of(request).await {
        Ok(arrival) => arrival,
        Err(status) => return status.into_response(),
    };
    let request = Request::from_parts(parts.clone(), body);
    let mut values = Values::default();
    let given = give(&ctx, &place, request, &mut values).await;
    if wants_json(&parts.headers) {
        return tell(&ctx, given).await;
    }
    match given {
        Ok(Given { reference, kind }) => posts::go(&ctx, page_posts::to_document(&reference, kind)),
        Err(problem) => {
            parts.uri = posts::page_uri(&parts, &place, PAGE);
            upload::refuse(&renderer, parts, values, problem).await
        }
    }
}

/// Where pages were given.
struct Given {
    reference: Reference,
    kind: DocumentKind,
}

async fn give(ctx: &Ctx, place: &Place, request: Request, values: &mut Values) -> Result<Given, Problem> {
    let reference: Reference = place.get("reference")?;
    let kind = document_kind(place)?;
    // Nobody else's upload is read at all.
    applications::sheet(ctx, &reference).await?;
    let refused = |why: Invalid| Problem::Fields(vec![(file_field(kind), why)]);
    let arrived = upload::read_each(request, values, Pages::MOST).await.map_err(refused)?;
    if arrived.is_empty() {
        return Err(refused(Invalid::FileMissing));
    }
    let issued_on = documents_form::read(values, kind)?;
    let mut problems = Vec::new();
    // One file that cannot be taken does not hold up the others.
    for file in arrived {
        let name = files::shown_name(&file.name);
        match give_one(ctx, &reference, sent(values, kind, issued_on, &file.name), file).await {
            Ok(()) => {}
            Err(Problem::Fields(fields)) => {
                values.0.extend(fields.iter().map(|_| (REFUSED.to_owned(), name.clone())));
                problems.extend(fields);
            }
            Err(problem) => return Err(problem),
        }
    }
    if problems.is_empty() { Ok(Given { reference, kind }) } else { Err(Problem::Fields(problems)) }
}

/// What the form says of each of its files.
fn sent(values: &Values, kind: DocumentKind, issued_on: Option<NaiveDate>, name: &str) -> Sent {
    let (instead_of, once) = (values.get("instead").parse().ok(), values.get("once").to_owned());
    Sent { kind, issued_on, instead_of, name: name.to_owned(), once }
}

async fn give_one(ctx: &Ctx, reference: &Reference, sent: Sent, file: Arrived) -> Result<(), Problem> {
    if applications::page_came_before(ctx, &sent.once).await? {
        return Ok(());
    }
    let kind = sent.kind;
    let refused = |why: Invalid| Problem::Fields(vec![(file_field(kind), why)]);
    let accepted = upload::check(file.bytes.map_err(refused)?).await?.map_err(refused)?;
    let added = applications::add_page(ctx, reference, &sent, accepted).await;
    added.map_err(|error| documents_form::named(error.into(), kind))
}

fn wants_json(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).is_some_and(|accept| accept.as_bytes() == b"application/json")
}

/// What became of a file, for the browser that sent it by itself.
async fn tell(ctx: &Ctx, given: Result<Given, Problem>) -> Response {
    let too_large = given.as_ref().is_err_and(upload::is_too_large);
    let document = match given {
        Ok(Given { reference, kind }) => {
            let sheet = applications::sheet(ctx, &reference).await;
            sheet.map(|sheet| sheet.answers.document(kind).cloned()).map_err(Problem::from)
        }
        Err(problem) => Err(problem),
    };
    match document {
        Ok(document) => json(StatusCode::OK, &Told::Stored { document }),
        Err(Problem::App(error)) => {
            StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response()
        }
        Err(Problem::Fields(problems)) => {
            let status = if too_large { StatusCode::PAYLOAD_TOO_LARGE } else { StatusCode::UNPROCESSABLE_ENTITY };
            let day = |field: &str| DocumentKind::ALL.into_iter().any(|kind| field == issued_field(kind));
            let first = problems.into_iter().next().map(|(field, why)| Told::Refused { why, day: day(&field) });
            first.map_or_else(|| status.into_response(), |told| json(status, &told))
        }
    }
}

fn json(status: StatusCode, told: &Told) -> Response {
    match serde_json::to_string(told) {
        Ok(body) => (status, [(header::CONTENT_TYPE, "application/json")], body).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

//! A document arrives: the one form with a file in it, a plain multipart route with limits of its own.

use axum::{
    extract::{DefaultBodyLimit, Request, State},
    response::Response,
    routing::post,
};
use domain::{Invalid, Reference, document::DocumentKind};
use http::StatusCode;
use services::{Ctx, applications, files};

use super::{documents::file_field, documents_form, posts::document_kind};
use crate::{
    form::{Problem, Values},
    posts::{self, Next, Place, PostRouter, Renderer},
    upload::{self, LARGEST_UPLOAD},
};

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
            let too_large = upload::is_too_large(&problem);
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
    let mut arrived = upload::read(request, values, 1).await.map_err(refused)?;
    let issued_on = documents_form::read(values, kind)?;
    let file = arrived.pop().ok_or_else(|| refused(Invalid::FileMissing))?;
    let accepted = upload::check(file.bytes).await?.map_err(refused)?;
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

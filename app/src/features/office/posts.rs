//! What the forms of the back office do.

use axum::{
    extract::{Request, State},
    response::{IntoResponse, Response},
    routing::post,
};
use domain::{Reference, request::NotNow};
use http::StatusCode;
use i18n::{Locale, localised};
use services::{Ctx, office};

use super::{forms as read, match_read};
use crate::{
    AppError,
    form::{Problem, Values},
    posts::{self, Form, LARGEST_FORM, Next, Place, PostRouter, Renderer},
};

pub fn forms(router: PostRouter) -> PostRouter {
    let router = posts::form::<CloseMatch>(router);
    let router = posts::form::<GiveBack>(router);
    let router = posts::form::<OpenStudy>(router);
    let router = posts::form::<RecordStudy>(router);
    let router = posts::form::<Refer>(router);
    let router = posts::form::<Register>(router);
    let router = posts::form::<Deliver>(router);
    let router = posts::form::<Confirm>(router);
    let router = posts::form::<CodeAgain>(router);
    router.route(PREPARE, post(prepare)).route(&localised(Locale::en, PREPARE), post(prepare))
}

/// The request a form is about, and the version it was made from.
fn about(place: &Place, values: &Values) -> Result<(Reference, i64), Problem> {
    Ok((place.get("reference")?, read::version(values)?))
}

/// The page of a request.
fn page(reference: &Reference) -> Next {
    Next::to(format!("/office/requests/{reference}"))
}

/// A stage that no longer allows what the form asks moved on under the reader's eyes.
fn refused(error: services::Error) -> Problem {
    match error {
        services::Error::NotNow(NotNow::Stage { .. }) => Problem::App(AppError::Conflict),
        other => other.into(),
    }
}

struct CloseMatch;

impl Form for CloseMatch {
    const PATH: &'static str = "/office/requests/{reference}/match";
    const NAME: &'static str = "match";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let (reference, seen) = about(&place, &values)?;
        let match_read::Sheet { compared, rulings } = match_read::read(&values)?;
        office::close_match(&ctx, &reference, seen, office::Match { compared, rulings }).await.map_err(refused)?;
        Ok(page(&reference))
    }
}

struct GiveBack;

impl Form for GiveBack {
    const PATH: &'static str = "/office/requests/{reference}/return";
    const NAME: &'static str = "return";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let (reference, seen) = about(&place, &values)?;
        let read::Return { gaps, words } = read::give_back(&values)?;
        office::give_back(&ctx, &reference, seen, office::GiveBack { gaps, words }).await.map_err(refused)?;
        Ok(page(&reference))
    }
}

struct OpenStudy;

impl Form for OpenStudy {
    const PATH: &'static str = "/office/requests/{reference}/study/open";
    const PAGE: &'static str = "/office/requests/{reference}";
    const NAME: &'static str = "act";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let (reference, seen) = about(&place, &values)?;
        office::open_study(&ctx, &reference, seen).await.map_err(refused)?;
        Ok(Next::to(format!("/office/requests/{reference}/study")))
    }
}

struct RecordStudy;

impl Form for RecordStudy {
    const PATH: &'static str = "/office/requests/{reference}/study";
    const NAME: &'static str = "study";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let (reference, seen) = about(&place, &values)?;
        let read::Notes { place, housing, findings, recommendation, clause } = read::study(&values)?;
        let notes = office::StudyNotes { place, housing, findings, recommendation, clause };
        office::record_study(&ctx, &reference, seen, notes).await.map_err(refused)?;
        Ok(page(&reference))
    }
}

struct Refer;

impl Form for Refer {
    const PATH: &'static str = "/office/requests/{reference}/refer";
    const NAME: &'static str = "refer";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let (reference, seen) = about(&place, &values)?;
        let session = read::refer(&values)?;
        office::refer(&ctx, &reference, seen, session).await.map_err(refused)?;
        Ok(page(&reference))
    }
}

struct Register;

impl Form for Register {
    const PATH: &'static str = "/office/requests/{reference}/register";
    const PAGE: &'static str = "/office/requests/{reference}";
    const NAME: &'static str = "act";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let (reference, seen) = about(&place, &values)?;
        office::register(&ctx, &reference, seen).await.map_err(refused)?;
        Ok(page(&reference))
    }
}

struct Deliver;

impl Form for Deliver {
    const PATH: &'static str = "/office/requests/{reference}/deliver";
    const NAME: &'static str = "deliver";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let (reference, seen) = about(&place, &values)?;
        office::start_delivery(&ctx, &reference, seen).await.map_err(refused)?;
        Ok(page(&reference))
    }
}

struct Confirm;

impl Form for Confirm {
    const PATH: &'static str = "/office/requests/{reference}/receipt";
    const NAME: &'static str = "receipt";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        office::confirm_receipt(&ctx, &reference, values.get("code")).await.map_err(refused)?;
        Ok(page(&reference))
    }
}

struct CodeAgain;

impl Form for CodeAgain {
    const PATH: &'static str = "/office/requests/{reference}/receipt/code";
    const PAGE: &'static str = "/office/requests/{reference}/receipt";
    const NAME: &'static str = "again";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let (reference, seen) = about(&place, &values)?;
        office::send_code_again(&ctx, &reference, seen).await.map_err(refused)?;
        Ok(Next::to(format!("/office/requests/{reference}/receipt")))
    }
}

/// Where the match is left for sending the request back: nothing is done yet, the form of the return is filled in
/// from the differences seen so far. A post, so that the reasons stand in no address.
const PREPARE: &str = "/office/requests/{reference}/return/prepare";

async fn prepare(State(renderer): State<Renderer>, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, LARGEST_FORM).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let values = Values(serde_urlencoded::from_bytes(&bytes).unwrap_or_default());
    let place = posts::place(&mut parts).await;
    let Some(ctx) = parts.extensions.get::<Ctx>().cloned() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let documents = match documents(&ctx, &place).await {
        Ok(documents) => documents,
        Err(problem) => return posts::refuse(&renderer, parts, "return", values, problem).await,
    };
    let values = match_read::differences(&values, &documents, ctx.locale());
    let filled = crate::form::Refused { form: "return".to_owned(), values, ..crate::form::Refused::default() };
    posts::page(&renderer, parts, move || leptos::prelude::provide_context(filled.clone())).await
}

async fn documents(ctx: &Ctx, place: &Place) -> Result<Vec<domain::views::DocumentLine>, Problem> {
    Ok(office::sheet(ctx, &place.get("reference")?).await?.documents)
}

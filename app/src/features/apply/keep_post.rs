//! What is typed is kept while it is typed: a form's values in, nothing but a status out.

use axum::{
    extract::Request,
    response::{IntoResponse as _, Response},
    routing::post,
};
use domain::{Reference, application::Section};
use http::StatusCode;
use services::{Ctx, applications};

use crate::{
    AppError,
    form::{Problem, Values},
    posts::{self, Arrival, Form, Next, Place, PostRouter},
};

const KEEP: &str = "/apply/{reference}/{section}/keep";

/// Values of the form that are not the applicant's.
const OURS: [&str; 3] = ["version", "back", "do"];

pub fn route(router: PostRouter) -> PostRouter {
    let router = posts::form::<Forget>(router);
    router.route(KEEP, post(keep)).route(&i18n::localised(i18n::Locale::en, KEEP), post(keep))
}

fn section(place: &Place) -> Result<Section, Problem> {
    let slug: String = place.get("section")?;
    Section::from_slug(&slug).ok_or(Problem::App(AppError::NotFound))
}

async fn keep(request: Request) -> Response {
    let mut arrival = match Arrival::of(request).await {
        Ok(arrival) => arrival,
        Err(status) => return status.into_response(),
    };
    let Some(Values(mut values)) = arrival.values().await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    values.retain(|(name, _)| !OURS.contains(&name.as_str()));
    let status = match kept(&arrival.ctx, &arrival.place, values).await {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(Problem::App(error)) => StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
        Err(Problem::Fields(_)) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    status.into_response()
}

async fn kept(ctx: &Ctx, place: &Place, values: Vec<(String, String)>) -> Result<(), Problem> {
    let reference: Reference = place.get("reference")?;
    Ok(applications::keep_unfinished(ctx, &reference, section(place)?, values).await?)
}

struct Forget;

impl Form for Forget {
    const PATH: &'static str = "/apply/{reference}/{section}/forget";
    const PAGE: &'static str = "/apply/{reference}/{section}";

    async fn submit(ctx: Ctx, place: Place, _: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        let section = section(&place)?;
        applications::forget_unfinished(&ctx, &reference, section).await?;
        Ok(Next::to(format!("/apply/{reference}/{}", section.slug())))
    }
}

//! Moving the demonstration's clock forward, and the outbox for programs.

use axum::{
    Json,
    extract::Request,
    response::{IntoResponse, Response},
    routing::get,
};
use domain::digits;
use http::StatusCode;
use services::Ctx;

use crate::{
    form::{Problem, Reading, Values},
    posts::{self, Form, Next, Place, PostRouter},
};

struct Clock;

impl Form for Clock {
    const PATH: &'static str = "/demo/clock";
    const PAGE: &'static str = "/demo";

    async fn submit(ctx: Ctx, _: Place, values: Values) -> Result<Next, Problem> {
        let mut reading = Reading::of(&values);
        let days = reading.field("days", |raw| digits::parse_integer(raw, 0, 400));
        let days = reading.done(days)?;
        services::demo::move_clock(&ctx, days).await?;
        Ok(Next::to("/demo"))
    }
}

pub fn forms(router: PostRouter) -> PostRouter {
    posts::form::<Clock>(router).route("/demo/outbox.json", get(outbox))
}

async fn outbox(request: Request) -> Response {
    let Some(ctx) = request.extensions().get::<Ctx>() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    match services::demo::outbox(ctx).await {
        Ok(messages) => Json(messages).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

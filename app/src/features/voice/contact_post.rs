//! Somebody's words arrive, with the files that came along: a plain multipart route with limits of its own.

use axum::{
    extract::{DefaultBodyLimit, Request, State},
    response::{IntoResponse as _, Response},
    routing::post,
};
use http::{StatusCode, request::Parts};
use services::{
    Ctx,
    voice::{self, Attached, MOST_FILES},
};

use super::contact_form;
use crate::{
    form::{Problem, Values},
    posts::{self, Next, PostRouter, Renderer},
    request::CookieStyle,
    upload::{self, LARGEST_UPLOAD},
};

pub const PATH: &str = "/contact";

/// Adds the route, in both locales.
pub fn route(router: PostRouter) -> PostRouter {
    let take = || post(take).layer(DefaultBodyLimit::max(LARGEST_UPLOAD));
    router.route(PATH, take()).route(&i18n::localised(i18n::Locale::en, PATH), take())
}

async fn take(State(renderer): State<Renderer>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Some(ctx) = parts.extensions.get::<Ctx>().cloned() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut values = Values::default();
    match send(&ctx, &parts, Request::from_parts(parts.clone(), body), &mut values).await {
        Ok(next) => posts::go(&ctx, next),
        Err(problem) => {
            let too_large = upload::is_too_large(&problem);
            let mut response = posts::refuse(&renderer, parts, "", values, problem).await;
            if too_large {
                *response.status_mut() = StatusCode::PAYLOAD_TOO_LARGE;
            }
            response
        }
    }
}

async fn send(ctx: &Ctx, parts: &Parts, request: Request, values: &mut Values) -> Result<Next, Problem> {
    let refused = |why| Problem::Fields(vec![("files".to_owned(), why)]);
    let arrived = upload::read(request, values, MOST_FILES).await.map_err(refused)?;
    let letter = contact_form::read(values)?;
    let kind = letter.kind.slug();
    let mut files = Vec::with_capacity(arrived.len());
    for upload::Arrived { name, bytes } in arrived {
        files.push(Attached { name, file: upload::check(bytes).await?.map_err(refused)? });
    }
    let receipt = voice::send(ctx, letter, files, values.get("once")).await?;
    let next = Next::to(format!("/contact/sent/{}?kind={kind}", receipt.reference));
    Ok(match (receipt.code, parts.extensions.get::<CookieStyle>()) {
        (Some(code), Some(cookies)) => next.with_cookie(cookies.open_sent(&format!("{}.{code}", receipt.reference))),
        _ => next,
    })
}

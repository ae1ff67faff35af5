//! Forms at the doors: like any other form, but they see the cookies of the browser, and what is secret in them is
//! never shown again.

use std::future::Future;

use axum::{
    extract::{Request, State},
    response::{IntoResponse as _, Response},
    routing::post,
};
use domain::Invalid;
use http::StatusCode;
use i18n::{Locale, localised};
use services::{
    Ctx,
    identity::{self, PendingToken, SessionToken},
};

use super::next;
use crate::{
    form::{Problem, Values},
    posts::{self, Arrival, Next, Place, PostRouter, Renderer},
    request::{CookieStyle, Token},
};

/// What the browser carries: the session it has, and the sign-in it has half finished.
#[derive(Clone, Debug)]
pub struct Keys {
    cookies: CookieStyle,
    session: Option<String>,
    pending: Option<PendingToken>,
    /// The named parts of the address.
    pub place: Place,
}

impl Keys {
    /// The half-finished sign-in; without one, the code that was typed is worth nothing any more.
    pub fn pending(&self) -> Result<&PendingToken, Problem> {
        let over = || Problem::Fields(vec![("code".to_owned(), Invalid::CodeExpired)]);
        self.pending.as_ref().ok_or_else(over)
    }

    /// To the next step, with the token it needs.
    pub fn wait_at(&self, path: &str, token: &PendingToken, values: &Values) -> Next {
        Next::to(next::carrying(path, next::safe(values.get("next"))))
            .with_cookie(self.cookies.open_pending(token.as_str()))
    }

    /// On, as who they are already: the step that was half finished is done.
    pub fn go_on(&self, path: String) -> Next {
        Next::to(path).with_cookie(self.cookies.close_pending())
    }

    /// In: a new session in place of an old one, and on to where somebody wanted to go, or to `home`.
    pub async fn let_in(
        &self,
        ctx: &Ctx,
        session: &SessionToken,
        values: &Values,
        home: String,
    ) -> Result<Next, Problem> {
        if let Some(old) = &self.session {
            identity::sign_out(ctx, old).await?;
        }
        let to = next::safe(values.get("next")).map_or(home, str::to_owned);
        Ok(Next::to(to).with_cookie(self.cookies.open(session.as_str())).with_cookie(self.cookies.close_pending()))
    }

    /// Out, to a path: the session ends here and in the database.
    pub async fn let_out(&self, ctx: &Ctx, to: &str) -> Result<Next, Problem> {
        if let Some(session) = &self.session {
            identity::sign_out(ctx, session).await?;
        }
        Ok(Next::to(to)
            .with_cookie(self.cookies.close())
            .with_cookie(self.cookies.close_pending())
            .with_cookie(self.cookies.close_carried()))
    }
}

/// A form at a door.
pub trait DoorForm: Send + Sync + 'static {
    const PATH: &'static str;
    /// The path of the page that shows the form.
    const PAGE: &'static str = Self::PATH;
    /// The name given to `use_form`.
    const NAME: &'static str;
    /// Fields that are forgotten when the page is shown again.
    const SECRET: &'static [&'static str] = &["code"];

    fn submit(ctx: Ctx, keys: Keys, values: Values) -> impl Future<Output = Result<Next, Problem>> + Send;
}

/// Adds a form to a router, in both locales.
pub fn form<F: DoorForm>(router: PostRouter) -> PostRouter {
    router.route(F::PATH, post(handle::<F>)).route(&localised(Locale::en, F::PATH), post(handle::<F>))
}

async fn handle<F: DoorForm>(State(renderer): State<Renderer>, request: Request) -> Response {
    let mut arrival = match Arrival::of(request).await {
        Ok(arrival) => arrival,
        Err(status) => return status.into_response(),
    };
    let Some(mut values) = arrival.values().await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let Arrival { ctx, place, mut parts, .. } = arrival;
    let Some(cookies) = parts.extensions.get::<CookieStyle>() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let keys = Keys {
        cookies: *cookies,
        session: parts.extensions.get::<Token>().and_then(|token| token.0.clone()),
        pending: cookies.pending(&parts.headers),
        place: place.clone(),
    };
    match F::submit(ctx.clone(), keys, values.clone()).await {
        Ok(next) => posts::go(&ctx, next),
        Err(problem) => {
            values.0.retain(|(name, _)| !F::SECRET.contains(&name.as_str()));
            parts.uri = posts::page_uri(&parts, &place, F::PAGE);
            posts::refuse(&renderer, parts, F::NAME, values, problem).await
        }
    }
}

//! Plain form posts: read, do, redirect; or the same page again with what was typed and what is wrong.

use std::{collections::HashMap, future::Future};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{FromRequestParts, Path, Request},
    response::{IntoResponse, Redirect, Response},
    routing::post,
};
use domain::Invalid;
use http::{Method, StatusCode, request::Parts};
use leptos::prelude::{LeptosOptions, provide_context};
use services::Ctx;

use crate::{
    form::{Problem, Refused, Values},
    request::{self, CookieStyle},
    shell,
};

/// Largest form accepted, in bytes. A drawn signature is the largest thing in one.
pub const LARGEST_FORM: usize = 256 * 1024;

/// The named parts of the address a form was posted to.
#[derive(Clone, Debug, Default)]
pub struct Place(pub HashMap<String, String>);

impl Place {
    /// A part of the address, parsed; what does not parse does not exist.
    pub fn get<T: std::str::FromStr>(&self, name: &str) -> Result<T, Problem> {
        let part = self.0.get(name).and_then(|part| part.parse().ok());
        part.ok_or(Problem::App(crate::AppError::NotFound))
    }
}

/// Where to go after a form was taken: a shared path (`/track`), put into the reader's locale.
#[derive(Clone, Debug, Default)]
pub struct Next {
    path: String,
    cookies: Vec<String>,
    carried: Option<String>,
}

impl Next {
    pub fn to(path: impl Into<String>) -> Self {
        Self { path: path.into(), ..Self::default() }
    }

    /// What the browser carries on for an hour: the self-check, sealed.
    #[must_use]
    pub fn carrying(self, sealed: String) -> Self {
        Self { carried: Some(sealed), ..self }
    }

    /// What is carried becomes a cookie in the style of this house.
    fn dressed(mut self, manner: Option<&CookieStyle>) -> Self {
        let cookie = self.carried.take().zip(manner).map(|(sealed, manner)| manner.open_carried(&sealed));
        self.cookies.extend(cookie);
        self
    }

    /// Sets a cookie on the way (`Set-Cookie` value).
    #[must_use]
    pub fn with_cookie(mut self, cookie: String) -> Self {
        self.cookies.push(cookie);
        self
    }
}

/// What rendering a page needs of the program around it.
#[derive(Clone)]
pub struct Renderer {
    pub options: LeptosOptions,
    /// Provides further context to every rendering, such as the nonce of the answer's content policy.
    pub provide: fn(),
}

/// A post as it arrived: who sent it where, and what is still to be read.
pub struct Arrival {
    pub ctx: Ctx,
    pub place: Place,
    pub parts: Parts,
    pub body: Body,
}

impl Arrival {
    pub async fn of(request: Request) -> Result<Self, StatusCode> {
        let (mut parts, body) = request.into_parts();
        let place = place(&mut parts).await;
        // `request::identify` has put it there.
        let ctx = parts.extensions.get::<Ctx>().cloned().ok_or(StatusCode::INTERNAL_SERVER_ERROR)?;
        Ok(Self { ctx, place, parts, body })
    }

    /// The values of a plain form; `None` where there are more bytes than any person fills in.
    pub async fn values(&mut self) -> Option<Values> {
        let body = std::mem::take(&mut self.body);
        let bytes = to_bytes(body, LARGEST_FORM).await.ok()?;
        Some(Values(serde_urlencoded::from_bytes(&bytes).unwrap_or_default()))
    }
}

/// The router forms are added to.
pub type PostRouter = Router<Renderer>;

/// A form: where it is posted and what it does.
pub trait Form: Send + Sync + 'static {
    /// The shared path it is posted to, with its named parts, e.g. `/my/requests/{reference}/need`.
    const PATH: &'static str;
    /// The path of the page that shows the form, where that is another one.
    const PAGE: &'static str = Self::PATH;
    /// The name given to `use_form`; the page's only form may leave it empty.
    const NAME: &'static str = "";

    /// Reads the values and does what was asked.
    fn submit(ctx: Ctx, place: Place, values: Values) -> impl Future<Output = Result<Next, Problem>> + Send;
}

/// Adds a form to a router, in both locales.
pub fn form<F: Form>(router: PostRouter) -> PostRouter {
    router.route(F::PATH, post(handle::<F>)).route(&i18n::localised(i18n::Locale::en, F::PATH), post(handle::<F>))
}

async fn handle<F: Form>(axum::extract::State(renderer): axum::extract::State<Renderer>, request: Request) -> Response {
    let mut arrival = match Arrival::of(request).await {
        Ok(arrival) => arrival,
        Err(status) => return status.into_response(),
    };
    let values = arrival.values().await;
    let Arrival { ctx, place, mut parts, .. } = arrival;
    let Some(values) = values else {
        parts.uri = page_uri(&parts, &place, F::PAGE);
        return too_large(&renderer, parts, F::NAME).await;
    };
    match F::submit(ctx.clone(), place.clone(), values.clone()).await {
        Ok(next) => go(&ctx, next.dressed(parts.extensions.get())),
        Err(problem) => {
            parts.uri = page_uri(&parts, &place, F::PAGE);
            refuse(&renderer, parts, F::NAME, values, problem).await
        }
    }
}

/// A form larger than any person fills in: the page again, empty, and a word about it.
async fn too_large(renderer: &Renderer, parts: Parts, form: &str) -> Response {
    let why = Invalid::TooLong { max: LARGEST_FORM };
    let problem = Problem::Fields(vec![(String::new(), why)]);
    let mut response = refuse(renderer, parts, form, Values::default(), problem).await;
    if response.status() == StatusCode::UNPROCESSABLE_ENTITY {
        *response.status_mut() = StatusCode::PAYLOAD_TOO_LARGE;
    }
    response
}

/// The named parts of the matched address.
pub async fn place(parts: &mut Parts) -> Place {
    Place(Path::<HashMap<String, String>>::from_request_parts(parts, &()).await.map(|path| path.0).unwrap_or_default())
}

/// The address of the page a form is on, with the same named parts and locale as the address it was posted to.
pub fn page_uri(parts: &Parts, place: &Place, page: &str) -> http::Uri {
    let (locale, _) = i18n::split_locale(parts.uri.path());
    let mut path = i18n::localised(locale, page);
    for (name, value) in &place.0 {
        path = path.replace(&format!("{{{name}}}"), value);
    }
    path.parse().unwrap_or_else(|_| parts.uri.clone())
}

/// 303 to a page, in the reader's locale.
pub fn go(ctx: &Ctx, next: Next) -> Response {
    let mut response = Redirect::to(&i18n::localised(ctx.locale(), &next.path)).into_response();
    for cookie in next.cookies {
        if let Ok(value) = cookie.parse() {
            response.headers_mut().append(http::header::SET_COOKIE, value);
        }
    }
    response
}

/// The page the form was on, again, with what was typed and what is wrong with it.
pub async fn refuse(renderer: &Renderer, parts: Parts, form: &str, values: Values, problem: Problem) -> Response {
    if let Problem::App(crate::AppError::NotSignedIn) = problem {
        return request::to_sign_in(&parts);
    }
    let status = match &problem {
        // Nothing is wrong: a preview was asked for.
        Problem::Fields(problems) if problems.is_empty() => StatusCode::OK,
        Problem::Fields(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Problem::App(error) => StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
    };
    let (problems, error) = match problem {
        Problem::Fields(problems) => (problems, None),
        Problem::App(error) => (Vec::new(), Some(error)),
    };
    let refused = Refused { form: form.to_owned(), values, problems, error };
    let mut response = page(renderer, parts, move || provide_context(refused.clone())).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = status;
    }
    response
}

/// Renders the page of an address, whole.
pub async fn page(
    renderer: &Renderer,
    mut parts: Parts,
    context: impl Fn() + Clone + Send + Sync + 'static,
) -> Response {
    parts.method = Method::GET;
    let Renderer { options, provide } = renderer.clone();
    let context = move || {
        provide();
        context();
    };
    let render = leptos_axum::render_app_async_with_context(context, move || shell::shell(options.clone()));
    render(Request::from_parts(parts, Body::empty())).await.into_response()
}

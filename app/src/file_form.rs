//! Forms with files beside their words: read whole, the words first, then do, redirect; or the page again.

use axum::{
    extract::{DefaultBodyLimit, Request, State},
    response::{IntoResponse as _, Response},
    routing::post,
};
use domain::Invalid;
use services::{Ctx, files::Attached};

use crate::{
    form::{Problem, Values},
    posts::{self, Arrival, Next, Place, PostRouter, Renderer},
    request::CookieStyle,
    upload::{self, Arrived, LARGEST_UPLOAD},
};

/// The field of the files, on every such form.
const FIELD: &str = "files";

/// Where a form with files was posted to, and how this house sets cookies.
pub struct Sent {
    pub place: Place,
    pub cookies: Option<CookieStyle>,
    /// The secret of the form.
    pub once: String,
}

/// A form with files.
pub trait FileForm: Send + Sync + 'static {
    /// The shared path it is posted to, which is that of its page.
    const PATH: &'static str;
    const MOST_FILES: usize;
    /// What the form says beside its files.
    type Words: Send;

    /// Whose files are read at all.
    fn admit(ctx: &Ctx, place: &Place) -> impl Future<Output = Result<(), Problem>> + Send;

    fn read(values: &Values) -> Result<Self::Words, Problem>;

    /// Does what was asked, with the files that passed every check.
    fn submit(
        ctx: Ctx,
        sent: Sent,
        words: Self::Words,
        files: Vec<Attached>,
    ) -> impl Future<Output = Result<Next, Problem>> + Send;
}

/// Adds a form with files to a router, in both locales.
pub fn file_form<F: FileForm>(router: PostRouter) -> PostRouter {
    let take = || post(take::<F>).layer(DefaultBodyLimit::max(LARGEST_UPLOAD));
    router.route(F::PATH, take()).route(&i18n::localised(i18n::Locale::en, F::PATH), take())
}

async fn take<F: FileForm>(State(renderer): State<Renderer>, request: Request) -> Response {
    let Arrival { ctx, place, parts, body } = match Arrival::of(request).await {
        Ok(arrival) => arrival,
        Err(status) => return status.into_response(),
    };
    let cookies = parts.extensions.get::<CookieStyle>().copied();
    let request = Request::from_parts(parts.clone(), body);
    let mut values = Values::default();
    match give::<F>(&ctx, place, cookies, request, &mut values).await {
        Ok(next) => posts::go(&ctx, next),
        Err(problem) => upload::refuse(&renderer, parts, values, problem).await,
    }
}

async fn give<F: FileForm>(
    ctx: &Ctx,
    place: Place,
    cookies: Option<CookieStyle>,
    request: Request,
    values: &mut Values,
) -> Result<Next, Problem> {
    F::admit(ctx, &place).await?;
    let refused = |why: Invalid| Problem::Fields(vec![(FIELD.to_owned(), why)]);
    let arrived = upload::read(request, values, F::MOST_FILES).await.map_err(refused)?;
    let words = F::read(values)?;
    let mut files = Vec::with_capacity(arrived.len());
    for Arrived { name, bytes } in arrived {
        files.push(Attached { name, file: upload::check(bytes).await?.map_err(refused)? });
    }
    let sent = Sent { place, cookies, once: values.get("once").to_owned() };
    F::submit(ctx.clone(), sent, words, files).await
}

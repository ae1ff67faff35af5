//! A page loads, a view shows: the one place where a page waits for its data and says what went wrong.

use i18n::{Locale, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::PageHead;

use crate::{
    AppError,
    public::{Framed, PageTitle, PublicPage},
};

/// Waits for a resource and shows it, or the page of its error with the right status.
#[component]
pub fn Loaded<T>(resource: Resource<Result<T, AppError>>, #[prop(into)] view: Callback<T, AnyView>) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
{
    let waiting = td_string!(use_locale(), errors.loading);
    let framed = use_context::<Framed>().is_some();
    view! {
        <Suspense fallback=move || view! { <p class="loading" role="status">{waiting}</p> }>
            {move || Suspend::new(async move {
                match resource.await {
                    Ok(value) => view.run(value),
                    Err(error) if framed => view! { <Trouble error/> }.into_any(),
                    Err(error) => view! { <ErrorPage error/> }.into_any(),
                }
            })}
        </Suspense>
    }
}

/// A named part of the address, parsed; what does not parse does not exist.
pub fn param<T>(name: &'static str) -> Memo<Result<T, AppError>>
where
    T: std::str::FromStr + Clone + PartialEq + Send + Sync + 'static,
{
    let params = leptos_router::hooks::use_params_map();
    Memo::new(move |_| {
        let part = params.read().get(name);
        part.and_then(|part| part.parse().ok()).ok_or(AppError::NotFound)
    })
}

/// Loads what an address names: a part of it that does not parse is "not found" without asking.
pub fn load<P, T, F, Fut>(part: Memo<Result<P, AppError>>, fetch: F) -> Resource<Result<T, AppError>>
where
    P: Clone + PartialEq + Send + Sync + 'static,
    T: Clone + serde::Serialize + serde::de::DeserializeOwned + Send + Sync + 'static,
    F: Fn(P) -> Fut + Clone + Send + Sync + 'static,
    Fut: Future<Output = Result<T, AppError>> + Send + 'static,
{
    Resource::new(
        move || part.get(),
        move |part| {
            let fetch = fetch.clone();
            async move { fetch(part?).await }
        },
    )
}

/// Is this shared path in the part of the house where staff work?
fn is_staff(path: &str) -> bool {
    path.starts_with("/office") || path.starts_with("/committee")
}

/// Where somebody signs in who asked for a page, and is sent back from.
pub fn sign_in_address(locale: Locale, path: &str) -> String {
    let door = if is_staff(path) {
        "/office/sign-in"
    } else if path.starts_with("/contact") {
        "/contact/follow"
    } else if path.starts_with("/volunteer") {
        "/volunteer/sign-in"
    } else {
        "/sign-in"
    };
    format!("{}?next={path}", localised(locale, door))
}

/// The context of a page that is opened with the link of a message: what to say where the link leads nowhere.
#[derive(Clone, Copy, Debug)]
pub struct MessageLink {
    /// What the link was for, and why it may not work any more.
    pub was: &'static str,
    /// What to do instead.
    pub instead: &'static str,
    /// Where that is done, and what that page is called.
    pub href: &'static str,
    pub label: &'static str,
}

/// What went wrong, as a page of its own.
#[component]
pub fn ErrorPage(error: AppError) -> impl IntoView {
    view! { <PublicPage><Trouble error/></PublicPage> }
}

/// What went wrong and what to do now, in whichever frame stands round it; sets the status of the page.
#[component]
pub fn Trouble(error: AppError) -> impl IntoView {
    let locale = use_locale();
    #[cfg(feature = "ssr")]
    answer_with(&error, locale);
    let signed_out = error == AppError::NotSignedIn;
    let path = leptos_router::hooks::use_location().pathname;
    let door = move || sign_in_address(locale, i18n::split_locale(&path.get()).1);
    // The server sends whoever must sign in to the door; a page that was opened in the browser does so, too.
    Effect::new(move || {
        if signed_out {
            window().location().replace(&door()).ok();
        }
    });
    let link = use_context::<MessageLink>().filter(|_| matches!(error.page_status(), 404 | 410));
    let unknown_link = link.is_some() && error == AppError::NotFound;
    let title = if unknown_link { td_string!(locale, errors.title_dead_link) } else { error.title(locale) };
    let public = !path.with_untracked(|path| is_staff(i18n::split_locale(path).1));
    view! {
        <PageTitle title/>
        <PageHead title/>
        <div class="flow">
            {(!unknown_link).then(|| view! { <p>{error.words(locale)}</p> })}
            {link.map(|link| view! {
                <p>{link.was}</p>
                <p>{link.instead}" "<a href=localised(locale, link.href)>{link.label}</a></p>
            })}
            {signed_out.then(|| view! {
                <p><a class="btn" href=door rel="external">{td_string!(locale, errors.sign_in)}</a></p>
            })}
            <p><a href=localised(locale, "/")>{td_string!(locale, errors.home)}</a></p>
            {public.then(|| view! {
                <p><a href=localised(locale, "/programmes")>{td_string!(locale, errors.programmes)}</a></p>
                <p><a href=localised(locale, "/contact")>{td_string!(locale, errors.ask)}</a></p>
            })}
        </div>
    }
}

#[cfg(feature = "ssr")]
fn answer_with(error: &AppError, locale: Locale) {
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>()
        && let Ok(status) = http::StatusCode::from_u16(error.page_status())
    {
        response.set_status(status);
    }
    if *error == AppError::NotSignedIn
        && let Some(parts) = use_context::<http::request::Parts>()
    {
        let (_, path) = i18n::split_locale(parts.uri.path());
        leptos_axum::redirect(&sign_in_address(locale, path));
    }
}

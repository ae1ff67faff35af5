//! What a server function or a page knows of the request it answers.

use axum::{
    body::Body,
    extract::State,
    middleware::Next,
    response::{IntoResponse as _, Redirect, Response},
};
use domain::{access::Actor, self_check::Told};
use http::{HeaderMap, Request, header, request::Parts};
use leptos::prelude::use_context;
use services::{
    Ctx, House,
    identity::{self, PendingToken},
    self_check,
};
use std::{net::IpAddr, sync::Arc};

use crate::AppError;

const SESSION: &str = "wisal";
const PENDING: &str = "wisal-pending";
const CARRIED: &str = "wisal-check";
const SENT: &str = "wisal-sent";

/// The cookies of a browser: its session, a sign-in it has half finished, a self-check on its way into an application. `__Host-` ties them to this host and to
/// HTTPS; without HTTPS (a machine of one's own) they have their plain names.
#[derive(Clone, Copy, Debug)]
pub struct CookieStyle {
    pub secure: bool,
}

impl CookieStyle {
    /// The plain names. An answer to a browser that carries one of them is about somebody.
    pub const NAMES: [&'static str; 4] = [SESSION, PENDING, CARRIED, SENT];

    fn named(self, name: &str) -> String {
        if self.secure { format!("__Host-{name}") } else { name.to_owned() }
    }

    fn set(self, name: &str, value: &str, lasts: &str) -> String {
        let secure = if self.secure { "; Secure" } else { "" };
        format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{lasts}{secure}", self.named(name))
    }

    fn read(self, name: &str, headers: &HeaderMap) -> Option<String> {
        let name = self.named(name);
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        cookies
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(key, value)| *key == name && !value.is_empty())
            .map(|(_, value)| value.to_owned())
    }

    /// The `Set-Cookie` value that opens a session.
    pub fn open(self, token: &str) -> String {
        self.set(SESSION, token, "")
    }

    /// The `Set-Cookie` value that ends it.
    pub fn close(self) -> String {
        self.set(SESSION, "", "; Max-Age=0")
    }

    /// The session token a request carries.
    pub fn token<B>(self, request: &Request<B>) -> Option<String> {
        self.read(SESSION, request.headers())
    }

    /// The `Set-Cookie` value that remembers a half-finished sign-in, for as long as it can be finished.
    pub fn open_pending(self, token: &str) -> String {
        self.set(PENDING, token, &format!("; Max-Age={}", identity::PENDING_FOR.num_seconds()))
    }

    /// The `Set-Cookie` value that forgets it.
    pub fn close_pending(self) -> String {
        self.set(PENDING, "", "; Max-Age=0")
    }

    /// The `Set-Cookie` value that carries a self-check, sealed, for its hour.
    pub fn open_carried(self, sealed: &str) -> String {
        self.set(CARRIED, sealed, &format!("; Max-Age={}", self_check::CARRIED_FOR.num_seconds()))
    }

    /// The `Set-Cookie` value that forgets it.
    pub fn close_carried(self) -> String {
        self.set(CARRIED, "", "; Max-Age=0")
    }

    /// The `Set-Cookie` value that carries a code to the one page that shows it.
    pub fn open_sent(self, code: &str) -> String {
        self.set(SENT, code, "; Max-Age=120")
    }

    /// The `Set-Cookie` value that forgets it: it was shown.
    fn close_sent(self) -> String {
        self.set(SENT, "", "; Max-Age=0")
    }

    /// The half-finished sign-in a request carries.
    pub fn pending(self, headers: &HeaderMap) -> Option<PendingToken> {
        self.read(PENDING, headers).map(PendingToken::sent)
    }
}

/// What the middleware needs.
#[derive(Clone)]
pub struct Door {
    pub house: Arc<House>,
    pub cookies: CookieStyle,
    /// The address of the client, as the edge made it out.
    pub client: fn(&http::Extensions) -> Option<IpAddr>,
}

/// The session token of this request, for signing out and rotating.
#[derive(Clone, Debug)]
pub struct Token(pub Option<String>);

/// Finds out who is asking, once per request, and puts the [`Ctx`] beside the request.
pub async fn identify(State(door): State<Door>, mut request: Request<Body>, next: Next) -> Response {
    let token = door.cookies.token(&request);
    let (locale, _) = i18n::split_locale(page_path(&request));
    let address = (door.client)(request.extensions());
    let visitor = Ctx::new(door.house.clone(), Actor::Visitor, locale, address);
    let ctx = match &token {
        None => visitor,
        Some(token) => match identity::actor_of(&visitor, token).await {
            Ok(actor) => visitor.acting_as(actor),
            Err(error) => {
                tracing::error!(%error, "the session could not be read");
                visitor
            }
        },
    };
    request.extensions_mut().insert(ctx);
    request.extensions_mut().insert(Token(token));
    request.extensions_mut().insert(door.cookies);
    next.run(request).await
}

/// The page a request belongs to: its own path, or for a server function the page that called it.
fn page_path<B>(request: &Request<B>) -> &str {
    let path = request.uri().path();
    if !path.starts_with("/api/") {
        return path;
    }
    let referer = request.headers().get(header::REFERER).and_then(|value| value.to_str().ok()).unwrap_or("/");
    match referer.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("/", |at| &rest[at..]),
        None => referer,
    }
}

/// The caller of this server function or page.
pub fn ctx() -> Result<Ctx, AppError> {
    let parts = use_context::<Parts>();
    let ctx = parts.and_then(|parts| parts.extensions.get::<Ctx>().cloned());
    ctx.ok_or_else(|| {
        let reference = error_reference();
        tracing::error!(reference, "a page was rendered without its request");
        AppError::Internal { reference }
    })
}

/// The half-finished sign-in of this server function's or page's caller.
pub fn pending() -> Option<PendingToken> {
    let parts = use_context::<Parts>()?;
    parts.extensions.get::<CookieStyle>()?.pending(&parts.headers)
}

/// What the caller told the self-check just before; nothing if they did not.
pub fn told(ctx: &Ctx) -> Told {
    let sealed = use_context::<Parts>().and_then(|parts| {
        let style = parts.extensions.get::<CookieStyle>().copied()?;
        style.read(CARRIED, &parts.headers)
    });
    sealed.map(|sealed| self_check::open(ctx, &sealed)).unwrap_or_default()
}

/// A code on its way to the page that shows it; with this answer the browser forgets it.
pub fn sent_code() -> Option<String> {
    let parts = use_context::<Parts>()?;
    let cookies = *parts.extensions.get::<CookieStyle>()?;
    let code = cookies.read(SENT, &parts.headers)?;
    let forget = http::HeaderValue::from_str(&cookies.close_sent()).ok()?;
    use_context::<leptos_axum::ResponseOptions>()?.append_header(header::SET_COOKIE, forget);
    Some(code)
}

/// To the sign-in page of the part of the house that was asked for, and back afterwards.
pub fn to_sign_in(parts: &Parts) -> Response {
    let (locale, path) = i18n::split_locale(parts.uri.path());
    Redirect::to(&crate::loaded::sign_in_address(locale, path)).into_response()
}

/// Eight characters that find an error in the log.
pub fn error_reference() -> String {
    let ctx = use_context::<Parts>().and_then(|parts| parts.extensions.get::<Ctx>().cloned());
    ctx.map_or_else(|| "startup".to_owned(), |ctx| ctx.token(4))
}

/// A key made for one rendering of a form.
pub fn once_key() -> String {
    ctx().map_or_else(|_| String::new(), |ctx| ctx.token(16))
}

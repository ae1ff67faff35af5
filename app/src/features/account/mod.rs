//! The doors of the house: signing in with a phone, following one request, and the door of the office.

mod api;
mod code;
mod enrol;
mod next;
mod office;
mod office_code;
mod password;
mod read;
mod sign_in;
mod track;

#[cfg(feature = "ssr")]
mod door;
#[cfg(feature = "ssr")]
mod office_posts;
#[cfg(feature = "ssr")]
mod portal_posts;

#[cfg(all(test, feature = "ssr"))]
mod tests;

use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, components::Route, path};

use self::{
    code::{SignInCodePage, TrackCodePage},
    enrol::EnrolPage,
    office::OfficeSignInPage,
    office_code::OfficeCodePage,
    password::PasswordPage,
    sign_in::SignInPage,
    track::TrackPage,
};
#[cfg(feature = "ssr")]
use crate::posts::PostRouter;

#[component(transparent)]
pub fn AccountRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/sign-in") view=SignInPage/>
        <Route path=path!("/sign-in/code") view=SignInCodePage/>
        <Route path=path!("/track") view=TrackPage/>
        <Route path=path!("/track/code") view=TrackCodePage/>
        <Route path=path!("/office/sign-in") view=OfficeSignInPage/>
        <Route path=path!("/office/sign-in/code") view=OfficeCodePage/>
        <Route path=path!("/office/sign-in/enrol") view=EnrolPage/>
        <Route path=path!("/office/sign-in/password") view=PasswordPage/>
    }
    .into_inner()
}

#[cfg(feature = "ssr")]
pub fn forms(router: PostRouter) -> PostRouter {
    office_posts::forms(portal_posts::forms(router))
}

//! The doors of the house: signing in with a phone, following one request, and the door of the office.

mod api;
mod code;
mod enrol;
mod for_another;
mod next;
mod office;
mod office_code;
mod password;
#[cfg(feature = "ssr")]
mod read;
mod sign_in;
mod track;
mod volunteer;

#[cfg(feature = "ssr")]
pub(crate) mod door;
#[cfg(feature = "ssr")]
mod even;
#[cfg(feature = "ssr")]
mod for_another_posts;
#[cfg(feature = "ssr")]
mod office_posts;
#[cfg(feature = "ssr")]
mod portal_posts;

#[cfg(all(test, feature = "ssr"))]
mod tests;

use leptos::prelude::*;
use leptos_router::{Lazy, MatchNestedRoutes, components::Route, path};

use self::{
    code::{ForAnotherCodePage, SignInCodePage, TrackCodePage, VolunteerCodePage},
    enrol::EnrolPage,
    for_another::ForAnotherPage,
    office::OfficeSignInPage,
    office_code::OfficeCodePage,
    password::PasswordPage,
    sign_in::SignInPage,
    track::TrackPage,
    volunteer::VolunteerSignInPage,
};
use crate::area::lazy_area;
#[cfg(feature = "ssr")]
use crate::posts::PostRouter;

lazy_area! {
    fn account_page in public: SignInPage, SignInCodePage, TrackPage, TrackCodePage, OfficeSignInPage, OfficeCodePage, EnrolPage, PasswordPage,
        VolunteerSignInPage, VolunteerCodePage, ForAnotherPage, ForAnotherCodePage
}

#[component(transparent)]
pub fn AccountRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/sign-in") view={Lazy::<area::SignInPage>::new()}/>
        <Route path=path!("/sign-in/code") view={Lazy::<area::SignInCodePage>::new()}/>
        <Route path=path!("/track") view={Lazy::<area::TrackPage>::new()}/>
        <Route path=path!("/track/code") view={Lazy::<area::TrackCodePage>::new()}/>
        <Route path=path!("/volunteer/sign-in") view={Lazy::<area::VolunteerSignInPage>::new()}/>
        <Route path=path!("/volunteer/sign-in/code") view={Lazy::<area::VolunteerCodePage>::new()}/>
        <ForAnotherRoutes/>
        <Route path=path!("/office/sign-in") view={Lazy::<area::OfficeSignInPage>::new()}/>
        <Route path=path!("/office/sign-in/code") view={Lazy::<area::OfficeCodePage>::new()}/>
        <Route path=path!("/office/sign-in/enrol") view={Lazy::<area::EnrolPage>::new()}/>
        <Route path=path!("/office/sign-in/password") view={Lazy::<area::PasswordPage>::new()}/>
    }
    .into_inner()
}

#[component(transparent)]
fn ForAnotherRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/programmes/:slug/for-another") view={Lazy::<area::ForAnotherPage>::new()}/>
        <Route path=path!("/for-another/code") view={Lazy::<area::ForAnotherCodePage>::new()}/>
    }
    .into_inner()
}

#[cfg(feature = "ssr")]
pub fn forms(router: PostRouter) -> PostRouter {
    office_posts::forms(for_another_posts::forms(portal_posts::forms(router)))
}

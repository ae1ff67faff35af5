//! What anyone may read without signing in: the front page, the programmes, the self-check, the statements.

mod api;
mod check;
mod check_all;
mod check_form;
mod finder;
mod home;
mod papers;
#[cfg(feature = "ssr")]
mod posts;
mod programme;
mod programmes;
mod questions;
mod result;
pub(crate) mod rules;
mod statements;
pub(crate) mod window;

use leptos::prelude::*;
use leptos_router::{Lazy, MatchNestedRoutes, components::Route, path};

#[cfg(feature = "ssr")]
pub use self::posts::forms;
use self::{
    check::CheckPage,
    check_all::CheckAllPage,
    home::HomePage,
    programme::ProgrammePage,
    programmes::ProgrammesPage,
    statements::{AccessibilityPage, PrivacyPage},
};
use crate::area::lazy_area;

lazy_area! {
    fn portal_page in public: HomePage, ProgrammesPage, ProgrammePage, CheckPage, CheckAllPage, PrivacyPage, AccessibilityPage
}

#[component(transparent)]
pub fn PortalRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/") view={Lazy::<area::HomePage>::new()}/>
        <Route path=path!("/programmes") view={Lazy::<area::ProgrammesPage>::new()}/>
        <Route path=path!("/programmes/:slug") view={Lazy::<area::ProgrammePage>::new()}/>
        // Where a start that was refused is shown.
        <Route path=path!("/programmes/:slug/start") view={Lazy::<area::ProgrammePage>::new()}/>
        <Route path=path!("/programmes/:slug/check") view={Lazy::<area::CheckPage>::new()}/>
        // Where going on from a check was refused.
        <Route path=path!("/programmes/:slug/carry") view={Lazy::<area::CheckPage>::new()}/>
        <Route path=path!("/check") view={Lazy::<area::CheckAllPage>::new()}/>
        <Route path=path!("/privacy") view={Lazy::<area::PrivacyPage>::new()}/>
        <Route path=path!("/accessibility") view={Lazy::<area::AccessibilityPage>::new()}/>
    }
    .into_inner()
}

#[cfg(test)]
mod tests;

//! What anyone may read without signing in: the front page, the programmes, the self-check, the statements.

mod api;
mod check;
mod check_form;
mod home;
mod programme;
mod programmes;
mod result;
pub(crate) mod rules;
mod statements;
pub(crate) mod window;

use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, components::Route, path};

use self::{
    check::CheckPage,
    home::HomePage,
    programme::ProgrammePage,
    programmes::ProgrammesPage,
    statements::{AccessibilityPage, PrivacyPage},
};

#[component(transparent)]
pub fn PortalRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/") view=HomePage/>
        <Route path=path!("/programmes") view=ProgrammesPage/>
        <Route path=path!("/programmes/:slug") view=ProgrammePage/>
        // Where a start that was refused is shown.
        <Route path=path!("/programmes/:slug/start") view=ProgrammePage/>
        <Route path=path!("/programmes/:slug/check") view=CheckPage/>
        <Route path=path!("/privacy") view=PrivacyPage/>
        <Route path=path!("/accessibility") view=AccessibilityPage/>
    }
    .into_inner()
}

#[cfg(test)]
mod tests;

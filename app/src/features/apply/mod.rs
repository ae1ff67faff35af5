//! Applying for support, from "start" to the receipt (C5, H2, H4, H5): a task list, a page a section, checking, signing.

mod api;
#[cfg(feature = "hydrate")]
mod browser;
#[cfg(not(feature = "hydrate"))]
#[path = "no_browser.rs"]
mod browser;
mod check;
mod code;
pub mod date;
mod declare;
mod declare_form;
mod documents;
mod documents_form;
mod done;
mod household;
mod household_form;
mod identity;
mod identity_form;
mod livelihood;
mod livelihood_form;
mod need;
mod need_form;
mod net;
#[cfg(feature = "ssr")]
mod posts;
mod rules;
mod step;
mod tasks;
#[cfg(feature = "ssr")]
mod upload_post;
mod words;

#[cfg(all(test, feature = "ssr"))]
mod tests;

use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, components::Route, path};

use self::{
    check::CheckPage, code::CodePage, declare::DeclarePage, documents::DocumentsPage, done::DonePage,
    household::HouseholdPage, identity::IdentityPage, livelihood::LivelihoodPage, need::NeedPage, tasks::TasksPage,
};

/// Some pages stand at two addresses: a form that was refused is shown again at the address it was posted to.
#[component(transparent)]
pub fn ApplyRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/apply/:reference") view=TasksPage/>
        <Route path=path!("/apply/:reference/identity") view=IdentityPage/>
        <Route path=path!("/apply/:reference/household") view=HouseholdPage/>
        <Route path=path!("/apply/:reference/livelihood") view=LivelihoodPage/>
        <Route path=path!("/apply/:reference/need") view=NeedPage/>
        <Route path=path!("/apply/:reference/documents") view=DocumentsPage/>
        <Route path=path!("/apply/:reference/documents/:kind") view=DocumentsPage/>
        <Route path=path!("/apply/:reference/documents/:kind/remove") view=DocumentsPage/>
        <EndRoutes/>
    }
    .into_inner()
}

/// From the answers to be checked to the receipt.
#[component(transparent)]
fn EndRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/apply/:reference/check") view=CheckPage/>
        <Route path=path!("/apply/:reference/declare") view=DeclarePage/>
        <Route path=path!("/apply/:reference/code") view=CodePage/>
        <Route path=path!("/apply/:reference/code/again") view=CodePage/>
        <Route path=path!("/apply/:reference/done") view=DonePage/>
    }
    .into_inner()
}

#[cfg(feature = "ssr")]
pub use posts::forms;
#[cfg(feature = "ssr")]
pub use upload_post::{LARGEST_UPLOAD, PATH as UPLOAD_PATH};

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
#[cfg(feature = "ssr")]
mod declare_form;
mod document_pages;
mod document_upload;
mod documents;
#[cfg(feature = "ssr")]
mod documents_form;
mod done;
mod household;
#[cfg(feature = "ssr")]
mod household_form;
mod household_rows;
mod identity;
#[cfg(feature = "ssr")]
mod identity_form;
#[cfg(feature = "ssr")]
mod keep_post;
mod livelihood;
mod livelihood_form;
mod need;
#[cfg(feature = "ssr")]
mod need_form;
mod net;
#[cfg(feature = "ssr")]
mod page_posts;
#[cfg(feature = "ssr")]
mod posts;
mod questions;
mod questions_form;
mod rules;
mod sending;
mod step;
mod tasks;
#[cfg(feature = "ssr")]
mod upload_post;
mod uploads;
mod words;

#[cfg(all(test, feature = "ssr"))]
mod tests;

use leptos::prelude::*;
use leptos_router::{Lazy, MatchNestedRoutes, components::Route, path};

use self::{
    check::CheckPage, code::CodePage, declare::DeclarePage, documents::DocumentsPage, done::DonePage,
    household::HouseholdPage, identity::IdentityPage, livelihood::LivelihoodPage, need::NeedPage, tasks::TasksPage,
};
use crate::area::lazy_area;

lazy_area! {
    fn apply_page in apply: TasksPage, IdentityPage, HouseholdPage, LivelihoodPage, NeedPage, DocumentsPage, CheckPage, DeclarePage, CodePage, DonePage
}

/// Some pages stand at two addresses: a form that was refused is shown again at the address it was posted to.
#[component(transparent)]
pub fn ApplyRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/apply/:reference") view={Lazy::<area::TasksPage>::new()}/>
        <Route path=path!("/apply/:reference/identity") view={Lazy::<area::IdentityPage>::new()}/>
        <Route path=path!("/apply/:reference/household") view={Lazy::<area::HouseholdPage>::new()}/>
        <Route path=path!("/apply/:reference/livelihood") view={Lazy::<area::LivelihoodPage>::new()}/>
        <Route path=path!("/apply/:reference/need") view={Lazy::<area::NeedPage>::new()}/>
        <Route path=path!("/apply/:reference/documents") view={Lazy::<area::DocumentsPage>::new()}/>
        <Route path=path!("/apply/:reference/documents/:kind") view={Lazy::<area::DocumentsPage>::new()}/>
        <Route path=path!("/apply/:reference/documents/:kind/remove") view={Lazy::<area::DocumentsPage>::new()}/>
        <Route path=path!("/apply/:reference/documents/:kind/turn") view={Lazy::<area::DocumentsPage>::new()}/>
        <Route path=path!("/apply/:reference/documents/:kind/take-out") view={Lazy::<area::DocumentsPage>::new()}/>
        <Route path=path!("/apply/:reference/documents/:kind/use") view={Lazy::<area::DocumentsPage>::new()}/>
        <EndRoutes/>
    }
    .into_inner()
}

/// From the answers to be checked to the receipt.
#[component(transparent)]
fn EndRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/apply/:reference/check") view={Lazy::<area::CheckPage>::new()}/>
        <Route path=path!("/apply/:reference/declare") view={Lazy::<area::DeclarePage>::new()}/>
        <Route path=path!("/apply/:reference/code") view={Lazy::<area::CodePage>::new()}/>
        <Route path=path!("/apply/:reference/code/again") view={Lazy::<area::CodePage>::new()}/>
        <Route path=path!("/apply/:reference/done") view={Lazy::<area::DonePage>::new()}/>
    }
    .into_inner()
}

#[cfg(feature = "ssr")]
pub use posts::forms;
#[cfg(feature = "ssr")]
pub(super) use upload_post::PATH as UPLOAD_PATH;

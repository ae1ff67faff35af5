//! The privacy officer's part of the office: what people ask of their own data, each within its thirty days (PDPL).

#[cfg(feature = "ssr")]
mod answer_form;
mod api;
mod case;
#[cfg(feature = "ssr")]
mod posts;
mod queue;

use leptos::prelude::*;
use leptos_router::{Lazy, MatchNestedRoutes, components::Route, path};

use self::{case::PrivacyCasePage, queue::PrivacyQueuePage};
use crate::area::lazy_area;

lazy_area! {
    fn privacy_page: PrivacyQueuePage, PrivacyCasePage
}

#[component(transparent)]
pub fn PrivacyRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/office/privacy") view={Lazy::<area::PrivacyQueuePage>::new()}/>
        <Route path=path!("/office/privacy/:reference") view={Lazy::<area::PrivacyCasePage>::new()}/>
    }
    .into_inner()
}

/// The queue, and the page of each request below it.
pub const QUEUE: &str = "/office/privacy";

#[cfg(feature = "ssr")]
pub use posts::forms;

#[cfg(all(test, feature = "ssr"))]
mod tests;

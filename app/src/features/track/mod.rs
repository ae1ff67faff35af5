//! What an applicant sees of their requests: where each stands, what comes next, and what they may do about it.

mod answer;
mod api;
mod appeal;
mod mine;
mod rate;
mod representation;
mod status;
mod way;
mod withdraw;

#[cfg(feature = "ssr")]
mod posts;
#[cfg(feature = "ssr")]
mod rate_form;

use leptos::prelude::*;
use leptos_router::{Lazy, MatchNestedRoutes, components::Route, path};

use self::{
    appeal::AppealPage,
    mine::MyRequestsPage,
    rate::{RateByLinkPage, RateContactPage, RateOwnPage},
    status::StatusPage,
    withdraw::WithdrawPage,
};
use crate::area::lazy_area;

lazy_area! {
    fn track_page in public: MyRequestsPage, StatusPage, WithdrawPage, AppealPage, RateOwnPage, RateContactPage, RateByLinkPage
}

#[component(transparent)]
pub fn TrackRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/my/requests") view={Lazy::<area::MyRequestsPage>::new()}/>
        <Route path=path!("/my/requests/:reference") view={Lazy::<area::StatusPage>::new()}/>
        // Where ending it was refused.
        <Route path=path!("/my/requests/:reference/end-representation") view={Lazy::<area::StatusPage>::new()}/>
        <Route path=path!("/my/requests/:reference/withdraw") view={Lazy::<area::WithdrawPage>::new()}/>
        <Route path=path!("/my/requests/:reference/appeal") view={Lazy::<area::AppealPage>::new()}/>
        <Route path=path!("/my/requests/:reference/rate") view={Lazy::<area::RateOwnPage>::new()}/>
        <Route path=path!("/contact/:reference/rate") view={Lazy::<area::RateContactPage>::new()}/>
        <Route path=path!("/rate/:token") view={Lazy::<area::RateByLinkPage>::new()}/>
    }
    .into_inner()
}

/// The page of a request.
fn address(reference: &domain::Reference) -> String {
    format!("/my/requests/{reference}")
}

#[cfg(feature = "ssr")]
pub(super) use posts::Appeal;
#[cfg(feature = "ssr")]
pub use posts::forms;

#[cfg(test)]
mod tests;

//! Volunteering, for everybody (C6): opportunities, joining, a volunteer's own page, and checking a certificate.

mod api;
pub mod join;
mod list;
mod mine;
mod opportunity;
mod verify;
pub mod when;

#[cfg(feature = "ssr")]
mod join_form;
#[cfg(feature = "ssr")]
mod posts;

#[cfg(all(test, feature = "ssr"))]
pub(crate) mod samples;
#[cfg(all(test, feature = "ssr"))]
mod tests;

use leptos::prelude::*;
use leptos_router::{Lazy, MatchNestedRoutes, components::Route, path};

#[cfg(feature = "ssr")]
pub use posts::forms;

pub use mine::{Attended, Certificate, tone};

use self::{join::JoinPage, list::ListPage, mine::MinePage, opportunity::OpportunityPage, verify::VerifyPage};
use crate::area::lazy_area;

lazy_area! {
    fn volunteer_page in community: ListPage, OpportunityPage, JoinPage, MinePage, VerifyPage
}

#[component(transparent)]
pub fn VolunteerRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/volunteer") view={Lazy::<area::ListPage>::new()}/>
        <Route path=path!("/volunteer/mine") view={Lazy::<area::MinePage>::new()}/>
        <Route path=path!("/volunteer/mine/shifts/:id/take") view={Lazy::<area::MinePage>::new()}/>
        <Route path=path!("/volunteer/mine/shifts/:id/leave") view={Lazy::<area::MinePage>::new()}/>
        <Route path=path!("/volunteer/:slug") view={Lazy::<area::OpportunityPage>::new()}/>
        <Route path=path!("/volunteer/:slug/join") view={Lazy::<area::JoinPage>::new()}/>
        <Route path=path!("/verify/:token") view={Lazy::<area::VerifyPage>::new()}/>
    }
    .into_inner()
}

/// The page of an opportunity.
fn address(slug: &domain::volunteer::Slug) -> String {
    format!("/volunteer/{slug}")
}

//! The volunteer coordinator's desk (C6): applications, opportunities with their shifts, attendance, certificates.

mod api;
mod application;
mod attendance;
mod plan;
mod plans;
mod queue;

#[cfg(feature = "ssr")]
mod forms;
#[cfg(feature = "ssr")]
mod posts;

#[cfg(all(test, feature = "ssr"))]
mod tests;

use leptos::prelude::*;
use leptos_router::{Lazy, MatchNestedRoutes, components::Route, path};

#[cfg(feature = "ssr")]
pub use posts::forms;

use self::{
    application::ApplicationPage,
    attendance::AttendancePage,
    plan::{NewPlanPage, PlanPage},
    plans::PlansPage,
    queue::QueuePage,
};
use crate::area::lazy_area;

lazy_area! {
    fn volunteer_desk_page in staff: QueuePage, ApplicationPage, PlansPage, NewPlanPage, PlanPage, AttendancePage
}

#[component(transparent)]
pub fn VolunteerDeskRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/office/volunteers") view={Lazy::<area::QueuePage>::new()}/>
        <Route path=path!("/office/volunteers/opportunities") view={Lazy::<area::PlansPage>::new()}/>
        <Route path=path!("/office/volunteers/opportunities/new") view={Lazy::<area::NewPlanPage>::new()}/>
        <Route path=path!("/office/volunteers/opportunities/:slug") view={Lazy::<area::PlanPage>::new()}/>
        <Route path=path!("/office/volunteers/opportunities/:slug/shifts") view={Lazy::<area::PlanPage>::new()}/>
        <Route path=path!("/office/volunteers/shifts/:id") view={Lazy::<area::AttendancePage>::new()}/>
        <ApplicationRoutes/>
    }
    .into_inner()
}

/// A form that was refused is shown again at the address it was posted to.
#[component(transparent)]
fn ApplicationRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/office/volunteers/applications/:reference") view={Lazy::<area::ApplicationPage>::new()}/>
        <Route path=path!("/office/volunteers/applications/:reference/accept") view={Lazy::<area::ApplicationPage>::new()}/>
        <Route path=path!("/office/volunteers/applications/:reference/decline") view={Lazy::<area::ApplicationPage>::new()}/>
        <Route path=path!("/office/volunteers/applications/:reference/certificate") view={Lazy::<area::ApplicationPage>::new()}/>
        <Route path=path!("/office/volunteers/opportunities/:slug/shifts/:id/remove") view={Lazy::<area::PlanPage>::new()}/>
    }
    .into_inner()
}

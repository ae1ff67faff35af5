//! The research committee (H5), made for a tablet held in two hands: sessions, agenda, the brief of a case, the vote.

mod agenda;
mod api;
mod aside;
mod ballot;
mod brief;
mod case;
mod decision;
#[cfg(feature = "ssr")]
mod forms;
mod papers;
#[cfg(feature = "ssr")]
mod posts;
mod screen;
mod sessions;
mod study;
#[cfg(test)]
mod tests;
mod votes;

use leptos::prelude::*;
use leptos_router::{Lazy, MatchNestedRoutes, components::Route, path};

#[cfg(feature = "ssr")]
pub use posts::forms;

use self::{agenda::AgendaPage, case::CasePage, sessions::SessionsPage};
use crate::area::lazy_area;

lazy_area! {
    fn committee_page in staff: SessionsPage, AgendaPage, CasePage
}

/// Some pages stand at two addresses: a form that was refused is shown again at the address it was posted to.
#[component(transparent)]
pub fn CommitteeRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/committee") view={Lazy::<area::SessionsPage>::new()}/>
        <Route path=path!("/committee/sessions") view={Lazy::<area::SessionsPage>::new()}/>
        <Route path=path!("/committee/sessions/:id") view={Lazy::<area::AgendaPage>::new()}/>
        <CaseRoutes/>
    }
    .into_inner()
}

#[component(transparent)]
fn CaseRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/committee/cases/:reference") view={Lazy::<area::CasePage>::new()}/>
        <Route path=path!("/committee/cases/:reference/vote") view={Lazy::<area::CasePage>::new()}/>
        <Route path=path!("/committee/cases/:reference/step-aside") view={Lazy::<area::CasePage>::new()}/>
        <Route path=path!("/committee/cases/:reference/decide") view={Lazy::<area::CasePage>::new()}/>
    }
    .into_inner()
}

//! The back office: the queue, the request on one page, and every step from matching to delivery.

mod acts;
mod answers;
mod api;
pub mod clock;
mod deliver;
pub mod documents;
mod eligibility;
pub mod figures;
#[cfg(feature = "ssr")]
pub mod forms;
mod give_back;
mod head;
mod match_form;
#[cfg(feature = "ssr")]
mod match_read;
mod matching;
mod people;
#[cfg(feature = "ssr")]
mod posts;
mod queue;
mod queue_address;
mod record;
mod refer;
mod request;
#[cfg(test)]
mod samples;
pub mod screen;
mod stale;
mod study;
#[cfg(test)]
mod tests;
mod timeline;
pub mod words;

use leptos::prelude::*;
use leptos_router::{Lazy, MatchNestedRoutes, components::Route, path};

#[cfg(feature = "ssr")]
pub use posts::forms;

use self::{
    deliver::{DeliverPage, ReceiptPage},
    give_back::ReturnPage,
    matching::MatchPage,
    queue::QueuePage,
    refer::ReferPage,
    request::RequestPage,
    study::StudyPage,
};
use super::privacy::{PrivacyCasePage, PrivacyQueuePage};
use crate::area::lazy_area;

lazy_area! {
    fn office_page in staff: QueuePage, RequestPage, MatchPage, ReturnPage, StudyPage, ReferPage, DeliverPage, ReceiptPage,
        PrivacyQueuePage, PrivacyCasePage
}

/// Some pages stand at two addresses: a form that was refused is shown again at the address it was posted to.
#[component(transparent)]
pub fn OfficeRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/office") view={Lazy::<area::QueuePage>::new()}/>
        <RequestRoutes/>
        <DeliveryRoutes/>
        <PrivacyRoutes/>
    }
    .into_inner()
}

#[component(transparent)]
fn PrivacyRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/office/privacy") view={Lazy::<area::PrivacyQueuePage>::new()}/>
        <Route path=path!("/office/privacy/:reference") view={Lazy::<area::PrivacyCasePage>::new()}/>
    }
    .into_inner()
}

#[component(transparent)]
fn RequestRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/office/requests/:reference") view={Lazy::<area::RequestPage>::new()}/>
        <Route path=path!("/office/requests/:reference/study/open") view={Lazy::<area::RequestPage>::new()}/>
        <Route path=path!("/office/requests/:reference/register") view={Lazy::<area::RequestPage>::new()}/>
        <Route path=path!("/office/requests/:reference/match") view={Lazy::<area::MatchPage>::new()}/>
        <Route path=path!("/office/requests/:reference/return") view={Lazy::<area::ReturnPage>::new()}/>
        <Route path=path!("/office/requests/:reference/return/prepare") view={Lazy::<area::ReturnPage>::new()}/>
    }
    .into_inner()
}

#[component(transparent)]
fn DeliveryRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/office/requests/:reference/study") view={Lazy::<area::StudyPage>::new()}/>
        <Route path=path!("/office/requests/:reference/refer") view={Lazy::<area::ReferPage>::new()}/>
        <Route path=path!("/office/requests/:reference/deliver") view={Lazy::<area::DeliverPage>::new()}/>
        <Route path=path!("/office/requests/:reference/receipt") view={Lazy::<area::ReceiptPage>::new()}/>
        <Route path=path!("/office/requests/:reference/receipt/code") view={Lazy::<area::ReceiptPage>::new()}/>
    }
    .into_inner()
}

//! The back office: the queue, the request on one page, and every step from matching to delivery.

mod acts;
mod answers;
mod api;
pub mod clock;
mod deliver;
pub mod documents;
mod eligibility;
pub mod figures;
pub mod forms;
mod give_back;
mod head;
mod match_form;
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
use leptos_router::{MatchNestedRoutes, components::Route, path};

#[cfg(feature = "ssr")]
pub use posts::forms;

use self::{
    deliver::{DeliverPage, ReceiptPage},
    give_back::ReturnPage,
    matching::MatchPage,
    queue::QueuePage,
    refer::ReferPage,
    request::RequestPage,
    screen::shown,
    study::StudyPage,
};

/// Some pages stand at two addresses: a form that was refused is shown again at the address it was posted to.
#[component(transparent)]
pub fn OfficeRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/office") view={shown::<QueuePage>}/>
        <RequestRoutes/>
        <DeliveryRoutes/>
    }
    .into_inner()
}

#[component(transparent)]
fn RequestRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/office/requests/:reference") view={shown::<RequestPage>}/>
        <Route path=path!("/office/requests/:reference/study/open") view={shown::<RequestPage>}/>
        <Route path=path!("/office/requests/:reference/register") view={shown::<RequestPage>}/>
        <Route path=path!("/office/requests/:reference/match") view={shown::<MatchPage>}/>
        <Route path=path!("/office/requests/:reference/return") view={shown::<ReturnPage>}/>
        <Route path=path!("/office/requests/:reference/return/prepare") view={shown::<ReturnPage>}/>
    }
    .into_inner()
}

#[component(transparent)]
fn DeliveryRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/office/requests/:reference/study") view={shown::<StudyPage>}/>
        <Route path=path!("/office/requests/:reference/refer") view={shown::<ReferPage>}/>
        <Route path=path!("/office/requests/:reference/deliver") view={shown::<DeliverPage>}/>
        <Route path=path!("/office/requests/:reference/receipt") view={shown::<ReceiptPage>}/>
        <Route path=path!("/office/requests/:reference/receipt/code") view={shown::<ReceiptPage>}/>
    }
    .into_inner()
}

//! The demonstration: accounts to try, the outbox, a clock that runs ahead, and the gallery of the design system.
//! All of it is 404 without `--demo`.

mod api;
#[cfg(feature = "ssr")]
mod clock;
mod gallery;
mod outbox;
mod page;

use leptos::prelude::*;
use leptos_router::{Lazy, MatchNestedRoutes, components::Route, path};

use self::{
    gallery::{CommitteeGalleryPage, GalleryPage, OfficeGalleryPage},
    outbox::OutboxPage,
    page::DemoPage,
};
use crate::area::lazy_area;

lazy_area! {
    fn demo_page in staff: DemoPage, OutboxPage, GalleryPage, OfficeGalleryPage, CommitteeGalleryPage
}

#[component(transparent)]
pub fn DemoRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/demo") view={Lazy::<area::DemoPage>::new()}/>
        <Route path=path!("/demo/outbox") view={Lazy::<area::OutboxPage>::new()}/>
        <Route path=path!("/gallery") view={Lazy::<area::GalleryPage>::new()}/>
        <Route path=path!("/gallery/office") view={Lazy::<area::OfficeGalleryPage>::new()}/>
        <Route path=path!("/gallery/committee") view={Lazy::<area::CommitteeGalleryPage>::new()}/>
    }
    .into_inner()
}

#[cfg(feature = "ssr")]
pub use clock::forms;

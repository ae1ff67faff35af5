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

#[component(transparent)]
pub fn DemoRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/demo") view=DemoPage/>
        <Route path=path!("/demo/outbox") view=OutboxPage/>
        <Route path=path!("/gallery") view={Lazy::<GalleryPage>::new()}/>
        <Route path=path!("/gallery/office") view={Lazy::<OfficeGalleryPage>::new()}/>
        <Route path=path!("/gallery/committee") view={Lazy::<CommitteeGalleryPage>::new()}/>
    }
    .into_inner()
}

#[cfg(feature = "ssr")]
pub use clock::forms;

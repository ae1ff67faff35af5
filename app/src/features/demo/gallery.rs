//! Every component and state of the design system, a page for each shell.

use leptos::prelude::*;
use ui::gallery::{CommitteeGallery, Gallery, OfficeGallery};

use super::api;
use crate::loaded::Loaded;

#[component]
pub fn GalleryPage() -> impl IntoView {
    view! { <OnlyHere view={|| view! { <Gallery/> }.into_any()}/> }
}

#[component]
pub fn OfficeGalleryPage() -> impl IntoView {
    view! { <OnlyHere view={|| view! { <OfficeGallery/> }.into_any()}/> }
}

#[component]
pub fn CommitteeGalleryPage() -> impl IntoView {
    view! { <OnlyHere view={|| view! { <CommitteeGallery/> }.into_any()}/> }
}

/// Shows its view in a demonstration, and is not found elsewhere.
#[component]
fn OnlyHere(view: fn() -> AnyView) -> impl IntoView {
    let open = Resource::new(|| (), |()| api::open());
    view! { <Loaded resource=open view={move |()| view()}/> }
}

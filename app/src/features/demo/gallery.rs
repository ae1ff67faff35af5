//! Every component and state of the design system, a page for each shell.

use leptos::prelude::*;
use ui::gallery::{CommitteeGallery, Gallery, OfficeGallery};

use super::api;
use crate::loaded::Loaded;

/// Answers in a demonstration, and is not found elsewhere.
fn in_demo(view: impl Fn() -> AnyView + Send + Sync + 'static) -> impl IntoView {
    let open = Resource::new(|| (), |()| api::open());
    view! { <Loaded resource=open view=move |()| view()/> }
}

/// `/gallery`: the public shell.
#[component]
pub fn GalleryPage() -> impl IntoView {
    in_demo(|| view! { <Gallery/> }.into_any())
}

/// `/gallery/office`.
#[component]
pub fn OfficeGalleryPage() -> impl IntoView {
    in_demo(|| view! { <OfficeGallery/> }.into_any())
}

/// `/gallery/committee`.
#[component]
pub fn CommitteeGalleryPage() -> impl IntoView {
    in_demo(|| view! { <CommitteeGallery/> }.into_any())
}

//! Every component and state of the design system, a page for each shell.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};
use ui::gallery::{CommitteeGallery, Gallery, OfficeGallery};

use super::api;
use crate::{AppError, loaded::Loaded};

/// Answers in a demonstration, and is not found elsewhere.
type Open = Resource<Result<(), AppError>>;

fn open() -> Open {
    Resource::new(|| (), |()| api::open())
}

/// `/gallery`: the public shell.
pub struct GalleryPage(Open);

/// `/gallery/office`.
pub struct OfficeGalleryPage(Open);

/// `/gallery/committee`.
pub struct CommitteeGalleryPage(Open);

#[lazy_route]
impl LazyRoute for GalleryPage {
    fn data() -> Self {
        Self(open())
    }

    fn view(this: Self) -> AnyView {
        view! { <Loaded resource=this.0 view={|()| view! { <Gallery/> }.into_any()}/> }.into_any()
    }
}

#[lazy_route]
impl LazyRoute for OfficeGalleryPage {
    fn data() -> Self {
        Self(open())
    }

    fn view(this: Self) -> AnyView {
        view! { <Loaded resource=this.0 view={|()| view! { <OfficeGallery/> }.into_any()}/> }.into_any()
    }
}

#[lazy_route]
impl LazyRoute for CommitteeGalleryPage {
    fn data() -> Self {
        Self(open())
    }

    fn view(this: Self) -> AnyView {
        view! { <Loaded resource=this.0 view={|()| view! { <CommitteeGallery/> }.into_any()}/> }.into_any()
    }
}

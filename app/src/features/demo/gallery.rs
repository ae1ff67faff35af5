//! Every component and state of the design system on one page.

use leptos::prelude::*;

use super::api;
use crate::loaded::Loaded;

#[component]
pub fn GalleryPage() -> impl IntoView {
    let open = Resource::new(|| (), |()| api::open());
    view! { <Loaded resource=open view=|()| view! { <ui::gallery::Gallery/> }.into_any()/> }
}

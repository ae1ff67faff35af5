//! Left-to-right islands.

use leptos::prelude::*;

/// Identity numbers, phones, IBANs and references: read left to right wherever they stand.
#[component]
pub fn Ltr(#[prop(into)] text: String) -> impl IntoView {
    view! { <bdi dir="ltr">{text}</bdi> }
}

//! Filters above a list.

use leptos::prelude::*;

/// Filters and actions above a list, in one row; put the form around it. `end` stands at the far end.
#[component]
pub fn Toolbar(
    /// Names the group for screen readers.
    #[prop(into)]
    label: String,
    #[prop(optional)] end: Option<AnyView>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="toolbar" role="group" aria-label=label>
            {children()}
            {end.map(|end| view! { <div class="toolbar-end actions">{end}</div> })}
        </div>
    }
}

//! Nothing here yet.

use leptos::prelude::*;

use crate::{
    icon::{Glyph, Icon},
    lu,
    words::Words,
};

/// Says why there is nothing and what to do; children are the actions.
#[component]
pub fn EmptyState(
    #[prop(into)] title: String,
    #[prop(optional, into)] text: Words,
    #[prop(optional)] icon: Option<Glyph>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Icon icon=icon.unwrap_or(lu::LuInbox) />
            <p class="empty-title">{title}</p>
            {text.into_option().map(|text| view! { <p class="empty-text">{text}</p> })}
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </div>
    }
}

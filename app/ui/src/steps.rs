//! What happens next.

use leptos::prelude::*;

use crate::words::Words;

/// What happens next, numbered; children are [`Step`]s.
#[component]
pub fn Steps(children: Children) -> impl IntoView {
    view! { <ol class="steps">{children()}</ol> }
}

/// One thing that happens, and when.
#[component]
pub fn Step(
    #[prop(into)] title: String,
    #[prop(optional, into)] when: Words,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <li class="step">
            <p class="step-title">{title}</p>
            {when.into_option().map(|when| view! { <p class="step-when">{when}</p> })}
            {children.map(|children| children())}
        </li>
    }
}

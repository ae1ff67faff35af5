//! More, for who asks.

use leptos::prelude::*;

use crate::{icon::Icon, lu};

/// A line that opens into an explanation.
#[component]
pub fn Disclosure(#[prop(into)] summary: String, #[prop(optional)] open: bool, children: Children) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary>
                <Icon icon=lu::LuChevronDown />
                <span class="disclosure-label">{summary}</span>
            </summary>
            <div class="disclosure-body flow">{children()}</div>
        </details>
    }
}

//! A line above every page.

use leptos::prelude::*;

use crate::{lu, tag::Tag, tone::Tone};

/// Says what this site is (a demonstration, a trial), above everything.
#[component]
pub fn Banner(
    #[prop(into)] label: String,
    #[prop(into)] text: String,
    /// A link at the end of the line.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let name = label.clone();
    view! {
        <aside class="banner" aria-label=name>
            <div class="column banner-row">
                <Tag label=label tone=Tone::Sand icon=lu::LuInfo />
                <span>{text} {children.map(|children| view! { " " {children()} })}</span>
            </div>
        </aside>
    }
}

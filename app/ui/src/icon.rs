//! Line icons.

use leptos::prelude::*;

/// The drawing of one icon, from [`crate::lu`].
pub type Glyph = icondata_core::Icon;

/// A Lucide icon, hidden from screen readers: the words beside it say what it means.
///
/// `mirrored` is for directional icons (arrows, chevrons), drawn for left-to-right and turned over in right-to-left pages.
/// This is the one place of `inner_html`: the drawings are constants of the icon crate, never data.
#[component]
pub fn Icon(icon: Glyph, #[prop(optional)] mirrored: bool) -> impl IntoView {
    let class = if mirrored { "icon icon-mirrored" } else { "icon" };
    view! {
        <svg
            class=class
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
            inner_html=icon.data
        ></svg>
    }
}

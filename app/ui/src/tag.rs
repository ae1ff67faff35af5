//! A state in one word.

use leptos::prelude::*;

use crate::{
    icon::{Glyph, Icon},
    lu,
    tone::Tone,
};

/// A state in one or two words, with an icon, so that it never rests on colour alone.
#[component]
pub fn Tag(
    #[prop(into)] label: String,
    #[prop(optional)] tone: Tone,
    /// The icon of the tone unless told otherwise.
    #[prop(optional)]
    icon: Option<Glyph>,
) -> impl IntoView {
    let icon = icon.unwrap_or(match tone {
        Tone::Green => lu::LuCheck,
        Tone::Sand => lu::LuHourglass,
        Tone::Grey => lu::LuCircleDashed,
        Tone::Red => lu::LuTriangleAlert,
    });
    view! {
        <span class=format!("tag {}", tone.class())>
            <Icon icon=icon />
            {label}
        </span>
    }
}

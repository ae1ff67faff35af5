//! Figures.

use leptos::prelude::*;

use crate::{tone::Tone, words::Words};

/// Figures side by side; children are [`Stat`]s.
#[component]
pub fn Stats(children: Children) -> impl IntoView {
    view! { <dl class="stats">{children()}</dl> }
}

/// One figure: what it counts, the number, and a note that says whether it is good.
#[component]
pub fn Stat(
    #[prop(into)] label: String,
    #[prop(into)] value: String,
    #[prop(optional, into)] note: Words,
    #[prop(optional)] tone: Option<Tone>,
) -> impl IntoView {
    let class = tone.map_or_else(|| "stat".to_owned(), |tone| format!("stat {}", tone.class()));
    view! {
        <div class=class>
            <dt>{label}</dt>
            <dd class="stat-value">{value}</dd>
            {note.into_option().map(|note| view! { <dd class="stat-note">{note}</dd> })}
        </div>
    }
}

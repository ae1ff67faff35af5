//! How was the service? (D5, D6c)

use leptos::prelude::*;

use crate::{field::Fieldset, words::Words};
use i18n::{td_string, use_locale};

/// Five levels in words, each with a line face. Sends `{name}` as 1 (worst) to 5 (best).
#[component]
pub fn RatingScale(
    #[prop(default = "rating".into(), into)] name: String,
    #[prop(into)] legend: String,
    /// The level chosen before, 1 to 5.
    #[prop(optional)]
    value: Option<u8>,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional)] heading: bool,
) -> impl IntoView {
    let locale = use_locale();
    let levels = [
        (1, td_string!(locale, ui.rating_1), "M8 17q4-5 8 0"),
        (2, td_string!(locale, ui.rating_2), "M8 16.5q4-3 8 0"),
        (3, td_string!(locale, ui.rating_3), "M8 15.5h8"),
        (4, td_string!(locale, ui.rating_4), "M8 14.5q4 3 8 0"),
        (5, td_string!(locale, ui.rating_5), "M7.5 14q4.5 6 9 0"),
    ];
    let rows = levels
        .map(|(level, word, mouth)| {
            let id = if level == 1 { name.clone() } else { format!("{name}-{level}") };
            view! {
                <label class="rating">
                    <input type="radio" id=id name=name.clone() value=level.to_string() checked=value == Some(level) />
                    <svg viewBox="0 0 24 24" aria-hidden="true">
                        <circle cx="12" cy="12" r="10" />
                        <path d="M9 9.5v.01M15 9.5v.01" />
                        <path d=mouth />
                    </svg>
                    <span>{word}</span>
                </label>
            }
        })
        .into_iter()
        .collect_view();
    view! {
        <Fieldset id=name.clone() legend=legend hint=hint error=error heading=heading>
            <div class="ratings">{rows}</div>
        </Fieldset>
    }
}

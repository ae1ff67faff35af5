//! Answers, ready to be checked.

use leptos::prelude::*;

use crate::{ltr::with_references, words::Words};
use i18n::{td_string, use_locale};

/// Answers in rows; children are [`SummaryRow`]s.
#[component]
pub fn SummaryList(children: Children) -> impl IntoView {
    view! { <dl class="summary">{children()}</dl> }
}

/// One answer: `value` as text, or children where it needs markup; without either, "Not given".
#[component]
pub fn SummaryRow(
    #[prop(into)] label: String,
    #[prop(optional, into)] value: Words,
    /// Where the answer is changed; the page comes straight back.
    #[prop(optional, into)]
    change_href: Words,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let locale = use_locale();
    let hidden = format!(" {label}");
    let value = match (children, value.into_option()) {
        (Some(children), _) => children().into_any(),
        // In the direction of its own words, whatever the language of the page.
        (None, Some(value)) => view! { <bdi>{value}</bdi> }.into_any(),
        (None, None) => view! { <span class="summary-absent">{td_string!(locale, ui.not_given)}</span> }.into_any(),
    };
    view! {
        <div class="summary-row">
            <dt>{with_references(&label)}</dt>
            <dd class="summary-value">{value}</dd>
            {change_href
                .into_option()
                .map(|href| {
                    view! {
                        <dd class="summary-change">
                            <a class="link" href=href>
                                {td_string!(locale, ui.change)}
                                <span class="visually-hidden">{hidden}</span>
                            </a>
                        </dd>
                    }
                })}
        </div>
    }
}

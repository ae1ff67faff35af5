//! What stands around a single control.

use leptos::prelude::*;

use crate::{icon::Icon, lu, words::Words};
use i18n::{td_string, use_locale};

/// Label, hint and error above one control; `heading` makes the label the title of the page.
#[component]
pub(super) fn Frame(
    id: String,
    label: String,
    hint: Words,
    error: Words,
    optional: bool,
    heading: bool,
    children: Children,
) -> impl IntoView {
    let class = if error.is_some() { "field field-invalid" } else { "field" };
    let label = view! {
        <label class=if heading { "label legend-page" } else { "label" } for=id.clone()>
            {label}
            {optional.then(|| view! { <Optional /> })}
        </label>
    };
    view! {
        <div class=class>
            {if heading { view! { <h1>{label}</h1> }.into_any() } else { label.into_any() }}
            <Hint id=id.clone() text=hint />
            <Problem id=id text=error />
            {children()}
        </div>
    }
}

/// "(optional)" after a label.
#[component]
pub(super) fn Optional() -> impl IntoView {
    view! { <span class="optional">{format!(" {}", td_string!(use_locale(), ui.optional))}</span> }
}

/// The hint of a field.
#[component]
pub(super) fn Hint(id: String, text: Words) -> impl IntoView {
    text.into_option().map(|text| view! { <p class="hint" id=hint_id(&id)>{text}</p> })
}

/// The error of a field, in the same words as in the summary.
#[component]
pub(super) fn Problem(id: String, text: Words) -> impl IntoView {
    let locale = use_locale();
    text.into_option().map(|text| {
        view! {
            <p class="field-message" id=error_id(&id)>
                <Icon icon=lu::LuCircleAlert />
                <span>
                    <span class="visually-hidden">{format!("{} ", td_string!(locale, ui.error))}</span>
                    {text}
                </span>
            </p>
        }
    })
}

/// The value of `aria-describedby`.
pub(super) fn described_by(id: &str, hint: &Words, error: &Words) -> Option<String> {
    match (hint.is_some(), error.is_some()) {
        (true, true) => Some(format!("{} {}", hint_id(id), error_id(id))),
        (true, false) => Some(hint_id(id)),
        (false, true) => Some(error_id(id)),
        (false, false) => None,
    }
}

/// The value of `aria-invalid`.
pub(super) fn invalid(error: &Words) -> Option<&'static str> {
    error.is_some().then_some("true")
}

fn hint_id(id: &str) -> String {
    format!("{id}-hint")
}

fn error_id(id: &str) -> String {
    format!("{id}-error")
}

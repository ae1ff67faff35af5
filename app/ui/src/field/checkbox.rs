//! Yes, or nothing.

use leptos::prelude::*;

use super::frame::{Problem, described_by, invalid};
use crate::words::Words;

/// A box to tick; sends `yes` when ticked.
#[component]
pub fn CheckboxField(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional)] checked: bool,
    #[prop(default = "yes".into(), into)] value: String,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
) -> impl IntoView {
    let class = if error.is_some() { "field field-invalid" } else { "field" };
    let described_by = described_by(&name, &Words::default(), &error);
    let invalid = invalid(&error);
    view! {
        <div class=class>
            <Problem id=name.clone() text=error />
            <label class="choice">
                <input
                    type="checkbox"
                    id=name.clone()
                    name=name
                    value=value
                    checked=checked
                    aria-describedby=described_by
                    aria-invalid=invalid
                />
                <span class="choice-text">
                    {label}
                    {hint.into_option().map(|hint| view! { <span class="choice-hint">{hint}</span> })}
                </span>
            </label>
        </div>
    }
}

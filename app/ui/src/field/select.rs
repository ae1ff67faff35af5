//! One of many answers.

use leptos::prelude::*;

use super::{
    frame::{Frame, described_by, invalid},
    radio::Choice,
};
use crate::{icon::Icon, lu, words::Words};
use i18n::{td_string, use_locale};

/// One of many answers; fewer than eight belong in a radio group. The first row is "Choose" and sends nothing.
#[component]
pub fn SelectField(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    choices: Vec<Choice>,
    #[prop(optional, into)] value: Words,
    /// Words of the first, empty row; "Choose" unless told otherwise.
    #[prop(optional, into)]
    empty: Words,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional)] optional: bool,
) -> impl IntoView {
    let described_by = described_by(&name, &hint, &error);
    let invalid = invalid(&error);
    let empty = empty.or(td_string!(use_locale(), ui.choose));
    let rows = choices
        .into_iter()
        .map(|choice| {
            let selected = value.as_deref() == Some(choice.value.as_str());
            view! { <option value=choice.value selected=selected>{choice.label}</option> }
        })
        .collect_view();
    view! {
        <Frame id=name.clone() label=label hint=hint error=error optional=optional heading=false>
            <span class="select">
                <select
                    class="control"
                    id=name.clone()
                    name=name
                    aria-describedby=described_by
                    aria-invalid=invalid
                >
                    <option value="">{empty}</option>
                    {rows}
                </select>
                <Icon icon=lu::LuChevronDown />
            </span>
        </Frame>
    }
}

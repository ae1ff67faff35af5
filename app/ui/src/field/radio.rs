//! One of several answers.

use leptos::prelude::*;

use super::group::Fieldset;
use crate::words::Words;

/// One possible answer.
#[derive(Clone, Debug)]
pub struct Choice {
    pub value: String,
    pub label: String,
    hint: Words,
}

impl Choice {
    /// The value the form sends and the words the person reads.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: Words::default() }
    }

    /// A line of explanation under the words.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Words>) -> Self {
        self.hint = hint.into();
        self
    }
}

/// One of several answers, each row a large target.
#[component]
pub fn RadioGroup(
    #[prop(into)] name: String,
    #[prop(into)] legend: String,
    choices: Vec<Choice>,
    /// The value chosen before.
    #[prop(optional, into)]
    value: Words,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional)] optional: bool,
    #[prop(optional)] heading: bool,
) -> impl IntoView {
    let rows = choices
        .into_iter()
        .enumerate()
        .map(|(index, choice)| {
            let id = if index == 0 { name.clone() } else { format!("{name}-{}", index + 1) };
            let checked = value.as_deref() == Some(choice.value.as_str());
            view! { <Row id=id name=name.clone() choice=choice checked=checked /> }
        })
        .collect_view();
    view! {
        <Fieldset id=name.clone() legend=legend hint=hint error=error optional=optional heading=heading>
            <div class="choices">{rows}</div>
        </Fieldset>
    }
}

#[component]
fn Row(id: String, name: String, choice: Choice, checked: bool) -> impl IntoView {
    view! {
        <label class="choice">
            <input type="radio" id=id name=name value=choice.value checked=checked />
            <span class="choice-text">
                {choice.label}
                {choice.hint.into_option().map(|hint| view! { <span class="choice-hint">{hint}</span> })}
            </span>
        </label>
    }
}

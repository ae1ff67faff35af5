//! Several controls under one question.

use leptos::prelude::*;

use super::frame::{Hint, Optional, Problem, described_by};
use crate::words::Words;

/// A question answered by several controls; `heading` makes the legend the title of the page.
#[component]
pub fn Fieldset(
    /// Prefix of the ids of hint and error.
    #[prop(into)]
    id: String,
    #[prop(into)] legend: String,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional)] optional: bool,
    #[prop(optional)] heading: bool,
    children: Children,
) -> impl IntoView {
    let class = if error.is_some() { "fieldset fieldset-invalid" } else { "fieldset" };
    let described_by = described_by(&id, &hint, &error);
    let legend = view! {
        {legend}
        {optional.then(|| view! { <Optional /> })}
    };
    view! {
        <fieldset class=class aria-describedby=described_by>
            <legend class=if heading { "legend legend-page" } else { "legend" }>
                {if heading { view! { <h1>{legend}</h1> }.into_any() } else { legend.into_any() }}
            </legend>
            <Hint id=id.clone() text=hint />
            <Problem id=id text=error />
            <div class="fieldset-body">{children()}</div>
        </fieldset>
    }
}

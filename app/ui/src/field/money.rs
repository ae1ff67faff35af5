//! An amount of money.

use leptos::prelude::*;

use super::frame::{Frame, described_by, invalid};
use crate::words::Words;
use i18n::{td_string, use_locale};

/// An amount as typed, in riyals with an optional fraction; parsing to halalas belongs to the domain.
#[component]
pub fn MoneyField(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] value: Words,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional)] optional: bool,
    #[prop(optional)] heading: bool,
) -> impl IntoView {
    let described_by = described_by(&name, &hint, &error);
    let invalid = invalid(&error);
    let riyals = td_string!(use_locale(), ui.riyals);
    view! {
        <Frame id=name.clone() label=label hint=hint error=error optional=optional heading=heading>
            <div class="control-row">
                <input
                    class="control affix-before"
                    id=name.clone()
                    name=name
                    type="text"
                    inputmode="decimal"
                    dir="ltr"
                    value=value.into_option()
                    aria-describedby=described_by
                    aria-invalid=invalid
                />
                <span class="affix">{riyals}</span>
            </div>
        </Frame>
    }
}

//! The code sent to a phone.

use leptos::prelude::*;

use super::frame::{Frame, described_by, invalid};
use crate::words::Words;

/// A one-time code: offered by the phone, pasteable, in any spacing. Never filled in again after an error.
#[component]
pub fn CodeField(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional)] heading: bool,
) -> impl IntoView {
    let described_by = described_by(&name, &hint, &error);
    let invalid = invalid(&error);
    view! {
        <Frame id=name.clone() label=label hint=hint error=error optional=false heading=heading>
            <input
                class="control code"
                id=name.clone()
                name=name
                type="text"
                inputmode="numeric"
                autocomplete="one-time-code"
                dir="ltr"
                aria-describedby=described_by
                aria-invalid=invalid
            />
        </Frame>
    }
}

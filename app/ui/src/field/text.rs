//! One line of text.

use leptos::prelude::*;

use super::frame::{Frame, described_by, invalid};
use crate::words::Words;

/// How wide a control is drawn: the size of the answer it waits for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// The whole column.
    #[default]
    Full,
    /// Two digits.
    Two,
    /// Four digits.
    Four,
    /// Identity numbers, phones.
    Ten,
    /// Bank accounts, names.
    Twenty,
}

impl Width {
    fn class(self) -> &'static str {
        match self {
            Self::Full => "control",
            Self::Two => "control width-2",
            Self::Four => "control width-4",
            Self::Ten => "control width-10",
            Self::Twenty => "control width-20",
        }
    }
}

/// One line of text. `ltr` is for numbers, addresses of mail and the like.
#[component]
pub fn TextField(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] value: Words,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional)] optional: bool,
    #[prop(optional)] heading: bool,
    #[prop(default = "text")] kind: &'static str,
    #[prop(optional)] inputmode: Option<&'static str>,
    #[prop(optional)] autocomplete: Option<&'static str>,
    #[prop(optional)] ltr: bool,
    #[prop(optional)] width: Width,
) -> impl IntoView {
    let described_by = described_by(&name, &hint, &error);
    let invalid = invalid(&error);
    view! {
        <Frame id=name.clone() label=label hint=hint error=error optional=optional heading=heading>
            <input
                class=width.class()
                id=name.clone()
                name=name
                type=kind
                value=value.into_option()
                inputmode=inputmode
                autocomplete=autocomplete
                dir=ltr.then_some("ltr")
                aria-describedby=described_by
                aria-invalid=invalid
            />
        </Frame>
    }
}

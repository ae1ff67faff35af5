//! Buttons, and links that look like them.

use leptos::prelude::*;

use crate::{
    icon::{Glyph, Icon},
    words::Words,
};

/// How much a button asks for attention: one primary a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The next step.
    #[default]
    Primary,
    /// Another way on.
    Secondary,
    /// Beside the way.
    Quiet,
    /// Cannot be taken back.
    Danger,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "btn",
            Self::Secondary => "btn btn-secondary",
            Self::Quiet => "btn btn-quiet",
            Self::Danger => "btn btn-danger",
        }
    }
}

/// Sends the form once: `data-once` lets the browser part refuse a second press. `name` and `value` say which button it was.
#[component]
pub fn SubmitButton(
    #[prop(into)] label: String,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] icon: Option<Glyph>,
    #[prop(optional, into)] name: Words,
    #[prop(optional, into)] value: Words,
    #[prop(optional)] disabled: bool,
) -> impl IntoView {
    view! {
        <button
            type="submit"
            class=kind.class()
            name=name.into_option()
            value=value.into_option()
            disabled=disabled
            data-once=""
        >
            {icon.map(|icon| view! { <Icon icon=icon /> })}
            {label}
        </button>
    }
}

/// A button for the browser part; does nothing by itself.
#[component]
pub fn Button(
    #[prop(into)] label: String,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] icon: Option<Glyph>,
    #[prop(optional)] disabled: bool,
) -> impl IntoView {
    view! {
        <button type="button" class=kind.class() disabled=disabled>
            {icon.map(|icon| view! { <Icon icon=icon /> })}
            {label}
        </button>
    }
}

/// A link drawn as a button.
#[component]
pub fn ButtonLink(
    #[prop(into)] label: String,
    #[prop(into)] href: String,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] icon: Option<Glyph>,
) -> impl IntoView {
    view! {
        <a class=kind.class() href=href>
            {icon.map(|icon| view! { <Icon icon=icon /> })}
            {label}
        </a>
    }
}

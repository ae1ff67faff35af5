//! Something the page has to say.

use leptos::prelude::*;

use crate::{icon::Icon, lu, tone::Tone, words::Words};
use i18n::{td_string, use_locale};

/// What kind of message a notice is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    #[default]
    Info,
    /// Done; announced politely.
    Success,
    /// Something is being waited for.
    Waiting,
    /// Something is wrong.
    Problem,
}

/// A message in the page; the kind is said in hidden words before the title.
#[component]
pub fn Notice(
    #[prop(optional)] kind: NoticeKind,
    #[prop(optional, into)] title: Words,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let locale = use_locale();
    let (tone, icon, word) = match kind {
        NoticeKind::Info => (Tone::Grey, lu::LuInfo, td_string!(locale, ui.info)),
        NoticeKind::Success => (Tone::Green, lu::LuCircleCheck, td_string!(locale, ui.success)),
        NoticeKind::Waiting => (Tone::Sand, lu::LuHourglass, td_string!(locale, ui.waiting)),
        NoticeKind::Problem => (Tone::Red, lu::LuTriangleAlert, td_string!(locale, ui.warning)),
    };
    let role = (kind == NoticeKind::Success).then_some("status");
    view! {
        <div class=format!("notice {}", tone.class()) role=role>
            <Icon icon=icon />
            <div class="notice-body">
                <span class="visually-hidden">{format!("{word} ")}</span>
                {title.into_option().map(|title| view! { <p class="notice-title">{title}</p> })}
                {children.map(|children| children())}
            </div>
        </div>
    }
}

//! What happened, what happens now, what comes.

use leptos::prelude::*;

use crate::{icon::Icon, lu, words::Words};
use i18n::{td_string, use_locale};

/// Where a step of a timeline lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    Done,
    Now,
    Next,
}

/// Steps in time; children are [`TimelineStep`]s.
#[component]
pub fn Timeline(children: Children) -> impl IntoView {
    view! { <ol class="timeline">{children()}</ol> }
}

/// One step, with its day in words and what it means.
#[component]
pub fn TimelineStep(
    #[prop(into)] title: String,
    state: StepState,
    #[prop(optional, into)] when: Words,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let locale = use_locale();
    let (class, icon, word) = match state {
        StepState::Done => ("timeline-step timeline-done", Some(lu::LuCheck), td_string!(locale, ui.step_done)),
        StepState::Now => ("timeline-step timeline-now", Some(lu::LuEllipsis), td_string!(locale, ui.step_now)),
        StepState::Next => ("timeline-step timeline-next", None, td_string!(locale, ui.step_next)),
    };
    view! {
        <li class=class aria-current=(state == StepState::Now).then_some("step")>
            <span class="timeline-dot">{icon.map(|icon| view! { <Icon icon=icon /> })}</span>
            <p class="timeline-title">
                <span class="visually-hidden">{format!("{word} ")}</span>
                {title}
            </p>
            {when.into_option().map(|when| view! { <span class="timeline-date">{when}</span> })}
            {children.map(|children| children())}
        </li>
    }
}

//! The task list of an application.

use leptos::prelude::*;

use crate::{icon::Icon, lu, tag::Tag, tone::Tone, words::Words};
use i18n::{td_string, use_locale};

/// How far a task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskState {
    Completed,
    InProgress,
    NotStarted,
    /// Waits for another task: shown without a link.
    CannotStartYet,
}

/// Tasks in the order to do them; children are [`TaskItem`]s.
#[component]
pub fn TaskList(children: Children) -> impl IntoView {
    view! { <ul class="tasks">{children()}</ul> }
}

/// One task; the whole row opens it.
#[component]
pub fn TaskItem(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    #[prop(into)] title: String,
    #[prop(into)] href: String,
    state: TaskState,
    #[prop(optional, into)] hint: Words,
) -> impl IntoView {
    let status_id = format!("{id}-status");
    let blocked = state == TaskState::CannotStartYet;
    let title = if blocked {
        view! { <span class="task-title">{title}</span> }.into_any()
    } else {
        view! { <a href=href aria-describedby=status_id.clone()>{title}</a> }.into_any()
    };
    view! {
        <li class=if blocked { "task task-blocked" } else { "task" }>
            <div class="task-text">
                {title}
                {hint.into_option().map(|hint| view! { <span class="task-hint">{hint}</span> })}
            </div>
            <div class="task-status" id=status_id>
                <Status state=state />
            </div>
        </li>
    }
}

#[component]
fn Status(state: TaskState) -> impl IntoView {
    let locale = use_locale();
    match state {
        TaskState::Completed => view! {
            <span class="task-done">
                <Icon icon=lu::LuCircleCheck />
                {td_string!(locale, ui.completed)}
            </span>
        }
        .into_any(),
        TaskState::InProgress => {
            view! { <Tag label=td_string!(locale, ui.in_progress) tone=Tone::Sand icon=lu::LuPencil /> }.into_any()
        }
        TaskState::NotStarted => {
            view! { <Tag label=td_string!(locale, ui.not_started) icon=lu::LuCircle /> }.into_any()
        }
        TaskState::CannotStartYet => {
            view! { <span class="task-plain">{td_string!(locale, ui.cannot_start)}</span> }.into_any()
        }
    }
}

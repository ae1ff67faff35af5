//! Lists: tasks, answers, timeline, what happens next.

use leptos::prelude::*;

use super::Part;
use crate::{
    Ltr, Step, StepState, Steps, SummaryList, SummaryRow, TaskItem, TaskList, TaskState, Timeline, TimelineStep,
};
use i18n::{td_string, use_locale};

#[component]
pub(super) fn Lists() -> impl IntoView {
    let locale = use_locale();
    view! {
        <Part title=td_string!(locale, ui.gallery.lists)>
            <h3>{td_string!(locale, ui.gallery.tasks)}</h3>
            <Tasks />
            <h3>{td_string!(locale, ui.gallery.answers)}</h3>
            <Answers />
            <h3>{td_string!(locale, ui.gallery.journey)}</h3>
            <Journey />
            <h3>{td_string!(locale, ui.gallery.next_title)}</h3>
            <WhatNext />
        </Part>
    }
}

#[component]
fn Tasks() -> impl IntoView {
    let locale = use_locale();
    view! {
        <TaskList>
            <TaskItem id="task-identity" title=td_string!(locale, ui.gallery.task_identity) href="#identity" state=TaskState::Completed />
            <TaskItem
                id="task-household"
                title=td_string!(locale, ui.gallery.task_household)
                href="#household"
                state=TaskState::InProgress
                hint=td_string!(locale, ui.gallery.task_household_hint)
            />
            <TaskItem id="task-documents" title=td_string!(locale, ui.gallery.task_documents) href="#documents" state=TaskState::NotStarted />
            <TaskItem
                id="task-declaration"
                title=td_string!(locale, ui.gallery.task_declaration)
                href="#declaration"
                state=TaskState::CannotStartYet
            />
        </TaskList>
    }
}

#[component]
fn Answers() -> impl IntoView {
    let locale = use_locale();
    view! {
        <SummaryList>
            <SummaryRow label=td_string!(locale, ui.gallery.name) value=td_string!(locale, ui.gallery.name_value) change_href="#name" />
            <SummaryRow label=td_string!(locale, ui.gallery.mobile) change_href="#mobile">
                <Ltr text="050 000 0000" />
            </SummaryRow>
            <SummaryRow label=td_string!(locale, ui.gallery.disability) change_href="#health" />
        </SummaryList>
    }
}

#[component]
fn Journey() -> impl IntoView {
    let locale = use_locale();
    view! {
        <Timeline>
            <TimelineStep title=td_string!(locale, ui.gallery.j_sent) state=StepState::Done when=td_string!(locale, ui.gallery.told_h) />
            <TimelineStep title=td_string!(locale, ui.gallery.j_matched) state=StepState::Done />
            <TimelineStep title=td_string!(locale, ui.gallery.j_study) state=StepState::Now>
                <p>{td_string!(locale, ui.gallery.j_study_text)}</p>
            </TimelineStep>
            <TimelineStep title=td_string!(locale, ui.gallery.j_committee) state=StepState::Next />
            <TimelineStep title=td_string!(locale, ui.gallery.j_answer) state=StepState::Next when=td_string!(locale, ui.gallery.n_3_when) />
        </Timeline>
    }
}

#[component]
fn WhatNext() -> impl IntoView {
    let locale = use_locale();
    view! {
        <Steps>
            <Step title=td_string!(locale, ui.gallery.n_1) when=td_string!(locale, ui.gallery.n_1_when) />
            <Step title=td_string!(locale, ui.gallery.n_2)>
                <p>{td_string!(locale, ui.gallery.contact_hint)}</p>
            </Step>
            <Step title=td_string!(locale, ui.gallery.n_3) when=td_string!(locale, ui.gallery.n_3_when) />
        </Steps>
    }
}

//! The task list of an application: what is done, what is next, and that everything is kept.

use domain::{application::Section, request::Gap};
use i18n::{Label, Locale, date_pair, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonLink, Ltr, Notice, NoticeKind, PageHead, TaskItem, TaskList, TaskState, ltr};

use super::step::{Step, open_page};
use crate::public::PageTitle;

#[component]
pub fn TasksPage() -> impl IntoView {
    open_page(|step| view! { <TasksView step/> }.into_any())
}

#[component]
pub fn TasksView(step: Step) -> impl IntoView {
    let locale = use_locale();
    let title = i18n::pick(&step.sheet.programme.name, locale).to_owned();
    view! {
        <PageTitle title=title.clone()/>
        <PageHead title caption=td_string!(locale, apply.tasks.title) lead=td_string!(locale, apply.tasks.lead)/>
        {step.is_returned().then(|| view! { <SentBack step=step.clone()/> })}
        {step.sheet.representative.is_some().then(|| view! { <OnBehalf step=step.clone()/> })}
        <NextStep step=step.clone()/>
        <h2>{td_string!(locale, apply.tasks.list)}</h2>
        <Tasks step=step.clone()/>
        <section class="flow">
            <h2>{td_string!(locale, apply.tasks.saved_title)}</h2>
            <p>{td_string!(locale, apply.tasks.saved)}</p>
            <p>{td_string!(locale, apply.tasks.reference)}": "<strong><Ltr text=step.sheet.reference.to_string()/></strong></p>
        </section>
        <WhenAnswered step/>
    }
}

/// What the applicant is asked to complete, exactly (H2).
#[component]
fn SentBack(step: Step) -> impl IntoView {
    let locale = use_locale();
    let words = step.sheet.seen.gap_words.as_ref().map(ToString::to_string);
    let gaps = step.sheet.seen.gaps.iter().map(|gap| view! { <li>{gap_name(locale, *gap)}</li> }).collect_view();
    view! {
        <Notice kind=NoticeKind::Waiting title=td_string!(locale, apply.tasks.returned_title)>
            {words.map(|words| view! { <p class="own-words">{words}</p> })}
            <ul>{gaps}</ul>
            <p>{td_string!(locale, apply.tasks.returned_lead)}</p>
        </Notice>
    }
}

/// Said before the first question: whose answers are asked for, and whose phone signs.
#[component]
fn OnBehalf(step: Step) -> impl IntoView {
    let locale = use_locale();
    let mobile = ltr(step.sheet.mobile_masked);
    view! {
        <Notice kind=NoticeKind::Info title=td_string!(locale, apply.on_behalf.title)>
            <p>{td_string!(locale, apply.on_behalf.text, mobile = mobile)}</p>
        </Notice>
    }
}

fn gap_name(locale: Locale, gap: Gap) -> &'static str {
    match gap {
        Gap::Section { section } => section.label(locale),
        Gap::Document { kind } => kind.label(locale),
    }
}

/// One button to where the application goes on.
#[component]
fn NextStep(step: Step) -> impl IntoView {
    let locale = use_locale();
    let asked = |section: &Section| step.is_returned() && step.asks_section(*section);
    let first_asked = Section::ALL.into_iter().find(asked).filter(|_| waits(&step));
    let next = step.open_sections().first().copied().or(first_asked);
    let (label, href) = match next {
        Some(section) => {
            (td_string!(locale, apply.tasks.next, section = section.label(locale)), step.section_path(locale, section))
        }
        None => (td_string!(locale, apply.tasks.next_check).to_owned(), step.path(locale, "/check")),
    };
    view! { <div class="actions"><ButtonLink label href/></div> }
}

#[component]
fn Tasks(step: Step) -> impl IntoView {
    let locale = use_locale();
    let sections = Section::ALL
        .into_iter()
        .filter(|section| !step.is_returned() || step.asks_section(*section))
        .map(|section| {
            let (state, hint) = progress(&step, section, locale);
            let href = step.section_path(locale, section);
            view! { <TaskItem id=section.slug() title=section.label(locale) href state hint/> }
        })
        .collect_view();
    let complete = step.open_sections().is_empty();
    let state = if complete { TaskState::NotStarted } else { TaskState::CannotStartYet };
    let hint = (!complete).then(|| td_string!(locale, apply.tasks.check_hint));
    view! {
        <TaskList>
            {sections}
            <TaskItem id="check" title=td_string!(locale, apply.tasks.check) href=step.path(locale, "/check") state hint/>
        </TaskList>
    }
}

/// Was it sent back, and nothing done about it yet?
fn waits(step: &Step) -> bool {
    step.is_returned() && step.sheet.signature.is_none() && !step.sheet.touched
}

/// How far a section is, and a word about it.
fn progress(step: &Step, section: Section, locale: Locale) -> (TaskState, Option<String>) {
    let rules = &step.sheet.programme.documents;
    let done = step.answers().is_done(section, rules);
    let given = rules.len() - step.answers().missing_documents(rules).len();
    let papers = || td_string!(locale, apply.tasks.documents_hint, given = given, asked = rules.len());
    if waits(step) {
        return (TaskState::InProgress, Some(td_string!(locale, apply.tasks.asked_again).to_owned()));
    }
    match section {
        _ if done => (TaskState::Completed, None),
        Section::Documents if given > 0 => (TaskState::InProgress, Some(papers())),
        Section::Documents => (TaskState::NotStarted, Some(papers())),
        _ => (TaskState::NotStarted, None),
    }
}

/// The two dates, told before anything is sent (H5).
#[component]
fn WhenAnswered(step: Step) -> impl IntoView {
    let locale = use_locale();
    let window = step.sheet.window_if_today;
    let earliest = date_pair(locale, window.earliest_reply_on);
    let latest = date_pair(locale, window.latest_reply_on);
    view! {
        <section class="flow">
            <h2>{td_string!(locale, apply.tasks.window_title)}</h2>
            <p>{td_string!(locale, apply.tasks.window, earliest = earliest, latest = latest)}</p>
            <p class="hint">{td_string!(locale, apply.tasks.window_why)}</p>
        </section>
    }
}

//! The confirmation: the reference, the two dates, and what happens next (H5). It survives a bookmark.

use domain::{request::StageKind, window::Window};
use i18n::{date_pair, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, Ltr, Notice, NoticeKind, PageHead, Steps, lu};

use super::step::{Step, step_page};
use crate::{features::portal::window::AnswerWindow, public::PageTitle};

#[component]
pub fn DonePage() -> impl IntoView {
    step_page(|step| view! { <DoneView step/> }.into_any())
}

#[component]
pub fn DoneView(step: Step) -> impl IntoView {
    match step.sheet.seen.window {
        // A request that was sent back has the window of its first receipt; it has to be sent again.
        Some(window) if !step.is_open() => view! { <Received step window/> }.into_any(),
        _ => view! { <NotYet step/> }.into_any(),
    }
}

#[component]
fn Received(step: Step, window: Window) -> impl IntoView {
    let locale = use_locale();
    let receipt = i18n::localised(locale, &format!("/my/requests/{}/receipt.pdf", step.sheet.reference));
    let caption = i18n::pick(&step.sheet.programme.name, locale).to_owned();
    view! {
        <PageTitle title=td_string!(locale, apply.done.title)/>
        <PageHead title=td_string!(locale, apply.done.title) caption/>
        <div class="card receipt">
            <p class="receipt-label">{td_string!(locale, apply.done.reference)}</p>
            <p class="receipt-number"><Ltr text=step.sheet.reference.to_string()/></p>
            <p class="hint">{td_string!(locale, apply.done.keep)}</p>
        </div>
        <h2>{td_string!(locale, apply.done.window)}</h2>
        <AnswerWindow window today=step.sheet.today answered=step.sheet.seen.answer.is_some()/>
        <WhatNext window/>
        <div class="actions">
            <ButtonLink label=td_string!(locale, apply.done.status) href=step.status_path(locale)/>
            <a class="btn btn-secondary" href=receipt rel="external">
                <ui::Icon icon=lu::LuDownload/>
                {td_string!(locale, apply.done.receipt)}
            </a>
        </div>
    }
}

#[component]
fn WhatNext(window: Window) -> impl IntoView {
    let locale = use_locale();
    let earliest = date_pair(locale, window.earliest_reply_on);
    let latest = date_pair(locale, window.latest_reply_on);
    let when = td_string!(locale, apply.done.answer_when, earliest = earliest, latest = latest);
    view! {
        <h2>{td_string!(locale, apply.done.next)}</h2>
        <Steps>
            <ui::Step title=td_string!(locale, apply.done.matching)><p>{td_string!(locale, apply.done.match_text)}</p></ui::Step>
            <ui::Step title=td_string!(locale, apply.done.study)><p>{td_string!(locale, apply.done.study_text)}</p></ui::Step>
            <ui::Step title=td_string!(locale, apply.done.committee)/>
            <ui::Step title=td_string!(locale, apply.done.answer) when/>
        </Steps>
    }
}

#[component]
fn NotYet(step: Step) -> impl IntoView {
    let locale = use_locale();
    let sendable = matches!(step.sheet.seen.stage, StageKind::Draft | StageKind::Returned);
    let href = if sendable { step.path(locale, "") } else { step.status_path(locale) };
    let label = if sendable { td_string!(locale, apply.to_tasks) } else { td_string!(locale, apply.closed.status) };
    view! {
        <PageTitle title=td_string!(locale, apply.done.not_yet_title)/>
        <PageHead title=td_string!(locale, apply.done.not_yet_title)/>
        <Notice kind=NoticeKind::Waiting><p>{td_string!(locale, apply.done.not_yet)}</p></Notice>
        <ButtonLink label href kind=ButtonKind::Primary/>
    }
}

//! The head of every page about a request, and where it stands in its window.

use domain::{NaiveDate, request::StageKind, views::RequestSheet, window::Window};
use i18n::{Locale, gregorian, hijri, localised, pick, td_string, use_locale};
use leptos::prelude::*;
use ui::{DatePair, Dates, PageHead, Tag, WindowBar, WindowDays, ltr};

use super::{
    clock::waits,
    words::{stage_tone, stage_words, who_acts},
};
use crate::{form::FormView, public::PageTitle};

/// The applicant's name over the reference; the way back leads to the queue.
#[component]
pub fn Head(sheet: RequestSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let stage = sheet.stage.kind();
    let tag = view! { <Tag label=stage_words(stage, locale) tone=stage_tone(stage)/> };
    view! {
        <PageTitle title=sheet.applicant_name.clone() refused=!form.summary().is_empty()/>
        <PageHead
            title=sheet.applicant_name
            caption=caption(&sheet.reference, pick(&sheet.programme.name, locale))
            back_href=localised(locale, "/office")
            back_label=td_string!(locale, office.queue.title)
            actions=tag.into_any()
        />
    }
}

/// The head of a step: what is done, and for whom. The way back leads to the request.
#[component]
pub fn StepHead(sheet: RequestSheet, title: &'static str, lead: &'static str, form: FormView) -> impl IntoView {
    let locale = use_locale();
    view! {
        <PageTitle title refused=!form.summary().is_empty()/>
        <PageHead
            title
            lead
            caption=caption(&sheet.reference, &sheet.applicant_name)
            back_href=localised(locale, &format!("/office/requests/{}", sheet.reference))
            back_label=td_string!(locale, office.request.back)
        />
    }
}

/// The reference stays left-to-right wherever it stands.
fn caption(reference: &domain::Reference, beside: &str) -> String {
    format!("{} · {beside}", ltr(reference))
}

/// Who acts next, and the window with its dates in the words of staff (the bar's own are for applicants).
#[component]
pub fn Standing(sheet: RequestSheet) -> impl IntoView {
    let locale = use_locale();
    let stage = sheet.stage.kind();
    // A request that went back is promised new days once it returns.
    let runs = stage != StageKind::Returned;
    let window = sheet.stage.submitted().filter(|_| runs).map(|submitted| submitted.window);
    view! {
        <section class="card standing flow">
            <h2>{td_string!(locale, office.request.standing)}</h2>
            <p>{who_acts(stage, locale)}</p>
            {window.map(|window| view! { <Bar window today=sheet.today stage/> })}
        </section>
    }
}

#[component]
fn Bar(window: Window, today: NaiveDate, stage: StageKind) -> impl IntoView {
    let locale = use_locale();
    let day = |date: NaiveDate| u32::try_from(window.day(date)).unwrap_or(0);
    let days =
        WindowDays { today: day(today), floor: day(window.earliest_reply_on), promise: day(window.latest_reply_on) };
    let Window { told_on, earliest_reply_on, latest_reply_on } = window;
    view! {
        <WindowBar
            days
            told=dates(locale, told_on)
            earliest=dates(locale, earliest_reply_on)
            latest=dates(locale, latest_reply_on)
            answered=!waits(stage)
        />
        <div class="standing-dates">
            <DatePair dates=dates(locale, told_on) label=td_string!(locale, office.request.received)/>
            <DatePair dates=dates(locale, earliest_reply_on) label=td_string!(locale, office.request.earliest)/>
            <DatePair dates=dates(locale, latest_reply_on) label=td_string!(locale, office.request.latest)/>
        </div>
    }
}

fn dates(locale: Locale, date: NaiveDate) -> Dates {
    Dates { hijri: hijri(locale, date), gregorian: gregorian(locale, date) }
}

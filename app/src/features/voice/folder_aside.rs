//! Beside a matter: until when it is answered, who has it, and who wrote it.

use domain::{
    Mobile,
    views::{MatterFolder, Writer},
};
use i18n::{Locale, date_pair, td_string, use_locale};
use leptos::prelude::*;
use ui::{Ltr, Notice, NoticeKind, SummaryList, SummaryRow};

/// The clock, and who has it.
#[component]
pub fn Standing(folder: MatterFolder) -> impl IntoView {
    let locale = use_locale();
    let handler = folder.handler.map(|by| {
        let name =
            if by == folder.me { td_string!(locale, voice.office.me).to_owned() } else { name_of(locale, &folder) };
        view! { <SummaryRow label=td_string!(locale, voice.office.handler) value=name/> }
    });
    let due = folder.stage.is_open().then(|| {
        view! { <SummaryRow label=td_string!(locale, voice.office.due) value=date_pair(locale, folder.due_on)/> }
    });
    let about = folder.about.map(|about| {
        view! { <SummaryRow label=td_string!(locale, voice.office.about)><Ltr text=about.to_string()/></SummaryRow> }
    });
    view! {
        <section class="card standing flow">
            <h2>{td_string!(locale, voice.office.standing)}</h2>
            {folder
                .late
                .then(|| view! {
                    <Notice kind=NoticeKind::Problem>{td_string!(locale, voice.office.late_text)}</Notice>
                })}
            <SummaryList>{due} {handler} {about}</SummaryList>
        </section>
    }
    .into_any()
}

/// The name of who did something last.
fn name_of(locale: Locale, folder: &MatterFolder) -> String {
    let last = folder.entries.iter().rev().find_map(|entry| entry.by.as_ref());
    last.map(|name| i18n::pick(name, locale).to_owned()).unwrap_or_default()
}

/// Who wrote, as far as they told.
#[component]
pub fn WriterCard(folder: MatterFolder) -> impl IntoView {
    let locale = use_locale();
    let unnamed = || td_string!(locale, voice.office.unnamed).to_owned();
    let (name, mobile, hint) = match folder.writer {
        Writer::Person { name, mobile } => {
            (name.unwrap_or_else(unnamed), Some(mobile), Some(td_string!(locale, voice.office.known)))
        }
        Writer::Visitor { name, mobile } => {
            let hint = mobile.is_none().then(|| td_string!(locale, voice.office.no_mobile));
            (name.unwrap_or_else(unnamed), mobile, hint)
        }
        Writer::Anonymous => {
            let name = td_string!(locale, voice.office.anonymous).to_owned();
            (name, None, Some(td_string!(locale, voice.office.anonymous_text)))
        }
    };
    view! {
        <section class="card flow">
            <h2>{td_string!(locale, voice.office.writer)}</h2>
            <p dir="auto">{name}</p>
            {mobile.map(|mobile: Mobile| {
                let dial = format!("tel:{mobile}");
                view! { <p><a class="link" href=dial><Ltr text=mobile.local()/></a></p> }
            })}
            {hint.map(|hint| view! { <p class="hint">{hint}</p> })}
        </section>
    }
    .into_any()
}

//! A form that came too late: what happened meanwhile, and what was typed, so that nothing is lost.

use domain::views::{RequestSheet, TimelineEntry};
use i18n::{Label, pick, td_string, timestamp, use_locale};
use leptos::prelude::*;
use ui::{ErrorSummary, Notice, NoticeKind, SummaryList, SummaryRow};

use super::match_form::field_of;
use crate::{AppError, form::FormView};

/// What is wrong with the form that was sent: field by field, or that the request had moved on.
#[component]
pub fn Problems(
    sheet: RequestSheet,
    form: FormView,
    /// The form is still on the page and holds what was typed.
    #[prop(optional)]
    form_follows: bool,
) -> impl IntoView {
    if form.error_of_all() == Some(&AppError::Conflict) {
        view! {
            <div class="problems flow" role="alert" tabindex="-1" data-focus="">
                <Stale sheet form form_follows/>
            </div>
        }
        .into_any()
    } else {
        // The fields of a match are asked alike, so each line says which one it means.
        let locale = use_locale();
        let lines = form.named_summary(|id| field_of(id).map(|field| field.label(locale)));
        view! { <ErrorSummary items=lines/> }.into_any()
    }
}

#[component]
fn Stale(sheet: RequestSheet, form: FormView, form_follows: bool) -> impl IntoView {
    let locale = use_locale();
    let last = sheet.timeline.last().cloned();
    let then =
        if form_follows { td_string!(locale, office.stale.again) } else { td_string!(locale, office.stale.over) };
    view! {
        <Notice kind=NoticeKind::Waiting title=td_string!(locale, office.stale.title)>
            {last.map(|entry| view! { <p>{happened(&entry)}</p> })}
            <p>{then}</p>
        </Notice>
        {(!form_follows).then(|| view! { <Typed form/> })}
    }
}

/// "What happened – who, when".
fn happened(entry: &TimelineEntry) -> String {
    let locale = use_locale();
    let at = timestamp(locale, entry.at);
    match &entry.by {
        Some(by) => {
            let comma = td_string!(locale, dates.comma);
            format!("{} – {}{comma} {at}", entry.kind.label(locale), pick(by, locale))
        }
        None => format!("{} – {at}", entry.kind.label(locale)),
    }
}

/// The long texts that were typed into a form that is no longer there.
#[component]
fn Typed(form: FormView) -> impl IntoView {
    let locale = use_locale();
    let texts = ["words", "findings", "clause"].into_iter().map(|name| form.value(name, ""));
    let rows = texts
        .filter(|text| !text.is_empty())
        .map(|text| view! { <SummaryRow label=td_string!(locale, office.stale.typed) value=text/> })
        .collect::<Vec<_>>();
    (!rows.is_empty()).then(|| view! { <SummaryList>{rows}</SummaryList> })
}

//! The person's requests about their data: where each stands, and its answer.

use domain::{privacy::Verdict, views::DataRequest};
use i18n::{Locale, date_pair, td_string, use_locale, wanted};
use leptos::prelude::*;
use ui::{Ltr, Tag, Tone};

use super::data::day;

#[component]
pub(super) fn Asked(asked: Vec<DataRequest>) -> impl IntoView {
    let locale = use_locale();
    if asked.is_empty() {
        return None;
    }
    let cards = asked.into_iter().map(|request| view! { <AskedCard request/> }).collect_view();
    let section = view! {
        <section class="flow" aria-labelledby="asked">
            <h2 id="asked">{td_string!(locale, mydata.asked.title)}</h2>
            <ul class="requests">{cards}</ul>
        </section>
    };
    Some(section.into_any())
}

#[component]
fn AskedCard(request: DataRequest) -> impl IntoView {
    let locale = use_locale();
    let (word, tone) = state(locale, &request);
    let words = request
        .words
        .map(|words| view! { <dt>{td_string!(locale, mydata.asked.words)}</dt><dd>{words.to_string()}</dd> });
    let answer = match request.answer {
        None => {
            let due = date_pair(locale, request.due_on);
            view! { <dt>{td_string!(locale, mydata.asked.due)}</dt><dd>{due}</dd> }.into_any()
        }
        Some((at, verdict)) => view! { <Answer at verdict/> }.into_any(),
    };
    view! {
        <li class="card request">
            <p class="card-title">{wanted(locale, request.want)}</p>
            <p><Tag label=word tone/></p>
            <dl class="facts">
                <dt>{td_string!(locale, mydata.asked.reference)}</dt>
                <dd><Ltr text=request.reference.to_string()/></dd>
                <dt>{td_string!(locale, mydata.asked.on)}</dt>
                <dd>{day(locale, request.received_at)}</dd>
                {words}
                {answer}
            </dl>
        </li>
    }
    .into_any()
}

#[component]
fn Answer(at: domain::Timestamp, verdict: Verdict) -> impl IntoView {
    let locale = use_locale();
    let words = match verdict {
        Verdict::Done { words } => words.map(|words| (td_string!(locale, mydata.asked.answer), words)),
        Verdict::Refused { reason } => Some((td_string!(locale, mydata.asked.reason), reason)),
    };
    view! {
        <dt>{td_string!(locale, mydata.asked.answered)}</dt>
        <dd>{day(locale, at)}</dd>
        {words.map(|(label, words)| view! { <dt>{label}</dt><dd class="quoted-words">{words.to_string()}</dd> })}
    }
}

/// Received, done or refused, in one word.
pub fn state(locale: Locale, request: &DataRequest) -> (&'static str, Tone) {
    match &request.answer {
        None => (td_string!(locale, mydata.asked.received), Tone::Sand),
        Some((_, Verdict::Done { .. })) => (td_string!(locale, mydata.asked.done), Tone::Green),
        Some((_, Verdict::Refused { .. })) => (td_string!(locale, mydata.asked.refused), Tone::Grey),
    }
}

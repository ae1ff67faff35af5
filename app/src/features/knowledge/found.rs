//! What was found, by kind, with the words that were asked for marked (D3).

use domain::{knowledge::Kind, views::Hit};
use i18n::{Locale, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::EmptyState;

use super::{
    address,
    article::Ways,
    prose::{Marked, arabic},
};

#[component]
pub(super) fn FoundView(asked: String, hits: Vec<Hit>) -> impl IntoView {
    let locale = use_locale();
    if hits.is_empty() {
        let title = td_string!(locale, knowledge.found.none, asked = asked);
        return view! {
            <EmptyState title text=td_string!(locale, knowledge.found.none_text)/>
            <All/>
            <Ways/>
        }
        .into_any();
    }
    let count = hits.len();
    let groups = Kind::ALL.into_iter().filter_map(|kind| {
        let rows: Vec<_> = hits.iter().filter(|hit| hit.nature.kind() == kind).cloned().map(row).collect();
        (!rows.is_empty()).then(|| {
            view! {
                <section class="flow" aria-label=heading(kind, locale)>
                    <h2>{heading(kind, locale)}</h2>
                    <ul class="found">{rows}</ul>
                </section>
            }
        })
    });
    view! {
        <p role="status">{td_string!(locale, knowledge.found.count, count = count, asked = asked).to_string()}</p>
        {groups.collect_view()}
        <All/>
    }
    .into_any()
}

fn row(hit: Hit) -> impl IntoView {
    let locale = use_locale();
    let (lang, dir) = arabic(hit.only_arabic);
    view! {
        <li lang=lang dir=dir>
            <a class="link found-title" href=localised(locale, &address(&hit.slug))><Marked pieces=hit.title/></a>
            <p class="found-text"><Marked pieces=hit.excerpt/></p>
        </li>
    }
}

#[component]
fn All() -> impl IntoView {
    let locale = use_locale();
    view! { <p><a class="link" href=localised(locale, "/help")>{td_string!(locale, knowledge.found.all)}</a></p> }
}

/// The heading over the hits of one kind.
fn heading(kind: Kind, locale: Locale) -> &'static str {
    match kind {
        Kind::Faq => td_string!(locale, knowledge.kinds.faq),
        Kind::Bylaw => td_string!(locale, knowledge.kinds.bylaw),
        Kind::Guide => td_string!(locale, knowledge.kinds.guide),
        Kind::Misconception => td_string!(locale, knowledge.kinds.misconception),
        Kind::Improvement => td_string!(locale, knowledge.kinds.improvement),
    }
}

//! "You said, we did": what people's views changed (G1, D7).

use domain::{views::Entry, voice};
use i18n::{date_pair, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{EmptyState, PageHead};

use super::{
    api,
    beliefs::Ask,
    prose::{Prose, arabic},
};
use crate::{
    loaded::Loaded,
    public::{PageTitle, PublicPage},
};

/// `/you-said`.
#[component]
pub fn SaidPage() -> impl IntoView {
    let changes = Resource::new(|| (), |()| api::improvements());
    view! {
        <PublicPage>
            <Loaded resource=changes view={|changes: Vec<Entry>| view! { <SaidView changes/> }.into_any()}/>
        </PublicPage>
    }
}

#[component]
pub(super) fn SaidView(changes: Vec<Entry>) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, knowledge.said.title);
    let empty = changes.is_empty().then(|| view! { <EmptyState title=td_string!(locale, knowledge.said.empty)/> });
    let rows = changes.into_iter().map(|entry| view! { <Change entry/> }).collect_view();
    view! {
        <PageTitle title/>
        <PageHead
            title
            lead=td_string!(locale, knowledge.said.lead)
            back_href=localised(locale, "/help")
            back_label=td_string!(locale, knowledge.frame.help)
        />
        <div class="flow-wide">
            {empty}
            <ul class="changes">{rows}</ul>
            <Ask title=td_string!(locale, knowledge.said.ask) text=td_string!(locale, knowledge.said.ask_text) kind=voice::Kind::Proposal/>
        </div>
    }
}

#[component]
fn Change(entry: Entry) -> impl IntoView {
    let locale = use_locale();
    let (lang, dir) = arabic(entry.only_arabic);
    view! {
        <li class="card change">
            <p class="caption">{date_pair(locale, entry.since)}</p>
            <p class="change-word">{td_string!(locale, knowledge.said.you)}</p>
            <h2 class="change-said" lang=lang dir=dir>{entry.title}</h2>
            <p class="change-word">{td_string!(locale, knowledge.said.we)}</p>
            <Prose blocks=entry.blocks only_arabic=entry.only_arabic/>
        </li>
    }
}

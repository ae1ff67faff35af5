//! "True or not?": beliefs about our services, corrected (D6a). Each opens into its answer, without any script.

use domain::{views::Entry, voice};
use i18n::{Locale, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{Disclosure, EmptyState, PageHead};

use super::{
    api,
    article::verdict,
    prose::{Prose, arabic},
};
use crate::{
    loaded::Loaded,
    public::{PageTitle, PublicPage},
};

/// `/true-or-false`.
#[component]
pub fn BeliefsPage() -> impl IntoView {
    let beliefs = Resource::new(|| (), |()| api::misconceptions());
    view! {
        <PublicPage>
            <Loaded resource=beliefs view={|beliefs: Vec<Entry>| view! { <BeliefsView beliefs/> }.into_any()}/>
        </PublicPage>
    }
}

#[component]
pub(super) fn BeliefsView(beliefs: Vec<Entry>) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, knowledge.beliefs.title);
    let empty = beliefs.is_empty().then(|| view! { <EmptyState title=td_string!(locale, knowledge.beliefs.empty)/> });
    let rows = beliefs.into_iter().map(|entry| view! { <Belief entry/> }).collect_view();
    view! {
        <PageTitle title/>
        <PageHead
            title
            lead=td_string!(locale, knowledge.beliefs.lead)
            back_href=localised(locale, "/help")
            back_label=td_string!(locale, knowledge.frame.help)
        />
        <div class="flow-wide">
            {empty}
            <div class="questions">{rows}</div>
            <Ask title=td_string!(locale, knowledge.beliefs.ask) text=td_string!(locale, knowledge.beliefs.ask_text) kind=voice::Kind::Inquiry/>
        </div>
    }
}

#[component]
fn Belief(entry: Entry) -> impl IntoView {
    let locale = use_locale();
    let (lang, dir) = arabic(entry.only_arabic);
    view! {
        <div lang=lang dir=dir>
            <Disclosure summary=entry.title>
                {verdict(entry.nature, locale)}
                <Prose blocks=entry.blocks/>
            </Disclosure>
        </div>
    }
}

/// The form to write to us, at what is meant to be written.
pub(super) fn write(locale: Locale, kind: voice::Kind) -> String {
    localised(locale, &format!("/contact?kind={}", kind.slug()))
}

/// The way to us for who has more to say.
#[component]
pub(super) fn Ask(title: &'static str, text: &'static str, kind: voice::Kind) -> impl IntoView {
    let locale = use_locale();
    view! {
        <div class="ways flow">
            <p class="contents-title">{title}</p>
            <p>{text}</p>
            <p><a href=write(locale, kind)>{td_string!(locale, portal.frame.contact)}</a></p>
            <p><a href=localised(locale, "/channels")>{td_string!(locale, knowledge.article.ways)}</a></p>
        </div>
    }
}

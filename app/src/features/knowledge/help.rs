//! Help: search first, then questions by topic, guides and bylaws (T1–T3, D3).

use domain::{
    knowledge::{Nature, Topic},
    views::{Card, Entry, Hit, Shelf},
};
use i18n::{Label, gregorian, localised, td_string, use_locale};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use serde::{Deserialize, Serialize};
use ui::{ButtonKind, Disclosure, EmptyState, PageHead, SubmitButton, TextField, lu};

use super::{
    address, api,
    found::FoundView,
    prose::{Prose, arabic},
};
use crate::{
    loaded::Loaded,
    public::{PageTitle, PublicPage},
};

/// What the page shows: everything, or what was looked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Help {
    Shelf(Shelf),
    Found { asked: String, hits: Vec<Hit> },
}

/// `/help`, `/help?q=…`.
#[component]
pub fn HelpPage() -> impl IntoView {
    let query = use_query_map();
    let asked = Memo::new(move |_| query.with(|query| query.get("q").unwrap_or_default().trim().to_owned()));
    let help = Resource::new(
        move || asked.get(),
        |asked| async move {
            if asked.is_empty() {
                return Ok(Help::Shelf(api::open_shelf().await?));
            }
            let hits = api::search(asked.clone()).await?;
            Ok(Help::Found { asked, hits })
        },
    );
    view! {
        <PublicPage>
            <Loaded resource=help view=|help: Help| view! { <HelpView help/> }.into_any()/>
        </PublicPage>
    }
}

#[component]
pub(super) fn HelpView(help: Help) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, knowledge.help.title);
    let asked = match &help {
        Help::Shelf(_) => String::new(),
        Help::Found { asked, .. } => asked.clone(),
    };
    let body = match help {
        Help::Shelf(shelf) => view! { <ShelfView shelf/> }.into_any(),
        Help::Found { asked, hits } => view! { <FoundView asked hits/> }.into_any(),
    };
    view! {
        <PageTitle title/>
        <PageHead title lead=td_string!(locale, knowledge.help.lead) back_href=localised(locale, "/")/>
        <div class="flow-wide">
            <form class="help-search" method="get" action=localised(locale, "/help") role="search">
                <TextField
                    name="q"
                    label=td_string!(locale, knowledge.help.search)
                    hint=td_string!(locale, knowledge.help.search_hint)
                    kind="search"
                    value=asked
                    autocomplete="off"
                />
                <SubmitButton
                    label=td_string!(locale, knowledge.help.find)
                    kind=ButtonKind::Secondary
                    icon=lu::LuSearch
                />
            </form>
            {body}
        </div>
    }
}

#[component]
fn ShelfView(shelf: Shelf) -> impl IntoView {
    let locale = use_locale();
    let Shelf { questions, guides, bylaws } = shelf;
    let empty = questions.is_empty().then(|| {
        let (title, text) = (td_string!(locale, knowledge.help.empty), td_string!(locale, knowledge.help.empty_text));
        view! { <EmptyState title text/> }
    });
    let topics = Topic::ALL.into_iter().map(|topic| view! { <Questions topic questions=questions.clone()/> });
    view! {
        {empty}
        {topics.collect_view()}
        <Books
            title=td_string!(locale, knowledge.help.guides)
            lead=td_string!(locale, knowledge.help.guides_text)
            books=guides
        />
        <Books title=td_string!(locale, knowledge.help.bylaws) books=bylaws/>
        <More/>
    }
}

/// The questions of one topic, each opens into its answer.
#[component]
fn Questions(topic: Topic, questions: Vec<Entry>) -> impl IntoView {
    let locale = use_locale();
    let of_topic = |entry: &Entry| entry.nature == Nature::Faq { topic };
    let rows: Vec<_> = questions.into_iter().filter(of_topic).map(|entry| view! { <Question entry/> }).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="flow" aria-label=topic.label(locale)>
                <h2>{topic.label(locale)}</h2>
                <div class="questions">{rows}</div>
            </section>
        }
    })
}

#[component]
fn Question(entry: Entry) -> impl IntoView {
    let locale = use_locale();
    let (lang, dir) = arabic(entry.only_arabic);
    let href = localised(locale, &address(&entry.slug));
    let name = format!(": {}", entry.title);
    view! {
        <div lang=lang dir=dir>
            <Disclosure summary=entry.title>
                <Prose blocks=entry.blocks/>
                <p class="question-link">
                    <a class="link" href=href>
                        {td_string!(locale, knowledge.help.link)}
                        <span class="visually-hidden">{name}</span>
                    </a>
                </p>
            </Disclosure>
        </div>
    }
}

#[component]
fn Books(title: &'static str, #[prop(optional)] lead: Option<&'static str>, books: Vec<Card>) -> impl IntoView {
    let rows: Vec<_> = books.into_iter().map(|card| view! { <Book card/> }).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="flow" aria-label=title>
                <h2>{title}</h2>
                {lead.map(|lead| view! { <p>{lead}</p> })}
                <ul class="cards">{rows}</ul>
            </section>
        }
    })
}

#[component]
fn Book(card: Card) -> impl IntoView {
    let locale = use_locale();
    let (lang, dir) = arabic(card.only_arabic);
    let day = gregorian(locale, card.published_on);
    view! {
        <li class="card programme book">
            <p class="card-title" lang=lang dir=dir>
                <a href=localised(locale, &address(&card.slug))>{card.title}</a>
            </p>
            <p lang=lang dir=dir>{card.summary}</p>
            <p class="caption">{td_string!(locale, knowledge.article.edition, number = card.number, day = day)}</p>
        </li>
    }
}

/// The other pages that inform.
#[component]
fn More() -> impl IntoView {
    let locale = use_locale();
    let pages = [
        (
            "/true-or-false",
            td_string!(locale, knowledge.frame.beliefs),
            td_string!(locale, knowledge.help.beliefs_text),
        ),
        ("/you-said", td_string!(locale, knowledge.frame.said), td_string!(locale, knowledge.help.said_text)),
        ("/channels", td_string!(locale, knowledge.frame.channels), td_string!(locale, knowledge.help.channels_text)),
    ];
    let rows = pages.map(|(to, title, text)| {
        view! {
            <li class="card programme">
                <p class="card-title"><a href=localised(locale, to)>{title}</a></p>
                <p>{text}</p>
            </li>
        }
    });
    view! {
        <section class="flow" aria-label=td_string!(locale, knowledge.help.more)>
            <h2>{td_string!(locale, knowledge.help.more)}</h2>
            <ul class="cards">{rows.into_iter().collect_view()}</ul>
        </section>
    }
}

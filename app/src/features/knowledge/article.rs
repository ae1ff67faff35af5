//! One article: a question, a guide, the bylaws; in its newest version or an older one (T1–T3).

use domain::{
    knowledge::{Kind, Nature, Verdict, sections},
    views::{ArticleSheet, EditionLine},
};
use i18n::{Label, Locale, gregorian, localised, td_string, use_locale};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{Notice, NoticeKind, PageHead, Tag, Tone, lu};

use super::{
    address, api,
    beliefs::write,
    prose::{Prose, arabic},
};
use crate::{
    AppError,
    loaded::{Loaded, param},
    public::{PageTitle, PublicPage},
};

/// `/help/:slug`, `/help/:slug?version=2`.
#[component]
pub fn ArticlePage() -> impl IntoView {
    let slug = param("slug");
    let query = use_query_map();
    let version = Memo::new(move |_| match query.with(|query| query.get("version")) {
        None => Ok(None),
        Some(number) => number.parse().map(Some).map_err(|_| AppError::NotFound),
    });
    let sheet = Resource::new(
        move || (slug.get(), version.get()),
        |(slug, version)| async move { api::article(slug?, version?).await },
    );
    view! {
        <PublicPage>
            <Loaded resource=sheet view=|sheet: ArticleSheet| view! { <ArticleView sheet/> }.into_any()/>
        </PublicPage>
    }
}

#[component]
pub(super) fn ArticleView(sheet: ArticleSheet) -> impl IntoView {
    let locale = use_locale();
    let ArticleSheet { slug, nature, title, blocks, only_arabic, shown, editions } = sheet;
    let (lang, dir) = arabic(only_arabic);
    let clauses = sections(&blocks);
    let (back, back_label) = back(nature, locale);
    let older = editions.first().is_some_and(|newest| newest.number > shown.number);
    view! {
        <PageTitle title=title.clone()/>
        <div lang=lang dir=dir>
            <PageHead title caption=nature.kind().label(locale) back_href=localised(locale, back) back_label/>
        </div>
        <div class="flow-wide">
            {only_arabic.then(|| view! { <Notice><p>{td_string!(locale, knowledge.article.only_arabic)}</p></Notice> })}
            {older.then(|| view! { <Older number=shown.number href=localised(locale, &address(&slug))/> })}
            {verdict(nature, locale)}
            {(clauses.len() > 2).then(|| view! { <Contents clauses lang/> })}
            <article><Prose blocks only_arabic anchors=true/></article>
            <Editions slug=address(&slug) shown editions/>
            <Ways/>
        </div>
    }
}

/// Where a reader of this kind of article came from.
fn back(nature: Nature, locale: Locale) -> (&'static str, &'static str) {
    match nature.kind() {
        Kind::Misconception => ("/true-or-false", td_string!(locale, knowledge.frame.beliefs)),
        Kind::Improvement => ("/you-said", td_string!(locale, knowledge.frame.said)),
        Kind::Faq | Kind::Guide | Kind::Bylaw => ("/help", td_string!(locale, knowledge.frame.help)),
    }
}

/// "True" or "Not true", of a belief.
pub(super) fn verdict(nature: Nature, locale: Locale) -> Option<AnyView> {
    let Nature::Misconception { verdict } = nature else { return None };
    let (tone, icon) = match verdict {
        Verdict::NotTrue => (Tone::Sand, lu::LuX),
        Verdict::True => (Tone::Green, lu::LuCheck),
    };
    Some(view! { <p><Tag label=verdict.label(locale) tone icon/></p> }.into_any())
}

#[component]
fn Older(number: i64, href: String) -> impl IntoView {
    let locale = use_locale();
    view! {
        <Notice kind=NoticeKind::Waiting title=td_string!(locale, knowledge.article.older)>
            <p>{td_string!(locale, knowledge.article.older_text, number = number)}</p>
            <p><a href=href>{td_string!(locale, knowledge.article.newest)}</a></p>
        </Notice>
    }
}

#[component]
fn Contents(clauses: Vec<(u8, String, String)>, lang: Option<&'static str>) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, knowledge.article.contents);
    let rows = clauses.into_iter().map(|(level, anchor, words)| {
        let class = if level > 2 { "contents-sub" } else { "contents-top" };
        view! { <li class=class><a class="link" href=format!("#{anchor}")>{words}</a></li> }
    });
    view! {
        <nav class="contents flow" aria-label=title lang=lang>
            <p class="contents-title">{title}</p>
            <ul>{rows.collect_view()}</ul>
        </nav>
    }
}

/// When this version was published, and every version there was.
#[component]
fn Editions(slug: String, shown: EditionLine, editions: Vec<EditionLine>) -> impl IntoView {
    let locale = use_locale();
    if editions.len() < 2 {
        return view! { <p class="caption">{edition_words(shown, locale)}</p> }.into_any();
    }
    let newest = editions.first().map(|edition| edition.number);
    let rows = editions.into_iter().map(|edition| {
        let is_newest = Some(edition.number) == newest;
        let to = if is_newest { slug.clone() } else { format!("{slug}?version={}", edition.number) };
        let words = edition_words(edition, locale);
        let words = if edition == shown {
            view! { <span aria-current="page">{words}</span> }.into_any()
        } else {
            view! { <a class="link" href=localised(locale, &to)>{words}</a> }.into_any()
        };
        let current = is_newest.then(|| format!(" ({})", td_string!(locale, knowledge.article.current)));
        view! { <li>{words}{current}</li> }
    });
    view! {
        <section class="editions" aria-label=td_string!(locale, knowledge.article.editions)>
            <p class="contents-title">{td_string!(locale, knowledge.article.editions)}</p>
            <ul>{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

pub(super) fn edition_words(edition: EditionLine, locale: Locale) -> String {
    let day = gregorian(locale, edition.published_on);
    td_string!(locale, knowledge.article.edition, number = edition.number, day = day)
}

/// What to do when this was not it.
#[component]
pub(super) fn Ways() -> impl IntoView {
    let locale = use_locale();
    view! {
        <div class="ways flow">
            <p class="contents-title">{td_string!(locale, knowledge.article.more)}</p>
            <p>{td_string!(locale, knowledge.article.more_text)}</p>
            <p><a href=write(locale, domain::voice::Kind::Inquiry)>{td_string!(locale, portal.frame.contact)}</a></p>
            <p><a href=localised(locale, "/channels")>{td_string!(locale, knowledge.article.ways)}</a></p>
        </div>
    }
}

//! The list of programmes.

use domain::{
    NaiveDate,
    programme::{Opening, ProgrammeSpec},
    programme_filter::ProgrammeFilter,
    views::Catalogue,
};
use i18n::{Label, Locale, gregorian, localised, pick, td_string, use_locale};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{ButtonKind, ButtonLink, EmptyState, PageHead, Tag, Tone};

use super::{
    api,
    finder::{Finder, asked, offered},
};
use crate::{
    loaded::Loaded,
    public::{PageTitle, PublicPage},
};

#[component]
pub fn ProgrammesPage() -> impl IntoView {
    let catalogue = Resource::new(|| (), |()| api::programmes());
    let query = use_query_map();
    view! {
        <PublicPage>
            <Loaded
                resource=catalogue
                view=move |catalogue: Catalogue| {
                    view! { <ProgrammesView catalogue filter=asked(&query.read())/> }.into_any()
                }
            />
        </PublicPage>
    }
}

#[component]
pub(super) fn ProgrammesView(catalogue: Catalogue, filter: ProgrammeFilter) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, portal.programmes.title);
    let lead = td_string!(locale, portal.programmes.lead);
    let Catalogue { open, closed, terms } = catalogue;
    let today = terms.if_today.told_on;
    let needs = offered(open.iter().chain(&closed));
    let found = |programmes: Vec<ProgrammeSpec>| {
        programmes.into_iter().filter(|programme| filter.keeps(programme)).collect::<Vec<_>>()
    };
    let (open, closed) = (found(open), found(closed));
    view! {
        <PageTitle title description=lead/>
        <PageHead title lead back_href=localised(locale, "/")/>
        <div class="flow-wide">
            <Finder filter=filter.clone() needs/>
            <Found count=open.len() + closed.len() filter=filter.clone()/>
            {if open.is_empty() && !filter.is_empty() {
                view! { <NothingFound some_closed=!closed.is_empty()/> }.into_any()
            } else {
                view! { <ProgrammeCards programmes=open today/> }.into_any()
            }}
            {(!closed.is_empty())
                .then(|| {
                    view! {
                        <section class="flow" aria-labelledby="closed">
                            <h2 id="closed">{td_string!(locale, portal.programmes.closed)}</h2>
                            <ProgrammeCards programmes=closed today/>
                        </section>
                    }
                })}
        </div>
    }
}

/// How many were found, and the way back to all of them.
#[component]
fn Found(count: usize, filter: ProgrammeFilter) -> impl IntoView {
    let locale = use_locale();
    (!filter.is_empty()).then(|| {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        view! {
            <p class="found" role="status">
                {td_string!(locale, portal.finder.found, count = count)} " "
                <a href=localised(locale, "/programmes")>{td_string!(locale, portal.finder.clear)}</a>
            </p>
        }
        .into_any()
    })
}

/// Nothing open fits what was chosen: what to do now.
#[component]
fn NothingFound(some_closed: bool) -> impl IntoView {
    let locale = use_locale();
    let text = if some_closed {
        td_string!(locale, portal.finder.only_closed)
    } else {
        td_string!(locale, portal.finder.nothing_text)
    };
    view! {
        <EmptyState title=td_string!(locale, portal.finder.nothing) text icon=ui::lu::LuSearchX>
            <ButtonLink label=td_string!(locale, portal.check.all) href=localised(locale, "/check")/>
            <ButtonLink
                label=td_string!(locale, portal.finder.ask)
                href=localised(locale, "/contact")
                kind=ButtonKind::Secondary
            />
        </EmptyState>
    }
    .into_any()
}

/// Programmes as cards; each card is one link.
#[component]
pub(super) fn ProgrammeCards(programmes: Vec<ProgrammeSpec>, today: NaiveDate) -> impl IntoView {
    let locale = use_locale();
    if programmes.is_empty() {
        return view! {
            <EmptyState
                title=td_string!(locale, portal.programmes.none_title)
                text=td_string!(locale, portal.programmes.none_text)
            />
        }
        .into_any();
    }
    let cards = programmes.into_iter().map(|programme| view! { <ProgrammeCard programme today/> }).collect_view();
    view! { <ul class="cards programmes">{cards}</ul> }.into_any()
}

#[component]
fn ProgrammeCard(programme: ProgrammeSpec, today: NaiveDate) -> impl IntoView {
    let locale = use_locale();
    view! {
        <li class="card programme">
            <p class="caption">{programme.support.label(locale)}</p>
            <p class="card-title">
                <a href=localised(locale, &address(&programme.slug))>{pick(&programme.name, locale).to_owned()}</a>
            </p>
            <p>{pick(&programme.summary, locale).to_owned()}</p>
            <OpeningTag opening=programme.opening today/>
        </li>
    }
    .into_any()
}

/// When a programme takes applications, in a word and an icon; nothing where it always does.
#[component]
pub(super) fn OpeningTag(opening: Opening, today: NaiveDate) -> impl IntoView {
    let icon = match opening {
        Opening::Paused => ui::lu::LuPause,
        Opening::Open | Opening::Season { .. } => ui::lu::LuCalendarDays,
    };
    opening_words(use_locale(), opening, today)
        .map(|label| view! { <p class="programme-opening"><Tag label tone=Tone::Sand icon/></p> }.into_any())
}

/// The page of a programme.
pub(super) fn address(slug: &str) -> String {
    format!("/programmes/{slug}")
}

/// When a programme takes applications; nothing where it always does.
pub(super) fn opening_words(locale: Locale, opening: Opening, today: NaiveDate) -> Option<String> {
    match opening {
        Opening::Open => None,
        Opening::Paused => Some(td_string!(locale, portal.programmes.paused).to_owned()),
        Opening::Season { from, .. } if today < from => {
            Some(td_string!(locale, portal.programmes.opens, from = gregorian(locale, from)))
        }
        Opening::Season { until, .. } if until < today => {
            Some(td_string!(locale, portal.programmes.ended, until = gregorian(locale, until)))
        }
        Opening::Season { until, .. } => {
            Some(td_string!(locale, portal.programmes.until, until = gregorian(locale, until)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_season_says_what_is_next() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).expect("a date");
        let season = Opening::Season { from: day(10, 1), until: day(12, 31) };
        let words = |today| opening_words(Locale::en, season, today).expect("words");
        assert!(words(day(9, 30)).starts_with("Opens") && words(day(9, 30)).contains("October"));
        assert!(words(day(10, 1)).contains("until") && words(day(12, 31)).contains("December"));
        assert!(
            opening_words(Locale::en, Opening::Season { from: day(1, 1), until: day(2, 1) }, day(3, 1))
                .is_some_and(|words| words.contains("ended"))
        );
        assert_eq!(opening_words(Locale::ar, Opening::Open, day(1, 1)), None);
    }
}

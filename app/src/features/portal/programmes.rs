//! The list of programmes.

use domain::{
    programme::{Opening, ProgrammeSpec},
    views::Catalogue,
};
use i18n::{Label, Locale, gregorian, localised, pick, td_string, use_locale};
use leptos::prelude::*;
use ui::{EmptyState, PageHead};

use super::api;
use crate::{
    loaded::Loaded,
    public::{PageTitle, PublicPage},
};

#[component]
pub fn ProgrammesPage() -> impl IntoView {
    let catalogue = Resource::new(|| (), |()| api::programmes());
    view! {
        <PublicPage>
            <Loaded
                resource=catalogue
                view=|catalogue: Catalogue| view! { <ProgrammesView catalogue/> }.into_any()
            />
        </PublicPage>
    }
}

#[component]
pub(super) fn ProgrammesView(catalogue: Catalogue) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, portal.programmes.title);
    let Catalogue { open, closed, .. } = catalogue;
    view! {
        <PageTitle title/>
        <PageHead title lead=td_string!(locale, portal.programmes.lead) back_href=localised(locale, "/")/>
        <div class="flow-wide">
            <ProgrammeCards programmes=open/>
            {(!closed.is_empty())
                .then(|| {
                    view! {
                        <section class="flow" aria-labelledby="closed">
                            <h2 id="closed">{td_string!(locale, portal.programmes.closed)}</h2>
                            <ProgrammeCards programmes=closed/>
                        </section>
                    }
                })}
        </div>
    }
}

/// Programmes as cards; each card is one link.
#[component]
pub(super) fn ProgrammeCards(programmes: Vec<ProgrammeSpec>) -> impl IntoView {
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
    let cards = programmes.into_iter().map(|programme| view! { <ProgrammeCard programme/> }).collect_view();
    view! { <ul class="cards programmes">{cards}</ul> }.into_any()
}

#[component]
fn ProgrammeCard(programme: ProgrammeSpec) -> impl IntoView {
    let locale = use_locale();
    let opening = opening_words(locale, programme.opening);
    view! {
        <li class="card programme">
            <p class="caption">{programme.support.label(locale)}</p>
            <p class="card-title">
                <a href=localised(locale, &address(&programme.slug))>{pick(&programme.name, locale).to_owned()}</a>
            </p>
            <p>{pick(&programme.summary, locale).to_owned()}</p>
            {opening.map(|opening| view! { <p class="programme-opening">{opening}</p> })}
        </li>
    }
    .into_any()
}

/// The page of a programme.
pub(super) fn address(slug: &str) -> String {
    format!("/programmes/{slug}")
}

/// When a programme takes applications; nothing where it always does.
pub(super) fn opening_words(locale: Locale, opening: Opening) -> Option<String> {
    match opening {
        Opening::Open => None,
        Opening::Paused => Some(td_string!(locale, portal.programmes.paused).to_owned()),
        Opening::Season { from, until } => Some(td_string!(
            locale,
            portal.programmes.season,
            from = gregorian(locale, from),
            until = gregorian(locale, until)
        )),
    }
}

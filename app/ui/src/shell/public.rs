//! The frame of the public site.

use leptos::prelude::*;

use super::{Brand, Identity, LanguageLink, SkipLink};
use crate::{ltr::Ltr, nav::NavLink};
use i18n::{td_string, use_locale};

/// One reading column between the association's name and its contacts.
#[component]
pub fn PublicShell(
    identity: Identity,
    #[prop(into)] home_href: String,
    /// This page in the other language.
    #[prop(into)]
    other_language_href: String,
    #[prop(optional)] nav: Vec<NavLink>,
    #[prop(optional)] footer_links: Vec<NavLink>,
    /// Above everything: the demonstration banner.
    #[prop(optional)]
    banner: Option<AnyView>,
    /// A button that leaves the site at once, on sensitive programmes.
    #[prop(optional)]
    quick_exit: Option<AnyView>,
    children: Children,
) -> impl IntoView {
    let exit = td_string!(use_locale(), ui.quick_exit);
    view! {
        <div class="public">
            <SkipLink />
            {banner}
            <header class="masthead">
                <div class="column masthead-row">
                    <Brand name=identity.name.clone() href=home_href />
                    <div class="masthead-end">
                        <LanguageLink href=other_language_href />
                    </div>
                </div>
            </header>
            {(!nav.is_empty()).then(|| view! { <SiteNav links=nav /> })}
            <main id="main" class="public-main" tabindex="-1">
                <div class="column">{children()}</div>
            </main>
            {quick_exit.map(|button| view! { <aside class="quick-exit" aria-label=exit>{button}</aside> })}
            <Colophon identity=identity links=footer_links />
        </div>
    }
    .into_any()
}

#[component]
fn SiteNav(links: Vec<NavLink>) -> impl IntoView {
    let label = td_string!(use_locale(), ui.site_nav);
    view! {
        <nav class="site-nav" aria-label=label>
            <ul class="column">{links.into_iter().map(NavLink::item).collect_view()}</ul>
        </nav>
    }
    .into_any()
}

#[component]
fn Colophon(identity: Identity, links: Vec<NavLink>) -> impl IntoView {
    let locale = use_locale();
    let phone = (!identity.phone.is_empty()).then(|| {
        let dial = format!("tel:{}", identity.phone);
        view! {
            <dt>{td_string!(locale, ui.phone)}</dt>
            <dd><a class="link" href=dial><Ltr text=identity.phone /></a></dd>
        }
        .into_any()
    });
    view! {
        <footer class="colophon">
            <div class="column">
                <p class="colophon-name">{identity.name}</p>
                <dl>
                    {phone}
                    <dt>{td_string!(locale, ui.licence)}</dt>
                    <dd><Ltr text=identity.licence /></dd>
                    <dt>{td_string!(locale, ui.address)}</dt>
                    <dd>{identity.address}</dd>
                </dl>
                {(!links.is_empty())
                    .then(|| view! { <ul class="colophon-links">{links.into_iter().map(NavLink::item).collect_view()}</ul> })}
            </div>
        </footer>
    }
    .into_any()
}

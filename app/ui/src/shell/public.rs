//! The frame of the public site.

use leptos::prelude::*;

use super::{Brand, Identity, LanguageLink, SkipLink};
use crate::{ltr::Ltr, nav::NavLink};
use i18n::{td_string, use_locale};

/// Links of one kind at the foot of every page.
#[derive(Clone)]
pub struct FooterPart {
    /// What they have in common.
    pub title: String,
    pub links: Vec<NavLink>,
}

/// One reading column between the association's name and its contacts.
#[component]
pub fn PublicShell(
    identity: Identity,
    #[prop(into)] home_href: String,
    /// This page in the other language.
    #[prop(into)]
    other_language_href: String,
    #[prop(optional)] nav: Vec<NavLink>,
    /// What stands below every page.
    #[prop(optional)]
    footer: Vec<FooterPart>,
    /// Above everything: what kind of site this is.
    #[prop(optional)]
    banner: Option<AnyView>,
    children: Children,
) -> impl IntoView {
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
            <Colophon identity=identity parts=footer />
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
fn Colophon(identity: Identity, parts: Vec<FooterPart>) -> impl IntoView {
    let locale = use_locale();
    let phone = (!identity.phone.is_empty()).then(|| {
        let dial = format!("tel:{}", identity.phone);
        view! {
            <dt>{td_string!(locale, ui.phone)}</dt>
            <dd><a class="link" href=dial><Ltr text=identity.phone /></a></dd>
        }
        .into_any()
    });
    let menu = (!parts.is_empty()).then(|| {
        let parts = parts.into_iter().map(|part| view! { <FooterLinks part=part /> }).collect_view();
        view! { <nav class="colophon-parts" aria-label=td_string!(locale, ui.footer_nav)>{parts}</nav> }
    });
    view! {
        <footer class="colophon">
            <div class="column">
                {menu}
                <p class="colophon-name">{identity.name}</p>
                <dl>
                    {phone}
                    <dt>{td_string!(locale, ui.licence)}</dt>
                    <dd><Ltr text=identity.licence /></dd>
                    <dt>{td_string!(locale, ui.address)}</dt>
                    <dd>{identity.address}</dd>
                </dl>
            </div>
        </footer>
    }
    .into_any()
}

#[component]
fn FooterLinks(part: FooterPart) -> impl IntoView {
    view! {
        <div>
            <p class="colophon-title">{part.title}</p>
            <ul class="colophon-links">{part.links.into_iter().map(NavLink::item).collect_view()}</ul>
        </div>
    }
    .into_any()
}

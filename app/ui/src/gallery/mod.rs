//! Every component in every state, with sample texts: what the design system looks like.

mod cards;
mod fields;
mod frames;
mod lists;
mod messages;
mod windows;

use leptos::prelude::*;

use crate::{
    Banner, Button, ButtonKind, ButtonLink, FooterPart, Identity, NavLink, PageHead, PublicShell, QuickExit,
    SubmitButton, lu,
};
use i18n::{Locale, td_string, use_locale};

pub use frames::{CommitteeGallery, OfficeGallery};

/// The public components on one page, in the public frame.
#[component]
pub fn Gallery() -> impl IntoView {
    let locale = use_locale();
    let footer = FooterPart {
        title: td_string!(locale, ui.footer_nav).to_owned(),
        links: vec![
            NavLink::new(td_string!(locale, ui.gallery.privacy), "#privacy"),
            NavLink::new(td_string!(locale, ui.gallery.policy), "#policy"),
        ],
    };
    view! {
        <PublicShell
            identity=identity(locale)
            home_href="/"
            other_language_href="/gallery"
            nav=site_nav(locale)
            footer=vec![footer]
            banner=view! { <Demo /> }.into_any()
        >
            <PageHead
                title=td_string!(locale, ui.gallery.title)
                lead=td_string!(locale, ui.gallery.lead)
                caption=td_string!(locale, ui.gallery.caption)
                back_href="#main"
            />
            <div class="flow-wide">
                <Buttons />
                <messages::Messages />
                <windows::Windows />
                <lists::Lists />
                <cards::Cards />
                <fields::Fields />
                <QuickExit />
            </div>
        </PublicShell>
    }
}

/// A part of the gallery under its heading.
#[component]
fn Part(title: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="flow">
            <h2>{title}</h2>
            {children()}
        </section>
    }
}

#[component]
fn Demo() -> impl IntoView {
    let locale = use_locale();
    view! { <Banner label=td_string!(locale, ui.gallery.demo) text=td_string!(locale, ui.gallery.demo_text) /> }
}

#[component]
fn Buttons() -> impl IntoView {
    let locale = use_locale();
    view! {
        <Part title=td_string!(locale, ui.gallery.buttons)>
            <div class="actions">
                <SubmitButton label=td_string!(locale, ui.gallery.next_step) />
                <ButtonLink label=td_string!(locale, ui.gallery.save) href="#save" kind=ButtonKind::Secondary />
                <Button label=td_string!(locale, ui.gallery.print) kind=ButtonKind::Quiet icon=lu::LuPrinter />
            </div>
            <div class="actions">
                <SubmitButton label=td_string!(locale, ui.gallery.withdraw) kind=ButtonKind::Danger name="action" value="withdraw" />
                <SubmitButton label=td_string!(locale, ui.gallery.disabled) disabled=true />
                <Button label=td_string!(locale, ui.gallery.cancel) kind=ButtonKind::Quiet />
            </div>
        </Part>
    }
}

fn identity(locale: Locale) -> Identity {
    Identity {
        name: td_string!(locale, ui.gallery.association).to_owned(),
        licence: "2170".to_owned(),
        phone: "0500000000".to_owned(),
        address: td_string!(locale, ui.gallery.address).to_owned(),
    }
}

fn site_nav(locale: Locale) -> Vec<NavLink> {
    vec![
        NavLink::new(td_string!(locale, ui.gallery.nav_home), "#home").current(true),
        NavLink::new(td_string!(locale, ui.gallery.nav_apply), "#apply"),
        NavLink::new(td_string!(locale, ui.gallery.nav_track), "#track"),
        NavLink::new(td_string!(locale, ui.gallery.nav_ask), "#ask"),
    ]
}

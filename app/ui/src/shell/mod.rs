//! The frames of the three areas: public site, back office, committee.

mod committee;
mod office;
mod public;

use leptos::prelude::*;

pub use committee::CommitteeShell;
pub use office::OfficeShell;
pub use public::{FooterPart, PublicShell};

use crate::khatam::Mark;
use i18n::{Locale, td_string, use_locale};

/// Who the association is, as every page says it.
#[derive(Clone, Debug)]
pub struct Identity {
    /// Full name in the language of the page.
    pub name: String,
    /// Licence number.
    pub licence: String,
    /// Phone number as it is dialled.
    pub phone: String,
    /// Postal address in one line.
    pub address: String,
}

/// First stop of the keyboard: jumps over the navigation.
#[component]
fn SkipLink() -> impl IntoView {
    let text = td_string!(use_locale(), ui.skip);
    view! { <a class="skip-link" href="#main">{text}</a> }
}

/// The association's name beside the mark, with the product's name under it.
#[component]
fn Brand(name: String, href: String) -> impl IntoView {
    let product = td_string!(use_locale(), ui.product);
    view! {
        <a class="brand" href=href>
            <Mark />
            <span>
                <span class="brand-name">{name}</span>
                <span class="brand-product">{product}</span>
            </span>
        </a>
    }
    .into_any()
}

/// The same page in the other language, named in that language; loaded whole, so that nothing stays half-translated.
#[component]
fn LanguageLink(href: String) -> impl IntoView {
    let locale = use_locale();
    let other = match locale {
        Locale::ar => Locale::en,
        Locale::en => Locale::ar,
    };
    let tag = i18n::language_tag(other);
    view! {
        <a class="language" href=href rel="external" lang=tag hreflang=tag dir=i18n::direction(other)>
            {td_string!(other, ui.language)}
        </a>
    }
    .into_any()
}

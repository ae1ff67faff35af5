//! A person's own data: what is held, who looked, what they agree to, their rights (PDPL, D6); and the safe of their
//! documents (H2).

mod api;
pub mod asked;
mod consents;
mod correct;
mod data;
mod erase;
mod held;
mod safe;
mod wishes;

#[cfg(feature = "ssr")]
mod correct_form;
#[cfg(feature = "ssr")]
mod posts;
#[cfg(feature = "ssr")]
mod wishes_form;

use i18n::{localised, td_string, use_locale};
use leptos::prelude::*;
use leptos_router::{Lazy, MatchNestedRoutes, components::Route, path};

use self::{correct::CorrectPage, data::MyDataPage, erase::ErasePage, safe::SafePage};
use crate::area::lazy_area;

lazy_area! {
    fn mydata_page in community: MyDataPage, CorrectPage, ErasePage, SafePage
}

/// The page of a person's data.
const DATA: &str = "/my/data";

/// Some pages stand at two addresses: a form that was refused is shown again at the address it was posted to.
#[component(transparent)]
pub fn MyDataRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/my/data") view={Lazy::<area::MyDataPage>::new()}/>
        <Route path=path!("/my/data/consents/:purpose") view={Lazy::<area::MyDataPage>::new()}/>
        <Route path=path!("/my/data/messages") view={Lazy::<area::MyDataPage>::new()}/>
        <Route path=path!("/my/data/correct/:holding") view={Lazy::<area::CorrectPage>::new()}/>
        <Route path=path!("/my/data/erase") view={Lazy::<area::ErasePage>::new()}/>
        <Route path=path!("/my/documents") view={Lazy::<area::SafePage>::new()}/>
    }
    .into_inner()
}

/// The way to a person's data and documents, at the end of their other pages.
#[component]
pub fn MyDataLinks() -> impl IntoView {
    let locale = use_locale();
    let link = |to: &str, title: &'static str, text: &'static str| {
        let href = localised(locale, to);
        view! {
            <li class="card">
                <p class="card-title"><a href=href>{title}</a></p>
                <p>{text}</p>
            </li>
        }
    };
    view! {
        <section class="flow" aria-labelledby="my-data">
            <h2 id="my-data">{td_string!(locale, mydata.links.title)}</h2>
            <ul class="cards">
                {link("/my/documents", td_string!(locale, mydata.links.safe), td_string!(locale, mydata.links.safe_text))}
                {link(DATA, td_string!(locale, mydata.links.data), td_string!(locale, mydata.links.data_text))}
            </ul>
        </section>
    }
    .into_any()
}

/// A day count in words: `يومين`, `14 days`.
pub fn days(locale: i18n::Locale, count: i64) -> String {
    td_string!(locale, portal.count.days, count = count)
}

#[cfg(feature = "ssr")]
pub use posts::forms;

#[cfg(all(test, feature = "ssr"))]
mod tests;

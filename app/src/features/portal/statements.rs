//! Two short statements: what we do with people's data, and whom the site is built for.

use i18n::{localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{Ltr, PageHead};

use crate::public::{PageTitle, PublicPage, use_face};

#[component]
pub fn PrivacyPage() -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, portal.privacy.title);
    let parts = [
        (td_string!(locale, portal.privacy.what), td_string!(locale, portal.privacy.what_text)),
        (td_string!(locale, portal.privacy.why), td_string!(locale, portal.privacy.why_text)),
        (td_string!(locale, portal.privacy.who), td_string!(locale, portal.privacy.who_text)),
        (td_string!(locale, portal.privacy.how), td_string!(locale, portal.privacy.how_text)),
        (td_string!(locale, portal.privacy.rights), td_string!(locale, portal.privacy.rights_text)),
        (td_string!(locale, portal.privacy.cookies), td_string!(locale, portal.privacy.cookies_text)),
    ];
    let sections = parts.map(|(heading, text)| view! { <h2>{heading}</h2><p>{text}</p> }).into_iter().collect_view();
    view! {
        <PublicPage>
            <PageTitle title/>
            <PageHead title lead=td_string!(locale, portal.privacy.lead) back_href=localised(locale, "/")/>
            <div class="flow">
                {sections}
                <p><a class="link" href=localised(locale, "/my/data")>{td_string!(locale, mydata.links.privacy)}</a></p>
                <Call/>
            </div>
        </PublicPage>
    }
}

#[component]
pub fn AccessibilityPage() -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, portal.accessibility.title);
    let points = [
        td_string!(locale, portal.accessibility.keyboard),
        td_string!(locale, portal.accessibility.zoom),
        td_string!(locale, portal.accessibility.script),
        td_string!(locale, portal.accessibility.sign),
        td_string!(locale, portal.accessibility.colour),
        td_string!(locale, portal.accessibility.standard),
    ];
    let points = points.map(|point| view! { <li>{point}</li> }).into_iter().collect_view();
    view! {
        <PublicPage>
            <PageTitle title/>
            <PageHead title lead=td_string!(locale, portal.accessibility.lead) back_href=localised(locale, "/")/>
            <div class="flow">
                <h2>{td_string!(locale, portal.accessibility.what)}</h2>
                <ul class="plain-list">{points}</ul>
                <h2>{td_string!(locale, portal.accessibility.problem)}</h2>
                <p>{td_string!(locale, portal.accessibility.problem_text)}</p>
                <Call/>
            </div>
        </PublicPage>
    }
}

#[component]
fn Call() -> impl IntoView {
    let locale = use_locale();
    let phone = use_face().identity().phone;
    (!phone.is_empty()).then(|| {
        let dial = format!("tel:{phone}");
        view! { <p>{td_string!(locale, portal.home.call)} " " <a href=dial><Ltr text=phone/></a></p> }
    })
}

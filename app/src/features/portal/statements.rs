//! Two statements: what we do with people's data, and whom the site is built for.

use i18n::{localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{Column, DataTable, Ltr, PageHead};

use crate::public::{PageTitle, PublicPage, use_face};

#[component]
pub fn PrivacyPage() -> impl IntoView {
    view! { <PublicPage><PrivacyView/></PublicPage> }
}

#[component]
pub(super) fn PrivacyView() -> impl IntoView {
    let locale = use_locale();
    let (title, lead) = (td_string!(locale, portal.privacy.title), td_string!(locale, portal.privacy.lead));
    let parts = [
        (td_string!(locale, portal.privacy.what), td_string!(locale, portal.privacy.what_text)),
        (td_string!(locale, portal.privacy.why), td_string!(locale, portal.privacy.why_text)),
        (td_string!(locale, portal.privacy.basis), td_string!(locale, portal.privacy.basis_text)),
        (td_string!(locale, portal.privacy.who), td_string!(locale, portal.privacy.who_text)),
        (td_string!(locale, portal.privacy.how), td_string!(locale, portal.privacy.how_text)),
        (td_string!(locale, portal.privacy.keep), td_string!(locale, portal.privacy.keep_text)),
    ];
    let sections = parts.map(|(heading, text)| view! { <h2>{heading}</h2><p>{text}</p> }).into_iter().collect_view();
    view! {
        <PageTitle title description=lead/>
        <PageHead title lead back_href=localised(locale, "/")/>
        <div class="flow statement">{sections} <Rights/> <Cookies/> <Complain/></div>
    }
}

/// What the Personal Data Protection Law gives everyone, in plain words.
#[component]
fn Rights() -> impl IntoView {
    let locale = use_locale();
    let rights = [
        td_string!(locale, portal.privacy.right_know),
        td_string!(locale, portal.privacy.right_copy),
        td_string!(locale, portal.privacy.right_correct),
        td_string!(locale, portal.privacy.right_erase),
        td_string!(locale, portal.privacy.right_withdraw),
    ];
    let rights = rights.map(|right| view! { <li>{right}</li> }).into_iter().collect_view();
    view! {
        <h2>{td_string!(locale, portal.privacy.rights)}</h2>
        <p>{td_string!(locale, portal.privacy.rights_text)}</p>
        <ul class="plain-list">{rights}</ul>
        <p>
            <a href=localised(locale, "/my/data")>{td_string!(locale, portal.privacy.my_data)}</a>
        </p>
    }
    .into_any()
}

/// Every cookie there is: names as in [`crate::request`].
#[component]
fn Cookies() -> impl IntoView {
    let locale = use_locale();
    let cookies = [
        ("wisal", td_string!(locale, portal.privacy.session), td_string!(locale, portal.privacy.session_lasts)),
        ("wisal-pending", td_string!(locale, portal.privacy.pending), td_string!(locale, portal.privacy.pending_lasts)),
        ("wisal-check", td_string!(locale, portal.privacy.carried), td_string!(locale, portal.privacy.carried_lasts)),
    ];
    let rows = cookies
        .map(|(name, what, lasts)| {
            view! {
                <tr>
                    <th scope="row"><Ltr text=name/></th>
                    <td>{what}</td>
                    <td>{lasts}</td>
                </tr>
            }
        })
        .into_iter()
        .collect_view();
    let columns = vec![
        Column::new(td_string!(locale, portal.privacy.cookie)),
        Column::new(td_string!(locale, portal.privacy.cookie_what)),
        Column::new(td_string!(locale, portal.privacy.cookie_lasts)),
    ];
    view! {
        <h2>{td_string!(locale, portal.privacy.cookies)}</h2>
        <p>{td_string!(locale, portal.privacy.cookies_text)}</p>
        <DataTable id="cookies" caption=td_string!(locale, portal.privacy.cookies) caption_hidden=true columns>{rows}</DataTable>
        <p>{td_string!(locale, portal.privacy.device_text)}</p>
    }
    .into_any()
}

#[component]
fn Complain() -> impl IntoView {
    let locale = use_locale();
    view! {
        <h2>{td_string!(locale, portal.privacy.complain)}</h2>
        <p>{td_string!(locale, portal.privacy.complain_text)}</p>
        <Reach/>
        <p>{td_string!(locale, portal.privacy.authority)}</p>
    }
    .into_any()
}

#[component]
pub fn AccessibilityPage() -> impl IntoView {
    view! { <PublicPage><AccessibilityView/></PublicPage> }
}

#[component]
pub(super) fn AccessibilityView() -> impl IntoView {
    let locale = use_locale();
    let (title, lead) = (td_string!(locale, portal.accessibility.title), td_string!(locale, portal.accessibility.lead));
    let points = [
        td_string!(locale, portal.accessibility.keyboard),
        td_string!(locale, portal.accessibility.zoom),
        td_string!(locale, portal.accessibility.script),
        td_string!(locale, portal.accessibility.sign),
        td_string!(locale, portal.accessibility.colour),
        td_string!(locale, portal.accessibility.paper),
        td_string!(locale, portal.accessibility.standard),
    ];
    let tested = [
        td_string!(locale, portal.accessibility.tested_axe),
        td_string!(locale, portal.accessibility.tested_html),
        td_string!(locale, portal.accessibility.tested_sizes),
        td_string!(locale, portal.accessibility.tested_script),
    ];
    let not_yet =
        [td_string!(locale, portal.accessibility.not_readers), td_string!(locale, portal.accessibility.not_files)];
    let list = |points: &[&'static str]| points.iter().map(|point| view! { <li>{*point}</li> }).collect_view();
    view! {
        <PageTitle title description=lead/>
        <PageHead title lead back_href=localised(locale, "/")/>
        <div class="flow statement">
            <h2>{td_string!(locale, portal.accessibility.what)}</h2>
            <ul class="plain-list">{list(&points)}</ul>
            <h2>{td_string!(locale, portal.accessibility.tested)}</h2>
            <ul class="plain-list">{list(&tested)}</ul>
            <h2>{td_string!(locale, portal.accessibility.not)}</h2>
            <ul class="plain-list">{list(&not_yet)}</ul>
            <h2>{td_string!(locale, portal.accessibility.problem)}</h2>
            <p>{td_string!(locale, portal.accessibility.problem_text)}</p>
            <Reach/>
        </div>
    }
}

/// How to reach us: the page with every way, and the phone.
#[component]
fn Reach() -> impl IntoView {
    let locale = use_locale();
    let phone = use_face().identity().phone;
    let call = (!phone.is_empty()).then(|| {
        let dial = format!("tel:{phone}");
        view! { <p>{td_string!(locale, portal.home.call)} " " <a href=dial><Ltr text=phone/></a></p> }
    });
    view! {
        <p><a href=localised(locale, "/contact")>{td_string!(locale, portal.frame.contact)}</a></p>
        {call}
    }
    .into_any()
}

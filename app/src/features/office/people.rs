//! The applicant's contacts, and people who may be the same person.

use domain::views::{RepresentativeLine, RequestSheet, Suspect};
use i18n::{Label, td_string, timestamp, use_locale};
use leptos::prelude::*;
use ui::{Ltr, Tag, Tone};

#[component]
pub fn Contact(sheet: RequestSheet) -> impl IntoView {
    let locale = use_locale();
    let mobile = sheet.mobile.local();
    let dial = format!("tel:{}", sheet.mobile);
    view! {
        <section class="card flow">
            <h2>{td_string!(locale, office.request.contact)}</h2>
            <dl class="facts">
                <dt>{td_string!(locale, office.request.national_id)}</dt>
                <dd><Ltr text=sheet.national_id.to_string()/></dd>
                <dt>{td_string!(locale, office.request.mobile)}</dt>
                <dd><a class="link" href=dial><Ltr text=mobile/></a></dd>
                {sheet.iban.map(|iban| view! {
                    <dt>{td_string!(locale, office.request.iban)}</dt>
                    <dd><Ltr text=iban.grouped()/></dd>
                })}
                {sheet.representative.map(|named| view! { <RepresentativeFacts named/> })}
                {sheet.stage.registration().map(|registration| view! {
                    <dt>{td_string!(locale, office.request.file_number)}</dt>
                    <dd><Ltr text=registration.file_number.clone()/></dd>
                })}
            </dl>
        </section>
    }
}

/// Who applied for the applicant, and that the applicant agreed.
#[component]
fn RepresentativeFacts(named: RepresentativeLine) -> impl IntoView {
    let locale = use_locale();
    let dial = format!("tel:{}", named.mobile);
    let since = timestamp(locale, named.named_at);
    view! {
        <dt>{td_string!(locale, office.request.representative)}</dt>
        <dd>
            <bdi>{named.name.to_string()}</bdi> " (" {named.capacity.label(locale)} ") "
            <Ltr text=named.national_id.to_string()/> " "
            <a class="link" href=dial><Ltr text=named.mobile.local()/></a>
            <br/>
            <span class="hint">{td_string!(locale, office.request.representative_since, at = since)}</span>
        </dd>
    }
}

/// Possible duplicates with how each was settled; nothing where there are none.
#[component]
pub fn Suspects(suspects: Vec<Suspect>) -> impl IntoView {
    let locale = use_locale();
    (!suspects.is_empty()).then(|| {
        let rows = suspects.into_iter().map(|suspect| view! { <li><SuspectLine suspect/></li> }).collect_view();
        view! {
            <section class="card flow">
                <h2>{td_string!(locale, office.request.suspects)}</h2>
                <ul class="suspects">{rows}</ul>
            </section>
        }
    })
}

#[component]
pub fn SuspectLine(suspect: Suspect) -> impl IntoView {
    let locale = use_locale();
    let (label, tone) = match suspect.ruling {
        Some(ruling) => (ruling.label(locale), Tone::Grey),
        None => (td_string!(locale, office.request.unsettled), Tone::Sand),
    };
    let alike = if suspect.same_mobile {
        td_string!(locale, office.request.same_mobile)
    } else {
        td_string!(locale, office.request.like_name)
    };
    view! {
        <p class="suspect">
            <strong>{suspect.name}</strong>
            <Ltr text=suspect.national_id_masked/>
            <span class="suspect-alike">{alike}</span>
            <Tag label tone/>
        </p>
    }
}

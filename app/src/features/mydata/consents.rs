//! Consent by purpose: what stands, since when, and one button that changes it.

use domain::{
    privacy::Purpose,
    views::{ConsentState, MyData},
};
use i18n::{Label, Locale, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, Disclosure, SubmitButton, Tag, Tone, lu};

use super::data::day;

#[component]
pub(super) fn Consents(data: MyData) -> impl IntoView {
    let locale = use_locale();
    let states = data.consent_states().into_iter().map(|state| view! { <Consent state/> }).collect_view();
    view! {
        <section class="flow" aria-labelledby="consents">
            <h2 id="consents">{td_string!(locale, mydata.consent.title)}</h2>
            <p>{td_string!(locale, mydata.consent.lead)}</p>
            <div class="card consent">
                <div class="consent-head">
                    <h3>{td_string!(locale, mydata.consent.service)}</h3>
                    <Tag label=td_string!(locale, mydata.consent.always) tone=Tone::Grey icon=lu::LuLock/>
                </div>
                <p>{td_string!(locale, mydata.consent.service_text)}</p>
            </div>
            {states}
            <History data/>
        </section>
    }
    .into_any()
}

#[component]
fn Consent(state: ConsentState) -> impl IntoView {
    let locale = use_locale();
    let ConsentState { purpose, given, since } = state;
    let what = purpose.label(locale);
    let (word, tone) = if given {
        (td_string!(locale, mydata.consent.given), Tone::Green)
    } else {
        (td_string!(locale, mydata.consent.refused), Tone::Grey)
    };
    let said = match since {
        None => td_string!(locale, mydata.consent.never).to_owned(),
        Some(at) => said(locale, given, day(locale, at)),
    };
    let (label, kind) = if given {
        (td_string!(locale, mydata.consent.withdraw, what = what), ButtonKind::Quiet)
    } else {
        (td_string!(locale, mydata.consent.agree, what = what), ButtonKind::Secondary)
    };
    let action = localised(locale, &format!("{}/consents/{}", super::DATA, purpose.slug()));
    view! {
        <form class="card consent" method="post" action=action>
            <div class="consent-head">
                <h3>{what}</h3>
                <Tag label=word tone/>
            </div>
            <p>{explained(locale, purpose)}</p>
            <p class="consent-said">{said}</p>
            <input type="hidden" name="given" value=if given { "no" } else { "yes" }/>
            <SubmitButton label kind/>
        </form>
    }
}

/// Everything that was said, in order; it is never taken out.
#[component]
fn History(data: MyData) -> impl IntoView {
    let locale = use_locale();
    if data.consents.is_empty() {
        return None;
    }
    let lines = data
        .consents
        .into_iter()
        .rev()
        .map(|change| {
            let said = said(locale, change.given, day(locale, change.at));
            view! {
                <li class="mydata-line"><span>{change.purpose.label(locale)}</span><span class="mydata-day">{said}</span></li>
            }
        })
        .collect_view();
    let history = view! {
        <Disclosure summary=td_string!(locale, mydata.consent.history)>
            <ul class="mydata-lines">{lines}</ul>
        </Disclosure>
    };
    Some(history.into_any())
}

fn said(locale: Locale, given: bool, day: String) -> String {
    if given {
        td_string!(locale, mydata.consent.given_on, day = day)
    } else {
        td_string!(locale, mydata.consent.withdrawn_on, day = day)
    }
}

fn explained(locale: Locale, purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Satisfaction => td_string!(locale, mydata.consent.satisfaction_text),
        Purpose::News => td_string!(locale, mydata.consent.news_text),
        Purpose::Partners => td_string!(locale, mydata.consent.partners_text),
    }
}

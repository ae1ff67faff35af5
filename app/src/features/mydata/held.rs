//! What is held, subject by subject, with where it came from, how long it stays, and the way to say that it is wrong.

use domain::{
    privacy::{Holding, Keeping, Origin},
    views::MyData,
};
use i18n::{Label, held, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{Disclosure, SummaryList, SummaryRow, with_references};

#[component]
pub(super) fn Held(data: MyData) -> impl IntoView {
    let locale = use_locale();
    let parts = Holding::ALL.map(|holding| view! { <HeldPart holding data=data.clone()/> });
    view! {
        <section class="flow" aria-labelledby="held">
            <h2 id="held">{td_string!(locale, mydata.held.title)}</h2>
            <p>{td_string!(locale, mydata.held.lead)}</p>
            <div class="mydata-parts">{parts.into_iter().collect_view()}</div>
        </section>
    }
    .into_any()
}

#[component]
fn HeldPart(holding: Holding, data: MyData) -> impl IntoView {
    let locale = use_locale();
    let wrong = localised(locale, &format!("{}/correct/{}", super::DATA, holding.slug()));
    let (label, hidden) = (holding.label(locale), format!(" ({})", holding.label(locale)));
    view! {
        <Disclosure summary=label>
            <Rows holding data/>
            <dl class="facts">
                <dt>{td_string!(locale, mydata.held.origin)}</dt>
                <dd>{origin(locale, holding)}</dd>
                <dt>{td_string!(locale, mydata.held.keeping)}</dt>
                <dd>{keeping(locale, holding)}</dd>
            </dl>
            <p>
                <a class="link" href=wrong>
                    {td_string!(locale, mydata.held.wrong)}<span class="visually-hidden">{hidden}</span>
                </a>
            </p>
        </Disclosure>
    }
}

/// The rows of one subject.
#[component]
pub(super) fn Rows(holding: Holding, data: MyData) -> impl IntoView {
    let locale = use_locale();
    let rows = held(locale, holding, &data);
    if rows.is_empty() {
        return view! { <p>{td_string!(locale, mydata.held.nothing)}</p> }.into_any();
    }
    let rows = rows
        .into_iter()
        .map(|(label, value)| view! { <SummaryRow label><bdi>{with_references(&value)}</bdi></SummaryRow> })
        .collect_view();
    view! { <SummaryList>{rows}</SummaryList> }.into_any()
}

fn origin(locale: i18n::Locale, holding: Holding) -> &'static str {
    match holding.origin() {
        Origin::Person => td_string!(locale, mydata.held.origin_person),
        Origin::Association => td_string!(locale, mydata.held.origin_association),
    }
}

fn keeping(locale: i18n::Locale, holding: Holding) -> &'static str {
    match holding.keeping() {
        Keeping::WithTheFile => td_string!(locale, mydata.held.keeping_file),
        Keeping::WithTheRequest => td_string!(locale, mydata.held.keeping_request),
    }
}

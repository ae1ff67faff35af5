//! `/my/data`: what is held, who opened it, what the person agrees to, and their rights.

use domain::{time::riyadh_date, views::MyData};
use i18n::{date_pair, localised, opening, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, Disclosure, DocumentCard, ErrorSummary, PageHead, lu, with_references};

use super::{api, asked::Asked, consents::Consents, held::Held, wishes::Wishes};
use crate::{
    form::{FormView, use_form},
    loaded::Loaded,
    public::{PageTitle, PublicPage},
};

/// Openings shown before the rest folds away.
const SHOWN: usize = 5;

#[component]
pub fn MyDataPage() -> impl IntoView {
    let data = Resource::new(|| (), |()| api::sheet());
    let (consents, wishes) = (use_form("consents"), use_form("wishes"));
    let show =
        move |data: MyData| view! { <MyDataView data consents=consents.clone() wishes=wishes.clone()/> }.into_any();
    view! { <PublicPage><Loaded resource=data view=show/></PublicPage> }
}

#[component]
pub(super) fn MyDataView(data: MyData, consents: FormView, wishes: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, mydata.title);
    let problems = [consents.summary(), wishes.summary()].concat();
    view! {
        <PageTitle title refused=!problems.is_empty()/>
        <ErrorSummary items=problems/>
        <PageHead title lead=td_string!(locale, mydata.lead) back_href=localised(locale, "/my/requests")/>
        <div class="flow-wide mydata">
            <Asked asked=data.asked.clone()/>
            <Held data=data.clone()/>
            <Openings data=data.clone()/>
            <Consents data=data.clone()/>
            <Wishes data form=wishes/>
            <Rights/>
        </div>
    }
}

/// Who opened the file: the last ones, the others folded away.
#[component]
fn Openings(data: MyData) -> impl IntoView {
    let locale = use_locale();
    let mut lines: Vec<_> = data
        .openings
        .iter()
        .map(|one| {
            let day = date_pair(locale, one.on);
            let words = with_references(&opening(locale, one));
            view! { <li class="mydata-line"><span>{words}</span><span class="mydata-day">{day}</span></li> }
        })
        .collect();
    let older = lines.split_off(lines.len().min(SHOWN));
    let none = lines.is_empty().then(|| view! { <p>{td_string!(locale, mydata.opened.nobody)}</p> });
    let older = (!older.is_empty()).then(|| {
        view! {
            <Disclosure summary=td_string!(locale, mydata.opened.more)>
                <ul class="mydata-lines">{older}</ul>
            </Disclosure>
        }
    });
    view! {
        <section class="flow" aria-labelledby="opened">
            <h2 id="opened">{td_string!(locale, mydata.opened.title)}</h2>
            <p>{td_string!(locale, mydata.opened.lead)}</p>
            {none}
            <ul class="mydata-lines">{lines}</ul>
            {older}
        </section>
    }
    .into_any()
}

/// A copy to take along, and the way to erasure.
#[component]
fn Rights() -> impl IntoView {
    let locale = use_locale();
    let file = |name: &str| localised(locale, &format!("{}/{name}", super::DATA));
    let erase = localised(locale, &format!("{}/erase", super::DATA));
    view! {
        <section class="flow" aria-labelledby="rights">
            <h2 id="rights">{td_string!(locale, mydata.rights.title)}</h2>
            <h3>{td_string!(locale, mydata.rights.copy)}</h3>
            <p>{td_string!(locale, mydata.rights.copy_text)}</p>
            <div class="cards">
                <DocumentCard
                    title=td_string!(locale, mydata.rights.pdf)
                    href=file("copy.pdf")
                    action=td_string!(locale, mydata.safe.open)
                />
                <DocumentCard
                    title=td_string!(locale, mydata.rights.json)
                    icon=lu::LuFileJson
                    href=file("copy.json")
                    action=td_string!(locale, mydata.safe.open)
                />
            </div>
            <h3>{td_string!(locale, mydata.rights.erase)}</h3>
            <p>{td_string!(locale, mydata.rights.erase_text)}</p>
            <p>
                <ButtonLink
                    label=td_string!(locale, mydata.rights.erase)
                    href=erase
                    kind=ButtonKind::Secondary
                />
            </p>
        </section>
    }
    .into_any()
}

/// The day of a moment, in both calendars.
pub(super) fn day(locale: i18n::Locale, at: domain::Timestamp) -> String {
    date_pair(locale, riyadh_date(at))
}

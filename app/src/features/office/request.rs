//! A request on one page: where it stands, what to do now, everything known, and what happened.

use domain::views::RequestSheet;
use i18n::{td_string, use_locale};
use leptos::prelude::*;

use super::{
    acts::Acts,
    answers::{AnswersView, StudyView},
    documents::Papers,
    eligibility::Conditions,
    figures::Figures,
    head::{Head, Standing},
    people::{Contact, Suspects},
    record::Record,
    screen::{InOffice, OfSheet},
    stale::Problems,
    timeline::History,
};
use crate::form::FormView;

/// `/office/requests/:reference`.
#[component]
pub fn RequestPage() -> impl IntoView {
    let OfSheet { frame, sheet, form } = OfSheet::load("act");
    let show = move |sheet: RequestSheet| view! { <RequestView sheet form=form.clone()/> }.into_any();
    view! { <InOffice frame data=sheet view=show/> }
}

#[component]
pub fn RequestView(sheet: RequestSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let study = sheet.stage.study().cloned();
    let net = sheet.answers.net_per_head();
    view! {
        <Head sheet=sheet.clone() form=form.clone()/>
        <Problems sheet=sheet.clone() form=form.clone()/>
        <div class="file">
            <div class="file-main flow">
                <Acts sheet=sheet.clone()/>
                <Record stage=sheet.stage.clone()/>
                <Papers reference=sheet.reference.clone() documents=sheet.documents.clone()/>
                <AnswersView answers=sheet.answers.clone() questions=sheet.programme.questions.clone()/>
                {net.map(|net| view! {
                    <section class="flow">
                        <h2>{td_string!(locale, office.figures.title)}</h2>
                        <Figures net/>
                    </section>
                })}
                <Conditions explanation=sheet.eligibility.clone()/>
                {study.map(|study| view! { <StudyView study/> })}
            </div>
            <aside class="file-side flow" aria-label=td_string!(locale, office.request.aside)>
                <Standing sheet=sheet.clone()/>
                <Contact sheet=sheet.clone()/>
                <Suspects suspects=sheet.suspects.clone()/>
                <History timeline=sheet.timeline.clone()/>
            </aside>
        </div>
    }
}

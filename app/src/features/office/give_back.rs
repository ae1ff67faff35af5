//! Sending a request back: what is missing, ticked, and the words the applicant will read (H2).

use domain::{access::Action, application::Section, request::Gap, views::RequestSheet};
use i18n::{Label, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{Fieldset, SubmitButton, TextArea};

use super::{
    head::StepHead,
    match_form::gap_word,
    matching::NotOpen,
    screen::{InOffice, OfSheet},
    stale::Problems,
};
use crate::form::FormView;

/// `/office/requests/:reference/return`.
#[component]
pub fn ReturnPage() -> impl IntoView {
    let OfSheet { frame, sheet, form } = OfSheet::load("return");
    let show = move |sheet: RequestSheet| view! { <ReturnView sheet form=form.clone()/> }.into_any();
    view! { <InOffice frame data=sheet view=show/> }
}

#[component]
pub fn ReturnView(sheet: RequestSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let open = sheet.allowed.contains(&Action::Return);
    let (title, lead) = (td_string!(locale, office.back.title), td_string!(locale, office.back.lead));
    let body = if open {
        view! { <ReturnForm sheet=sheet.clone() form=form.clone()/> }.into_any()
    } else {
        view! { <NotOpen/> }.into_any()
    };
    view! {
        <StepHead sheet=sheet.clone() title lead form=form.clone()/>
        <Problems sheet form form_follows=open/>
        {body}
    }
}

#[component]
fn ReturnForm(sheet: RequestSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let sections = Section::ALL.into_iter().filter(|section| *section != Section::Documents);
    let sections = boxes(sections.map(|section| (Gap::Section { section }, section.label(locale))), &form);
    let documents = sheet.programme.documents.iter().map(|rule| rule.kind);
    let documents = boxes(documents.map(|kind| (Gap::Document { kind }, kind.label(locale))), &form);
    view! {
        <form method="post" action=localised(locale, &format!("/office/requests/{}/return", sheet.reference)) class="flow step-form">
            <input type="hidden" name="version" value=sheet.version.to_string()/>
            <Fieldset
                id="gaps"
                legend=td_string!(locale, office.back.gaps)
                hint=td_string!(locale, office.back.gaps_hint)
                error=form.error("gaps")
            >
                <p class="label">{td_string!(locale, office.back.sections)}</p>
                <div class="choices">{sections}</div>
                <p class="label">{td_string!(locale, office.back.documents)}</p>
                <div class="choices">{documents}</div>
            </Fieldset>
            <TextArea
                name="words"
                label=td_string!(locale, office.back.words)
                hint=td_string!(locale, office.back.words_hint)
                value=form.value("words", "")
                error=form.error("words")
                rows=8
            />
            <div class="actions"><SubmitButton label=td_string!(locale, office.back.send)/></div>
        </form>
    }
}

/// A box for each gap, ticked as it was. The error summary links to the first one.
fn boxes(gaps: impl Iterator<Item = (Gap, &'static str)>, form: &FormView) -> AnyView {
    gaps.map(|(gap, label)| {
        let value = gap_word(gap);
        let checked = form.chosen("gaps", &value, false);
        let first = gap == Gap::Section { section: Section::Identity };
        let id = if first { "gaps".to_owned() } else { value.replace(':', "-") };
        view! {
            <label class="choice">
                <input type="checkbox" id=id name="gaps" value=value checked=checked/>
                <span class="choice-text">{label}</span>
            </label>
        }
    })
    .collect_view()
    .into_any()
}

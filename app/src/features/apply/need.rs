//! What is needed, in the applicant's words.

use domain::{
    application::{Need, Section, Urgency},
    programme::ProgrammeSpec,
};
use i18n::{Label, td_string, use_locale};
use leptos::prelude::*;
use ui::{RadioGroup, TextArea, TextField, Width};

use super::{
    questions::{Questions, field_name},
    step::{SectionForm, Step, StepHead, section_page},
    words,
};
use crate::form::FormView;

#[component]
pub fn NeedPage() -> impl IntoView {
    section_page(Section::Need, |step, form| view! { <NeedView step form/> }.into_any())
}

#[component]
pub fn NeedView(step: Step, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let stored = step.answers().need.clone();
    let kept = |part: fn(&Need) -> String| stored.as_ref().map(part).unwrap_or_default();
    let words = form.value("words", kept(|need| need.words.to_string()));
    let urgency = form.value("urgency", kept(|need| words::slug(&need.urgency)));
    let ProgrammeSpec { award, questions, .. } = step.sheet.programme.clone();
    let replies = stored.as_ref().map(|need| need.replies.clone()).unwrap_or_default();
    let problems = form.named_summary(|id| field_name(locale, &questions, id));
    view! {
        <StepHead step=step.clone() title=Section::Need.label(locale) problems/>
        <SectionForm step form=form.clone() section=Section::Need>
            <TextArea
                name="words"
                label=td_string!(locale, apply.need.words)
                hint=td_string!(locale, apply.need.words_hint)
                value=words
                error=form.error("words")
                rows=5
            />
            <RadioGroup
                name="urgency"
                legend=td_string!(locale, apply.need.urgency)
                choices=words::choices(&Urgency::ALL, locale)
                value=urgency
                error=form.error("urgency")
            />
            <Questions questions replies form=form.clone()/>
            {award.needs_iban().then(|| view! { <Account stored form/> })}
        </SectionForm>
    }
}

/// Where a payment would go; the bank is named as soon as the number is known.
#[component]
fn Account(stored: Option<Need>, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let iban = stored.and_then(|need| need.iban);
    let bank = iban.as_ref().and_then(domain::Iban::bank).filter(|_| !form.was_refused());
    let value = form.value("iban", iban.map(|iban| iban.grouped()).unwrap_or_default());
    view! {
        <TextField
            name="iban"
            label=td_string!(locale, apply.need.iban)
            hint=td_string!(locale, apply.need.iban_hint)
            value=value
            error=form.error("iban")
            ltr=true
            width=Width::Twenty
        />
        {bank.map(|bank| view! {
            <p class="hint">{td_string!(locale, apply.need.bank)}": "{words::bank(locale, bank)}</p>
        })}
    }
}

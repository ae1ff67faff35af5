//! The declaration and the signature (H4).

use i18n::{td_string, use_locale};
use leptos::prelude::*;
use ui::{CheckboxField, Signature, SubmitButton};

use super::{
    browser,
    check::GoOn,
    step::{Step, StepHead, open_page},
};
use crate::form::{FormView, use_form};

#[component]
pub fn DeclarePage() -> impl IntoView {
    let form = use_form("");
    open_page(move |step| view! { <DeclareView step form=form.clone()/> }.into_any())
}

#[component]
pub fn DeclareView(step: Step, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let complete = step.open_sections().is_empty();
    view! {
        <StepHead
            step=step.clone()
            title=td_string!(locale, apply.declare.title)
            lead=td_string!(locale, apply.declare.lead)
            problems=form.summary()
        />
        {if complete {
            view! { <DeclarationForm step form/> }.into_any()
        } else {
            view! { <GoOn step/> }.into_any()
        }}
    }
}

#[component]
fn DeclarationForm(step: Step, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let name = step.signer();
    let drawn = form.value("signature", "");
    Effect::new(move |_| browser::attach_signature(&drawn));
    view! {
        <form class="flow" method="post" action=step.path(locale, "/declare") novalidate=true>
            <input type="hidden" name="version" value=step.sheet.version.to_string()/>
            <div class="card declaration">
                <p>{td_string!(locale, apply.declare.text)}</p>
                <p>{td_string!(locale, apply.declare.committee)}</p>
            </div>
            <CheckboxField
                name="declaration"
                label=td_string!(locale, apply.declare.confirm)
                checked=form.chosen("declaration", "yes", false)
                error=form.error("declaration")
            />
            <Signature
                name="signature"
                legend=td_string!(locale, apply.declare.signature)
                hint=td_string!(locale, apply.declare.signature_hint, name = name)
                typed=form.value("signature_typed", "")
                error=form.error("signature")
            />
            <p class="hint">{td_string!(locale, apply.declare.code_note)}</p>
            <div class="actions"><SubmitButton label=td_string!(locale, apply.declare.sign)/></div>
        </form>
    }
}

//! The code from the applicant's own phone seals the signature and sends the request (H4).

use i18n::{td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, CodeField, Disclosure, Notice, NoticeKind, SubmitButton};

use super::step::{Step, StepHead, step_page};
use crate::form::{FormView, use_form};

/// The name of the form that asks for another code.
pub const AGAIN: &str = "again";

#[component]
pub fn CodePage() -> impl IntoView {
    let (form, again) = (use_form(""), use_form(AGAIN));
    step_page(move |step| {
        if step.is_open() {
            view! { <CodeView step form=form.clone() again=again.clone()/> }.into_any()
        } else {
            view! { <super::step::AlreadySent step/> }.into_any()
        }
    })
}

#[component]
pub fn CodeView(step: Step, form: FormView, again: FormView) -> impl IntoView {
    let locale = use_locale();
    let signed = step.sheet.signature.is_some();
    let problems = [form.summary(), again.summary()].concat();
    let lead = signed.then(|| td_string!(locale, apply.code.lead));
    view! {
        <StepHead step=step.clone() title=td_string!(locale, apply.code.title) lead problems/>
        {if signed {
            view! { <SendForm step=step.clone() form/> <AgainForm step/> }.into_any()
        } else {
            view! { <NotSigned step/> }.into_any()
        }}
    }
}

#[component]
fn SendForm(step: Step, form: FormView) -> impl IntoView {
    let locale = use_locale();
    view! {
        <form class="flow" method="post" action=step.path(locale, "/code") novalidate=true>
            <input type="hidden" name="once" value=form.once.clone()/>
            <CodeField name="code" label=td_string!(locale, apply.code.field) error=form.error("code")/>
            <div class="actions"><SubmitButton label=td_string!(locale, apply.code.send)/></div>
        </form>
    }
}

#[component]
fn AgainForm(step: Step) -> impl IntoView {
    let locale = use_locale();
    view! {
        <Disclosure summary=td_string!(locale, apply.code.again_title)>
            <p>{td_string!(locale, apply.code.again_text)}</p>
            <form method="post" action=step.path(locale, "/code/again")>
                <SubmitButton label=td_string!(locale, apply.code.again) kind=ButtonKind::Secondary/>
            </form>
        </Disclosure>
    }
}

#[component]
fn NotSigned(step: Step) -> impl IntoView {
    let locale = use_locale();
    view! {
        <Notice kind=NoticeKind::Waiting title=td_string!(locale, apply.code.unsigned_title)>
            <p>{td_string!(locale, apply.code.unsigned)}</p>
        </Notice>
        <ButtonLink label=td_string!(locale, apply.code.to_sign) href=step.path(locale, "/declare")/>
    }
}

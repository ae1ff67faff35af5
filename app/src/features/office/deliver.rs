//! Delivering the service and confirming its receipt (H7).

use domain::{access::Action, programme::Award, views::RequestSheet};
use i18n::{localised, pick, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, CodeField, Ltr, Notice, NoticeKind, SubmitButton, SummaryList, SummaryRow};

use super::{
    figures::Riyals,
    head::StepHead,
    matching::NotOpen,
    screen::{InOffice, OfSheet},
    stale::Problems,
};
use crate::form::{FormView, use_form};

/// `/office/requests/:reference/deliver`.
#[component]
pub fn DeliverPage() -> impl IntoView {
    let OfSheet { frame, sheet, form } = OfSheet::load("deliver");
    let show = move |sheet: RequestSheet| view! { <DeliverView sheet form=form.clone()/> }.into_any();
    view! { <InOffice frame data=sheet view=show/> }
}

/// `/office/requests/:reference/receipt`.
#[component]
pub fn ReceiptPage() -> impl IntoView {
    let (OfSheet { frame, sheet, form }, again) = (OfSheet::load("receipt"), use_form("again"));
    let show =
        move |sheet: RequestSheet| view! { <ReceiptView sheet form=form.clone() again=again.clone()/> }.into_any();
    view! { <InOffice frame data=sheet view=show/> }
}

/// What is delivered, and to whom.
#[component]
fn What(sheet: RequestSheet) -> impl IntoView {
    let locale = use_locale();
    let award = match sheet.programme.award {
        Award::Cash { amount } => view! { <Riyals amount/> }.into_any(),
        Award::InKind { items } => pick(&items, locale).to_owned().into_any(),
    };
    let file = sheet.stage.registration().map(|registration| registration.file_number.clone());
    view! {
        <SummaryList>
            <SummaryRow label=td_string!(locale, office.deliver.award)>{award}</SummaryRow>
            <SummaryRow label=td_string!(locale, office.deliver.to) value=sheet.applicant_name/>
            {file.map(|number| view! {
                <SummaryRow label=td_string!(locale, office.request.file_number)><Ltr text=number/></SummaryRow>
            })}
            {sheet.iban.map(|iban| view! {
                <SummaryRow label=td_string!(locale, office.request.iban)><Ltr text=iban.grouped()/></SummaryRow>
            })}
        </SummaryList>
    }
}

#[component]
pub fn DeliverView(sheet: RequestSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let open = sheet.allowed.contains(&Action::Deliver);
    let (title, lead) = (td_string!(locale, office.deliver.title), td_string!(locale, office.deliver.lead));
    let action = localised(locale, &format!("/office/requests/{}/deliver", sheet.reference));
    let body = if open {
        view! {
            <form method="post" action=action class="flow step-form">
                <input type="hidden" name="version" value=sheet.version.to_string()/>
                <What sheet=sheet.clone()/>
                <Notice kind=NoticeKind::Info>
                    <p>{td_string!(locale, office.deliver.code_goes)}</p>
                </Notice>
                <div class="actions"><SubmitButton label=td_string!(locale, office.deliver.start)/></div>
            </form>
        }
        .into_any()
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
pub fn ReceiptView(sheet: RequestSheet, form: FormView, again: FormView) -> impl IntoView {
    let locale = use_locale();
    let open = sheet.allowed.contains(&Action::ConfirmReceipt);
    let (title, lead) = (td_string!(locale, office.receipt.title), td_string!(locale, office.receipt.lead));
    let at = |step: &str| localised(locale, &format!("/office/requests/{}/{step}", sheet.reference));
    let body = if open {
        view! {
            <div class="flow flow-wide step-form">
                <What sheet=sheet.clone()/>
                <form method="post" action=at("receipt") class="flow">
                    <CodeField
                        name="code"
                        label=td_string!(locale, office.receipt.code)
                        hint=td_string!(locale, office.receipt.code_hint)
                        error=form.error("code")
                    />
                    <div class="actions"><SubmitButton label=td_string!(locale, office.receipt.confirm)/></div>
                </form>
                <form method="post" action=at("receipt/code") class="flow">
                    <input type="hidden" name="version" value=sheet.version.to_string()/>
                    <p class="hint">{td_string!(locale, office.receipt.again_hint)}</p>
                    <SubmitButton label=td_string!(locale, office.receipt.again) kind=ButtonKind::Quiet/>
                </form>
            </div>
        }
        .into_any()
    } else {
        view! { <NotOpen/> }.into_any()
    };
    view! {
        <StepHead sheet=sheet.clone() title lead form=form.clone()/>
        <Problems sheet form=if form.summary().is_empty() { again } else { form } form_follows=open/>
        {body}
    }
}

//! Applying for another person: who they are, and whose phone agrees (D4, H4).

use domain::{representation::Capacity, views::ProgrammeSheet};
use i18n::{Label, Locale, localised, pick, td_string, use_locale};
use leptos::prelude::*;
use ui::{Choice, ErrorSummary, PageHead, RadioGroup, SubmitButton, TextField, Width};

use super::api;
use crate::{
    form::{FormView, use_form},
    loaded::{Loaded, load, param},
    public::{PageTitle, PublicPage},
};

#[component]
pub fn ForAnotherPage() -> impl IntoView {
    let sheet = load(param::<String>("slug"), api::for_another);
    let form = use_form("");
    view! {
        <PublicPage>
            <Loaded
                resource=sheet
                view=move |sheet: ProgrammeSheet| view! { <ForAnotherView sheet form=form.clone()/> }.into_any()
            />
        </PublicPage>
    }
}

#[component]
pub fn ForAnotherView(sheet: ProgrammeSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, account.for_another.title);
    let page = localised(locale, &format!("/programmes/{}", sheet.programme.slug));
    let caption = pick(&sheet.programme.name, locale).to_owned();
    view! {
        <PageTitle title refused=form.was_refused()/>
        <ErrorSummary items=form.named_summary(|id| field_name(locale, id))/>
        <PageHead title lead=td_string!(locale, account.for_another.lead) caption back_href=page.clone()/>
        <form method="post" action=format!("{page}/for-another") novalidate=true class="flow">
            <Applicant form=form.clone()/>
            <TextField
                name="name"
                label=td_string!(locale, account.for_another.name)
                hint=td_string!(locale, account.for_another.name_hint)
                value=form.value("name", "")
                error=form.error("name")
                autocomplete="name"
                width=Width::Twenty
            />
            <SubmitButton label=td_string!(locale, account.sign_in.send)/>
        </form>
    }
}

#[component]
fn Applicant(form: FormView) -> impl IntoView {
    let locale = use_locale();
    let hints =
        [td_string!(locale, account.for_another.delegate_hint), td_string!(locale, account.for_another.guardian_hint)];
    let choices = Capacity::ALL
        .into_iter()
        .zip(hints)
        .map(|(capacity, hint)| Choice::new(capacity.slug(), capacity.label(locale)).hint(hint))
        .collect::<Vec<_>>();
    view! {
        <RadioGroup
            name="capacity"
            legend=td_string!(locale, account.for_another.capacity)
            choices
            value=form.value("capacity", "")
            error=form.error("capacity")
        />
        <TextField
            name="national_id"
            label=td_string!(locale, account.for_another.national_id)
            hint=td_string!(locale, account.sign_in.national_id_hint)
            value=form.value("national_id", "")
            error=form.error("national_id")
            inputmode="numeric"
            autocomplete="off"
            ltr=true
            width=Width::Ten
        />
        <TextField
            name="mobile"
            label=td_string!(locale, account.for_another.mobile)
            hint=td_string!(locale, account.for_another.mobile_hint)
            value=form.value("mobile", "")
            error=form.error("mobile")
            kind="tel"
            inputmode="tel"
            autocomplete="off"
            ltr=true
            width=Width::Ten
        />
    }
    .into_any()
}

fn field_name(locale: Locale, id: &str) -> Option<&'static str> {
    match id {
        "capacity" => Some(td_string!(locale, account.for_another.capacity)),
        "national_id" => Some(td_string!(locale, account.for_another.national_id)),
        "mobile" => Some(td_string!(locale, account.for_another.mobile)),
        "name" => Some(td_string!(locale, account.for_another.name)),
        _ => None,
    }
}

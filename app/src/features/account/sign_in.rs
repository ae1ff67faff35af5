//! Signing in with national ID and mobile.

use i18n::{Locale, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{Disclosure, ErrorSummary, PageHead, SubmitButton, TextField, Width};

use super::next::{NextField, wanted};
use crate::{
    form::{FormView, use_form},
    public::{PageTitle, PublicPage},
};

#[component]
pub fn SignInPage() -> impl IntoView {
    let form = use_form("sign_in");
    view! {
        <PublicPage>
            <SignInView form/>
        </PublicPage>
    }
}

#[component]
pub fn SignInView(form: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, account.sign_in.title);
    let comes_back = wanted(std::slice::from_ref(&form)).is_some();
    view! {
        <PageTitle title refused=form.was_refused()/>
        <ErrorSummary items=form.named_summary(|id| field_name(locale, id))/>
        <PageHead title lead=td_string!(locale, account.sign_in.lead)/>
        <form method="post" action=localised(locale, "/sign-in") novalidate=true class="flow">
            <NextField forms=vec![form.clone()]/>
            {comes_back.then(|| view! { <p>{td_string!(locale, account.sign_in.next)}</p> })}
            <TextField
                name="national_id"
                label=td_string!(locale, account.sign_in.national_id)
                hint=td_string!(locale, account.sign_in.national_id_hint)
                value=form.value("national_id", "")
                error=form.error("national_id")
                inputmode="numeric"
                ltr=true
                width=Width::Ten
            />
            <TextField
                name="mobile"
                label=td_string!(locale, account.sign_in.mobile)
                hint=td_string!(locale, account.sign_in.mobile_hint)
                value=form.value("mobile", "")
                error=form.error("mobile")
                kind="tel"
                inputmode="tel"
                autocomplete="tel"
                ltr=true
                width=Width::Ten
            />
            <SubmitButton label=td_string!(locale, account.sign_in.send)/>
        </form>
        <Disclosure summary=td_string!(locale, account.sign_in.changed_title)>
            <p>{td_string!(locale, account.sign_in.changed_text)}</p>
        </Disclosure>
        <p><a class="link" href=localised(locale, "/track")>{td_string!(locale, account.sign_in.track_instead)}</a></p>
    }
}

fn field_name(locale: Locale, id: &str) -> Option<&'static str> {
    match id {
        "national_id" => Some(td_string!(locale, account.sign_in.national_id)),
        "mobile" => Some(td_string!(locale, account.sign_in.mobile)),
        _ => None,
    }
}

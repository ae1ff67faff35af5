//! The door of the office: user name and password.

use i18n::{localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{ErrorSummary, PageHead, SubmitButton, TextField, Width};

use super::next::NextField;
use crate::{
    form::{FormView, use_form},
    public::{PageTitle, PublicPage},
};

#[component]
pub fn OfficeSignInPage() -> impl IntoView {
    let form = use_form("office");
    view! {
        <PublicPage>
            <OfficeSignInView form/>
        </PublicPage>
    }
}

/// The password is never filled in again.
#[component]
pub fn OfficeSignInView(form: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, account.office.title);
    view! {
        <PageTitle title refused=form.was_refused()/>
        <ErrorSummary items=form.summary()/>
        <PageHead title lead=td_string!(locale, account.office.lead)/>
        <form method="post" action=localised(locale, "/office/sign-in") novalidate=true class="flow">
            <NextField forms=vec![form.clone()]/>
            <TextField
                name="user_name"
                label=td_string!(locale, account.office.user_name)
                value=form.value("user_name", "")
                error=form.error("user_name")
                autocomplete="username"
                ltr=true
                width=Width::Twenty
            />
            <TextField
                name="password"
                label=td_string!(locale, account.office.password)
                error=form.error("password")
                kind="password"
                autocomplete="current-password"
                ltr=true
                width=Width::Twenty
            />
            <SubmitButton label=td_string!(locale, account.office.go)/>
        </form>
        <p class="hint">{td_string!(locale, account.office.lost)}</p>
    }
}

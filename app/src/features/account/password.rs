//! A password of one's own in place of the one-time password.

use domain::views::PendingSheet;
use i18n::{localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{ErrorSummary, PageHead, SubmitButton, TextField, Width};

use super::{api, code::Over, next::NextField};
use crate::{
    form::{FormView, use_form},
    loaded::Loaded,
    public::{PageTitle, PublicPage},
};

#[component]
pub fn PasswordPage() -> impl IntoView {
    let sheet = Resource::new(|| (), |()| api::pending());
    let form = use_form("password");
    let view = move |sheet: Option<PendingSheet>| match sheet {
        Some(PendingSheet::StaffPassword) => view! { <PasswordView form=form.clone()/> }.into_any(),
        _ => view! { <Over start="/office/sign-in"/> }.into_any(),
    };
    view! {
        <PublicPage>
            <Loaded resource=sheet view/>
        </PublicPage>
    }
}

#[component]
pub fn PasswordView(form: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, account.password.title);
    view! {
        <PageTitle title refused=form.was_refused()/>
        <ErrorSummary items=form.summary()/>
        <PageHead title lead=td_string!(locale, account.password.lead)/>
        <form method="post" action=localised(locale, "/office/sign-in/password") novalidate=true class="flow">
            <NextField forms=vec![form.clone()]/>
            <TextField
                name="password"
                label=td_string!(locale, account.password.new)
                hint=td_string!(locale, account.password.hint)
                error=form.error("password")
                kind="password"
                autocomplete="new-password"
                ltr=true
                width=Width::Twenty
            />
            <TextField
                name="again"
                label=td_string!(locale, account.password.again)
                error=form.error("again")
                kind="password"
                autocomplete="new-password"
                ltr=true
                width=Width::Twenty
            />
            <SubmitButton label=td_string!(locale, account.password.go)/>
        </form>
    }
}

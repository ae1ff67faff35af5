//! Coming in as a volunteer, with the mobile they joined with.

use i18n::{localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{ErrorSummary, PageHead, SubmitButton, TextField, Width};

use super::next::NextField;
use crate::{
    form::{FormView, use_form},
    public::{PageTitle, PublicPage},
};

#[component]
pub fn VolunteerSignInPage() -> impl IntoView {
    let form = use_form("volunteer");
    view! {
        <PublicPage>
            <VolunteerSignInView form/>
        </PublicPage>
    }
}

#[component]
pub fn VolunteerSignInView(form: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, volunteer.door.title);
    view! {
        <PageTitle title refused=form.was_refused()/>
        <ErrorSummary items=form.summary()/>
        <PageHead title lead=td_string!(locale, volunteer.door.lead) back_href=localised(locale, "/volunteer")/>
        <form method="post" action=localised(locale, "/volunteer/sign-in") novalidate=true class="flow">
            <NextField forms=vec![form.clone()]/>
            <TextField
                name="mobile"
                label=td_string!(locale, volunteer.door.mobile)
                hint=td_string!(locale, volunteer.door.mobile_hint)
                value=form.value("mobile", "")
                error=form.error("mobile")
                kind="tel"
                inputmode="tel"
                autocomplete="tel"
                ltr=true
                width=Width::Ten
            />
            <SubmitButton label=td_string!(locale, volunteer.door.send)/>
        </form>
        <p>
            {td_string!(locale, volunteer.door.new)} " "
            <a class="link" href=localised(locale, "/volunteer")>{td_string!(locale, volunteer.door.choose)}</a>
        </p>
    }
}

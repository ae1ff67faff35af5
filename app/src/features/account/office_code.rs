//! The second step of staff: the code of the authenticator app.

use domain::views::PendingSheet;
use i18n::{localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, CodeField, Disclosure, ErrorSummary, PageHead, SubmitButton, TextField, Width};

use super::{api, code::Over, next::NextField};
use crate::{
    form::{FormView, use_form},
    loaded::Loaded,
    public::{PageTitle, PublicPage},
};

#[component]
pub fn OfficeCodePage() -> impl IntoView {
    let sheet = Resource::new(|| (), |()| api::pending());
    let (form, recovery) = (use_form("office_code"), use_form("recovery"));
    let view = move |sheet: Option<PendingSheet>| match sheet {
        Some(PendingSheet::StaffCode) => {
            view! { <OfficeCodeView form=form.clone() recovery=recovery.clone()/> }.into_any()
        }
        _ => view! { <Over start="/office/sign-in"/> }.into_any(),
    };
    view! {
        <PublicPage>
            <Loaded resource=sheet view/>
        </PublicPage>
    }
}

/// The code of the app, or for who is without the phone, a recovery code: it has letters, so its field is another.
#[component]
pub fn OfficeCodeView(form: FormView, recovery: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, account.office_code.title);
    let problems = [form.summary(), recovery.summary()].concat();
    let both = vec![form.clone(), recovery.clone()];
    view! {
        <PageTitle title refused=!problems.is_empty()/>
        <ErrorSummary items=problems/>
        <PageHead title back_href=localised(locale, "/office/sign-in")/>
        <form method="post" action=localised(locale, "/office/sign-in/code") novalidate=true class="flow">
            <NextField forms=both.clone()/>
            <CodeField
                name="code"
                label=td_string!(locale, account.office_code.label)
                hint=td_string!(locale, account.office_code.hint)
                error=form.error("code")
            />
            <SubmitButton label=td_string!(locale, account.office_code.go)/>
        </form>
        <Disclosure summary=td_string!(locale, account.office_code.lost) open=recovery.was_refused()>
            <form method="post" action=localised(locale, "/office/sign-in/recovery") novalidate=true class="flow">
                <NextField forms=both/>
                <TextField
                    name="recovery"
                    label=td_string!(locale, account.office_code.recovery)
                    hint=td_string!(locale, account.office_code.recovery_hint)
                    error=recovery.error("recovery")
                    autocomplete="off"
                    ltr=true
                    width=Width::Twenty
                />
                <SubmitButton label=td_string!(locale, account.office_code.go) kind=ButtonKind::Secondary/>
            </form>
        </Disclosure>
    }
}

//! The second step of staff: the code of the authenticator app.

use domain::views::PendingSheet;
use i18n::{localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{CodeField, Disclosure, ErrorSummary, PageHead, SubmitButton};

use super::{api, code::Over, next::NextField};
use crate::{
    form::{FormView, use_form},
    loaded::Loaded,
    public::{PageTitle, PublicPage},
};

#[component]
pub fn OfficeCodePage() -> impl IntoView {
    let sheet = Resource::new(|| (), |()| api::pending());
    let form = use_form("office_code");
    let view = move |sheet: Option<PendingSheet>| match sheet {
        Some(PendingSheet::StaffCode) => view! { <OfficeCodeView form=form.clone()/> }.into_any(),
        _ => view! { <Over start="/office/sign-in"/> }.into_any(),
    };
    view! {
        <PublicPage>
            <Loaded resource=sheet view/>
        </PublicPage>
    }
}

#[component]
pub fn OfficeCodeView(form: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, account.office_code.title);
    view! {
        <PageTitle title refused=form.was_refused()/>
        <ErrorSummary items=form.summary()/>
        <PageHead title back_href=localised(locale, "/office/sign-in")/>
        <form method="post" action=localised(locale, "/office/sign-in/code") novalidate=true class="flow">
            <NextField forms=vec![form.clone()]/>
            <CodeField
                name="code"
                label=td_string!(locale, account.office_code.label)
                hint=td_string!(locale, account.office_code.hint)
                error=form.error("code")
            />
            <SubmitButton label=td_string!(locale, account.office_code.go)/>
        </form>
        <Disclosure summary=td_string!(locale, account.office_code.lost)>
            <p>{td_string!(locale, account.office_code.lost_text)}</p>
        </Disclosure>
    }
}

//! Setting up the authenticator app, once, and keeping the recovery codes.

use domain::views::EnrolmentSheet;
use i18n::{Locale, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{CodeField, ErrorSummary, Ltr, PageHead, SubmitButton};

use super::{api, code::Over, next::NextField};
use crate::{
    form::{FormView, use_form},
    loaded::Loaded,
    public::{PageTitle, PublicPage},
};

#[component]
pub fn EnrolPage() -> impl IntoView {
    let sheet = Resource::new(|| (), |()| api::enrolment());
    let form = use_form("enrol");
    let view = move |sheet: Option<EnrolmentSheet>| match sheet {
        Some(sheet) => view! { <EnrolView sheet form=form.clone()/> }.into_any(),
        None => view! { <Over start="/office/sign-in"/> }.into_any(),
    };
    view! {
        <PublicPage>
            <Loaded resource=sheet view/>
        </PublicPage>
    }
}

#[component]
pub fn EnrolView(sheet: EnrolmentSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, account.enrol.title);
    let codes = sheet.recovery.clone();
    view! {
        <PageTitle title refused=form.was_refused()/>
        <ErrorSummary items=form.summary()/>
        <PageHead title lead=td_string!(locale, account.enrol.lead)/>
        <div class="flow">
            <AppSetUp locale sheet/>
            <RecoveryCodes locale codes/>
            <section class="flow screen-only" aria-labelledby="enrol-code">
                <h2 id="enrol-code">{td_string!(locale, account.enrol.code_title)}</h2>
                <form method="post" action=localised(locale, "/office/sign-in/enrol") novalidate=true class="flow">
                    <NextField forms=vec![form.clone()]/>
                    <CodeField
                        name="code"
                        label=td_string!(locale, account.enrol.code_label)
                        hint=td_string!(locale, account.enrol.code_hint)
                        error=form.error("code")
                    />
                    <SubmitButton label=td_string!(locale, account.enrol.go)/>
                </form>
            </section>
        </div>
    }
}

/// The secret as a picture to scan, as text to type, and as a link for who reads this on the phone itself. None of it
/// is printed.
#[component]
fn AppSetUp(locale: Locale, sheet: EnrolmentSheet) -> impl IntoView {
    let square = format!("0 0 {side} {side}", side = sheet.qr_side);
    view! {
        <section class="flow screen-only" aria-labelledby="enrol-app">
            <h2 id="enrol-app">{td_string!(locale, account.enrol.app_title)}</h2>
            <p>{td_string!(locale, account.enrol.app_text)}</p>
            <svg class="qr" viewBox=square role="img" aria-label=td_string!(locale, account.enrol.qr) shape-rendering="crispEdges">
                <path d=sheet.qr_path/>
            </svg>
            <p>{td_string!(locale, account.enrol.by_hand)}</p>
            <p class="secret"><Ltr text=in_fours(&sheet.secret)/></p>
            <p><a class="link" href=sheet.address rel="external">{td_string!(locale, account.enrol.same_phone)}</a></p>
        </section>
    }
}

/// The recovery codes, to print or to save: no code of ours is needed for either.
#[component]
fn RecoveryCodes(locale: Locale, codes: Vec<String>) -> impl IntoView {
    let file = format!("data:text/plain;charset=utf-8,{}", codes.join("%0A"));
    let items = codes.into_iter().map(|code| view! { <li><Ltr text=code/></li> }).collect_view();
    view! {
        <section class="flow" aria-labelledby="enrol-recovery">
            <h2 id="enrol-recovery">{td_string!(locale, account.enrol.recovery_title)}</h2>
            <p>{td_string!(locale, account.enrol.recovery_text)}</p>
            <ul class="recovery-codes">{items}</ul>
            <p class="screen-only">
                <a class="btn btn-secondary" href=file download="wisal-recovery-codes.txt" rel="external">
                    {td_string!(locale, account.enrol.save)}
                </a>
            </p>
        </section>
    }
}

/// Groups of four, for reading and typing.
fn in_fours(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

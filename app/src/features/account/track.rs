//! Following a request with its reference.

use i18n::{localised, td_string, use_locale};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{ErrorSummary, PageHead, SubmitButton, TextField, Width};

use crate::{
    form::{FormView, use_form},
    public::{PageTitle, PublicPage},
};

#[component]
pub fn TrackPage() -> impl IntoView {
    let form = use_form("track");
    let reference = use_query_map().with_untracked(|query| query.get("reference")).unwrap_or_default();
    view! {
        <PublicPage>
            <TrackView form reference/>
        </PublicPage>
    }
}

/// `reference` is what the address of the page says.
#[component]
pub fn TrackView(form: FormView, reference: String) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, account.track.title);
    view! {
        <PageTitle title refused=form.was_refused()/>
        <ErrorSummary items=form.summary()/>
        <PageHead title lead=td_string!(locale, account.track.lead)/>
        <form method="post" action=localised(locale, "/track") novalidate=true class="flow">
            <TextField
                name="reference"
                label=td_string!(locale, account.track.reference)
                hint=td_string!(locale, account.track.reference_hint)
                value=form.value("reference", reference)
                error=form.error("reference")
                autocomplete="off"
                ltr=true
                width=Width::Ten
            />
            <SubmitButton label=td_string!(locale, account.track.send)/>
        </form>
        <p><a class="link" href=localised(locale, "/sign-in")>{td_string!(locale, account.track.sign_in_instead)}</a></p>
    }
}

//! Coming back to what one wrote, with its number and its code.

use i18n::{localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{ErrorSummary, PageHead, SubmitButton, TextField, Width};

use crate::{
    form::{FormView, use_form},
    public::{PageTitle, PublicPage},
};

/// `/contact/follow`.
#[component]
pub fn FollowPage() -> impl IntoView {
    let form = use_form("follow");
    view! { <PublicPage><FollowView form/></PublicPage> }
}

#[component]
pub fn FollowView(form: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, voice.follow.title);
    view! {
        <PageTitle title refused=form.was_refused()/>
        <ErrorSummary items=form.summary()/>
        <PageHead title lead=td_string!(locale, voice.follow.lead)/>
        <div class="flow">
            <form method="post" action=localised(locale, "/contact/follow") novalidate=true class="flow">
                <TextField
                    name="reference"
                    label=td_string!(locale, voice.follow.reference)
                    hint=td_string!(locale, voice.follow.reference_hint)
                    value=form.value("reference", "")
                    error=form.error("reference")
                    autocomplete="off"
                    ltr=true
                    width=Width::Ten
                />
                <TextField
                    name="code"
                    label=td_string!(locale, voice.follow.code)
                    hint=td_string!(locale, voice.follow.code_hint)
                    error=form.error("code")
                    autocomplete="off"
                    ltr=true
                    width=Width::Ten
                />
                <SubmitButton label=td_string!(locale, voice.follow.open)/>
            </form>
            <p><a class="link" href=localised(locale, "/my/contact")>{td_string!(locale, voice.follow.mine)}</a></p>
            <p><a class="link" href=localised(locale, "/contact")>{td_string!(locale, voice.follow.lost)}</a></p>
        </div>
    }
}

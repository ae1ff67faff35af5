//! Stepping aside from a case, for kinship or another interest.

use domain::{access::Action, views::Brief};
use i18n::{localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, Disclosure, SubmitButton, TextField};

use crate::form::FormView;

#[component]
pub fn AsideView(brief: Brief, form: FormView) -> impl IntoView {
    let locale = use_locale();
    brief.allowed.contains(&Action::StepAside).then(|| {
        let action = localised(locale, &format!("/committee/cases/{}/step-aside", brief.reference));
        view! {
            <Disclosure summary=td_string!(locale, committee.aside.title) open=form.was_refused()>
                <p>{td_string!(locale, committee.aside.text)}</p>
                <form method="post" action=action class="flow">
                    <TextField
                        name="ground"
                        label=td_string!(locale, committee.aside.ground)
                        hint=td_string!(locale, committee.aside.ground_hint)
                        value=form.value("ground", "")
                        error=form.error("ground")
                        autocomplete="off"
                    />
                    <div class="actions">
                        <SubmitButton label=td_string!(locale, committee.aside.send) kind=ButtonKind::Danger/>
                    </div>
                </form>
            </Disclosure>
        }
    })
}

//! The self-check of one programme: sent with POST and answered at once, so that what somebody has and owes is in no
//! address, no history and no database.

use domain::{programme::ProgrammeSpec, views::ProgrammeSheet};
use i18n::{localised, pick, td_string, use_locale};
use leptos::prelude::*;
use ui::{Disclosure, ErrorSummary, PageHead};

use super::{
    api,
    check_form::{questions, told},
    programmes::address,
    questions::Questions,
    result::Outcome,
};
use crate::{
    form::{FormView, use_form},
    loaded::{Loaded, load, param},
    public::{PageTitle, PublicPage, QuickExit},
};

#[component]
pub fn CheckPage() -> impl IntoView {
    let sheet = load(param::<String>("slug"), api::programme);
    let form = use_form("");
    view! {
        <PublicPage>
            <Loaded
                resource=sheet
                view=move |sheet: ProgrammeSheet| view! { <CheckView sheet form=form.clone()/> }.into_any()
            />
        </PublicPage>
    }
}

#[component]
pub(super) fn CheckView(sheet: ProgrammeSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let ProgrammeSheet { programme, takes_applications, .. } = sheet;
    let caption = pick(&programme.name, locale).to_owned();
    let problems = form.summary();
    let title = td_string!(locale, portal.check.title);
    let back_href = localised(locale, &address(&programme.slug));
    let told = told(&form);
    let asking = view! { <Asking programme=programme.clone() form=form.clone()/> }.into_any();
    view! {
        <PageTitle title=format!("{title} {caption}") refused=!problems.is_empty()/>
        <ErrorSummary items=problems/>
        <PageHead title lead=td_string!(locale, portal.check.lead) caption back_href/>
        <div class="flow-wide">
            {match told {
                None => asking,
                Some(told) => view! {
                    <Outcome programme takes_applications told form/>
                    <Disclosure summary=td_string!(locale, portal.check.again)>{asking}</Disclosure>
                }
                .into_any(),
            }}
            <p>
                <a href=localised(locale, "/check")>{td_string!(locale, portal.check.all_link)}</a>
            </p>
            <QuickExit/>
        </div>
    }
}

#[component]
fn Asking(programme: ProgrammeSpec, form: FormView) -> impl IntoView {
    let action = localised(use_locale(), &format!("{}/check", address(&programme.slug)));
    view! { <Questions questions=questions(&programme.eligibility) action form/> }
}

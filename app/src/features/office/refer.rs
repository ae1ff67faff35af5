//! Sending a file up to the committee: the choice of the session (H5).

use domain::{access::Action, views::RequestSheet};
use i18n::{date_pair, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{Choice, EmptyState, RadioGroup, SubmitButton, lu};

use super::{
    head::{Standing, StepHead},
    matching::NotOpen,
    screen::{InOffice, OfSheet},
    stale::Problems,
};
use crate::form::FormView;

/// `/office/requests/:reference/refer`.
#[component]
pub fn ReferPage() -> impl IntoView {
    let OfSheet { frame, sheet, form } = OfSheet::load("refer");
    let show = move |sheet: RequestSheet| view! { <ReferView sheet form=form.clone()/> }.into_any();
    view! { <InOffice frame data=sheet view=show/> }
}

#[component]
pub fn ReferView(sheet: RequestSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let open = sheet.allowed.contains(&Action::Refer) && sheet.stage.study().is_some();
    let (title, lead) = (td_string!(locale, office.refer.title), td_string!(locale, office.refer.lead));
    let body = if !open {
        view! { <NotOpen/> }.into_any()
    } else if sheet.sessions.is_empty() {
        let (title, text) = (td_string!(locale, office.refer.none), td_string!(locale, office.refer.none_text));
        view! { <EmptyState title text icon=lu::LuCalendar/> }.into_any()
    } else {
        view! { <ReferForm sheet=sheet.clone() form=form.clone()/> }.into_any()
    };
    view! {
        <StepHead sheet=sheet.clone() title lead form=form.clone()/>
        <Problems sheet=sheet.clone() form form_follows=open/>
        <div class="file">
            <div class="file-main">{body}</div>
            <aside class="file-side" aria-label=td_string!(locale, office.request.standing)><Standing sheet/></aside>
        </div>
    }
}

#[component]
fn ReferForm(sheet: RequestSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let sessions = sheet.sessions.iter().map(|session| {
        let files = td_string!(locale, office.refer.files, count = session.files).to_string();
        let hint = format!("{} · {files}", date_pair(locale, session.held_on));
        Choice::new(session.id.to_string(), session.title.clone()).hint(hint)
    });
    view! {
        <form method="post" action=localised(locale, &format!("/office/requests/{}/refer", sheet.reference)) class="flow">
            <input type="hidden" name="version" value=sheet.version.to_string()/>
            <RadioGroup
                name="session"
                legend=td_string!(locale, office.refer.session)
                choices=sessions.collect()
                value=form.value("session", "")
                error=form.error("session")
            />
            <div class="actions"><SubmitButton label=td_string!(locale, office.refer.send)/></div>
        </form>
    }
}

//! Appealing a rejection, in the applicant's own words.

use domain::{access::Action, document::MediaType, request::actions::possible, views::StatusSheet};
use i18n::{localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{ErrorSummary, FileField, Notice, NoticeKind, PageHead, SubmitButton, TextArea};

use super::{address, answer::Ground, api};
use crate::{
    form::{FormView, use_form},
    loaded::{Loaded, load, param},
    public::{PageTitle, PublicPage},
};

#[component]
pub fn AppealPage() -> impl IntoView {
    let sheet = load(param("reference"), api::status);
    let form = use_form("");
    view! {
        <PublicPage>
            <Loaded
                resource=sheet
                view=move |sheet: StatusSheet| view! { <AppealView sheet form=form.clone()/> }.into_any()
            />
        </PublicPage>
    }
}

#[component]
pub(super) fn AppealView(sheet: StatusSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, track.appeal.title);
    let page = address(&sheet.reference);
    let answer = sheet.seen.answer.clone().filter(|_| {
        let in_time = sheet.seen.answer.as_ref().and_then(|answer| answer.appeal_until);
        sheet.may_change
            && possible(sheet.seen.stage).contains(&Action::Appeal)
            && in_time.is_some_and(|until| sheet.today <= until)
    });
    let refused = form.was_refused();
    let summary = form.named_summary(|id| match id {
        "grounds" => Some(td_string!(locale, track.appeal.grounds)),
        _ => None,
    });
    let body = if let Some(answer) = answer {
        view! {
            <Ground answer/>
            <form
                class="flow"
                method="post"
                enctype="multipart/form-data"
                action=localised(locale, &format!("{page}/appeal"))
            >
                <TextArea
                    name="grounds"
                    label=td_string!(locale, track.appeal.grounds)
                    hint=td_string!(locale, track.appeal.grounds_hint)
                    value=form.value("grounds", "")
                    error=form.error("grounds")
                    rows=8
                />
                <FileField
                    name="files"
                    label=td_string!(locale, track.appeal.files)
                    hint=td_string!(locale, track.appeal.files_hint)
                    error=form.error("files")
                    accept=MediaType::ACCEPTED
                    multiple=true
                    optional=true
                />
                <SubmitButton label=td_string!(locale, track.appeal.send)/>
            </form>
        }
        .into_any()
    } else {
        view! { <Notice kind=NoticeKind::Problem title=td_string!(locale, track.appeal.not_now)/> }.into_any()
    };
    view! {
        <PageTitle title refused/>
        <ErrorSummary items=summary/>
        <PageHead title lead=td_string!(locale, track.appeal.lead) back_href=localised(locale, &page)/>
        <div class="flow-wide">{body}</div>
    }
}

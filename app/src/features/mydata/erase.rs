//! Asking for erasure: first what goes, what stays and why.

use domain::{
    Reference,
    privacy::Want,
    views::{ErasurePlan, MyData},
};
use i18n::{localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, EmptyState, ErrorSummary, Ltr, Notice, NoticeKind, PageHead, SubmitButton, TextArea, lu};

use super::api;
use crate::{
    form::{FormView, use_form},
    loaded::Loaded,
    public::{PageTitle, PublicPage},
};

#[component]
pub fn ErasePage() -> impl IntoView {
    let both = Resource::new(|| (), |()| async move { Ok((api::plan().await?, waiting(&api::sheet().await?))) });
    let form = use_form("");
    let show = move |(plan, waiting)| view! { <EraseView plan waiting form=form.clone()/> }.into_any();
    view! { <PublicPage><Loaded resource=both view=show/></PublicPage> }
}

/// Was erasure asked for before, and not answered yet?
fn waiting(data: &MyData) -> bool {
    data.asked.iter().any(|request| request.want == Want::Erase && request.answer.is_none())
}

#[component]
pub(super) fn EraseView(plan: ErasurePlan, waiting: bool, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, mydata.erase.title);
    let may_ask = !waiting && !plan.is_empty();
    view! {
        <PageTitle title refused=form.was_refused()/>
        <ErrorSummary items=form.summary()/>
        <PageHead
            title
            lead=td_string!(locale, mydata.erase.lead)
            back_href=localised(locale, super::DATA)
            back_label=td_string!(locale, mydata.back)
        />
        <div class="flow">
            {waiting.then(|| view! { <Notice kind=NoticeKind::Waiting title=td_string!(locale, mydata.erase.waiting)/> })}
            <Goes plan=plan.clone()/>
            <Stays kept=plan.kept name=!plan.name/>
            {may_ask.then(|| view! { <EraseForm form/> })}
        </div>
    }
}

#[component]
fn Goes(plan: ErasurePlan) -> impl IntoView {
    let locale = use_locale();
    if plan.is_empty() {
        return view! {
            <EmptyState
                title=td_string!(locale, mydata.erase.nothing)
                text=td_string!(locale, mydata.erase.nothing_text)
                icon=lu::LuArchive
            />
        }
        .into_any();
    }
    let requests = (!plan.emptied.is_empty())
        .then(|| view! { <p>{td_string!(locale, mydata.erase.requests)}</p> <References references=plan.emptied/> });
    let documents = (plan.documents > 0)
        .then(|| view! { <p>{td_string!(locale, mydata.erase.documents, count = plan.documents)}</p> });
    view! {
        <section class="card flow" aria-labelledby="goes">
            <h2 id="goes">{td_string!(locale, mydata.erase.goes)}</h2>
            {requests}
            {documents}
            {plan.name.then(|| view! { <p>{td_string!(locale, mydata.erase.name)}</p> })}
        </section>
    }
    .into_any()
}

#[component]
fn Stays(kept: Vec<Reference>, name: bool) -> impl IntoView {
    let locale = use_locale();
    let requests = (!kept.is_empty())
        .then(|| view! { <p>{td_string!(locale, mydata.erase.kept)}</p> <References references=kept/> });
    let name = name.then(|| view! { <li>{td_string!(locale, mydata.row.name)}</li> });
    view! {
        <section class="card flow" aria-labelledby="stays">
            <h2 id="stays">{td_string!(locale, mydata.erase.stays)}</h2>
            {requests}
            <ul class="plain-list">
                {name}
                <li>{td_string!(locale, mydata.erase.sign_in)}</li>
                <li>{td_string!(locale, mydata.erase.log)}</li>
            </ul>
        </section>
    }
    .into_any()
}

#[component]
fn References(references: Vec<Reference>) -> impl IntoView {
    let rows = references.into_iter().map(|one| view! { <li><Ltr text=one.to_string()/></li> }).collect_view();
    view! { <ul class="plain-list">{rows}</ul> }
}

#[component]
fn EraseForm(form: FormView) -> impl IntoView {
    let locale = use_locale();
    view! {
        <form class="flow" method="post" action=localised(locale, &format!("{}/erase", super::DATA)) novalidate=true>
            <input type="hidden" name="once" value=form.once.clone()/>
            <TextArea
                name="words"
                label=td_string!(locale, mydata.erase.words)
                value=form.value("words", "")
                error=form.error("words")
                optional=true
            />
            <Notice kind=NoticeKind::Problem title=td_string!(locale, mydata.erase.warning)/>
            <SubmitButton label=td_string!(locale, mydata.erase.send) kind=ButtonKind::Danger/>
        </form>
    }
}

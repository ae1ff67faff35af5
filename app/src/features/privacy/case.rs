//! `/office/privacy/:reference`: who asks for what, what an erasure would do, and the answer.

use domain::{
    Reference,
    privacy::{Verdict, Want},
    views::{ErasurePlan, PrivacyCase},
};
use i18n::{Locale, date_pair, localised, td_string, use_locale, wanted};
use leptos::prelude::*;
use ui::{
    Choice, ErrorSummary, Ltr, Notice, NoticeKind, PageHead, RadioGroup, SubmitButton, SummaryList, SummaryRow, Tag,
    TextArea,
};

use super::{
    QUEUE, api,
    queue::{named, stands},
};
use crate::{
    features::office::screen::{InOffice, load_frame},
    form::{FormView, use_form},
    loaded::{load, param},
    public::PageTitle,
};

#[component]
pub fn PrivacyCasePage() -> impl IntoView {
    let case = load(param::<Reference>("reference"), api::case);
    let form = use_form("");
    let show = move |case: PrivacyCase| view! { <PrivacyCaseView case form=form.clone()/> }.into_any();
    view! { <InOffice frame=load_frame() data=case view=show/> }
}

#[component]
pub(super) fn PrivacyCaseView(case: PrivacyCase, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let title = wanted(locale, case.request.want);
    let (word, tone) = stands(locale, &case.request, case.today);
    let end = match (case.request.answer.clone(), case.may_answer) {
        (Some((_, verdict)), _) => view! { <Given verdict/> }.into_any(),
        (None, true) => view! { <AnswerForm case=case.clone() form=form.clone()/> }.into_any(),
        (None, false) => view! { <Notice title=td_string!(locale, mydata.privacy_office.read_only)/> }.into_any(),
    };
    view! {
        <PageTitle title=title.clone() refused=form.was_refused()/>
        <ErrorSummary items=form.summary()/>
        <PageHead
            title
            caption=case.request.reference.to_string()
            back_href=localised(locale, QUEUE)
            back_label=td_string!(locale, mydata.privacy_office.back)
            actions=view! { <Tag label=word tone/> }.into_any()
        />
        <div class="flow step-form">
            <Facts case=case.clone()/>
            {(case.request.want == Want::Erase && case.request.answer.is_none())
                .then(|| view! { <Plan plan=case.plan.clone()/> })}
            {end}
        </div>
    }
}

#[component]
fn Facts(case: PrivacyCase) -> impl IntoView {
    let locale = use_locale();
    let received = date_pair(locale, domain::time::riyadh_date(case.request.received_at));
    let words = case
        .request
        .words
        .map_or_else(|| td_string!(locale, mydata.privacy_office.no_words).to_owned(), |words| words.to_string());
    view! {
        <SummaryList>
            <SummaryRow label=td_string!(locale, mydata.privacy_office.person) value=named(locale, case.name)/>
            <SummaryRow label=td_string!(locale, mydata.row.national_id)>
                <Ltr text=case.national_id.to_string()/>
            </SummaryRow>
            <SummaryRow label=td_string!(locale, mydata.row.mobile)><Ltr text=case.mobile.to_string()/></SummaryRow>
            <SummaryRow label=td_string!(locale, mydata.privacy_office.col_received) value=received/>
            <SummaryRow
                label=td_string!(locale, mydata.privacy_office.col_due)
                value=date_pair(locale, case.request.due_on)
            />
            <SummaryRow label=td_string!(locale, mydata.privacy_office.words) value=words/>
        </SummaryList>
    }
}

#[component]
fn Plan(plan: ErasurePlan) -> impl IntoView {
    let locale = use_locale();
    let name = if plan.name {
        td_string!(locale, mydata.privacy_office.name_goes)
    } else {
        td_string!(locale, mydata.privacy_office.name_stays)
    };
    view! {
        <section class="flow" aria-labelledby="plan">
            <h2 id="plan">{td_string!(locale, mydata.privacy_office.plan)}</h2>
            <SummaryList>
                <SummaryRow label=td_string!(locale, mydata.privacy_office.goes)>
                    {references(locale, plan.emptied)}
                </SummaryRow>
                <SummaryRow
                    label=td_string!(locale, mydata.privacy_office.documents)
                    value=plan.documents.to_string()
                />
                <SummaryRow label=td_string!(locale, mydata.privacy_office.name) value=name/>
                <SummaryRow label=td_string!(locale, mydata.privacy_office.stays)>
                    {references(locale, plan.kept)}
                </SummaryRow>
            </SummaryList>
        </section>
    }
}

fn references(locale: Locale, references: Vec<Reference>) -> AnyView {
    if references.is_empty() {
        return td_string!(locale, mydata.privacy_office.none).into_any();
    }
    let rows = references.into_iter().map(|one| view! { <li><Ltr text=one.to_string()/></li> }).collect_view();
    view! { <ul>{rows}</ul> }.into_any()
}

#[component]
fn AnswerForm(case: PrivacyCase, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let done = match case.request.want {
        Want::Correct { .. } => td_string!(locale, mydata.privacy_office.done_correct),
        Want::Erase => td_string!(locale, mydata.privacy_office.done_erase),
    };
    let choices = vec![
        Choice::new("done", td_string!(locale, mydata.privacy_office.done)).hint(done),
        Choice::new("refused", td_string!(locale, mydata.privacy_office.refused)),
    ];
    let action = localised(locale, &format!("{QUEUE}/{}", case.request.reference));
    view! {
        <form class="flow" method="post" action=action novalidate=true>
            <input type="hidden" name="version" value=case.version.to_string()/>
            <RadioGroup
                name="verdict"
                legend=td_string!(locale, mydata.privacy_office.verdict)
                choices
                value=form.value("verdict", "")
                error=form.error("verdict")
            />
            <TextArea
                name="words"
                label=td_string!(locale, mydata.privacy_office.answer_words)
                hint=td_string!(locale, mydata.privacy_office.answer_hint)
                value=form.value("words", "")
                error=form.error("words")
            />
            <div class="actions"><SubmitButton label=td_string!(locale, mydata.privacy_office.send)/></div>
        </form>
    }
}

/// The answer that was given.
#[component]
fn Given(verdict: Verdict) -> impl IntoView {
    let locale = use_locale();
    let (kind, title, words) = match verdict {
        Verdict::Done { words } => (NoticeKind::Success, td_string!(locale, mydata.asked.done), words),
        Verdict::Refused { reason } => (NoticeKind::Info, td_string!(locale, mydata.asked.refused), Some(reason)),
    };
    view! { <Notice kind title>{words.map(|words| view! { <p>{words.to_string()}</p> })}</Notice> }
}

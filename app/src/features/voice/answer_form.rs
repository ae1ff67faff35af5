//! The forms of who answers: the answer, and for proposals what everybody may read. What was typed too late stays.

use domain::{
    views::MatterFolder,
    voice::{Act, Decision, Kind, Publication},
};
use i18n::{Label, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{
    ButtonKind, Choice, ErrorSummary, Notice, NoticeKind, RadioGroup, SubmitButton, SummaryList, SummaryRow, TextArea,
    TextField,
};

use super::folder::Forms;
use crate::{
    AppError,
    features::office::words::word,
    form::{FormView, Values},
};

/// What is wrong with the form that was sent: field by field, or that the matter had moved on.
#[component]
pub fn Problems(folder: MatterFolder, forms: Forms) -> impl IntoView {
    let locale = use_locale();
    let Some(form) = forms.refused() else { return ().into_any() };
    if form.error_of_all() != Some(&AppError::Conflict) {
        return view! { <ErrorSummary items=form.summary()/> }.into_any();
    }
    let open = |act| folder.allowed.contains(&act);
    let follows =
        (forms.answer.was_refused() && open(Act::Answer)) || (forms.publish.was_refused() && open(Act::Publish));
    let typed = form.typed().filter(|_| !follows).map(|typed| view! { <Typed typed=typed.clone()/> });
    view! {
        <div class="problems flow" role="alert" tabindex="-1" data-focus="">
            <Notice kind=NoticeKind::Waiting title=td_string!(locale, voice.office.stale)>
                <p>{td_string!(locale, voice.office.stale_text)}</p>
            </Notice>
            {typed}
        </div>
    }
    .into_any()
}

/// The texts typed into a form that is no longer there, to copy.
#[component]
fn Typed(typed: Values) -> impl IntoView {
    let locale = use_locale();
    let texts = ["words", "title", "wording", "answer", "became"].map(|name| typed.get(name).to_owned());
    let rows = texts
        .into_iter()
        .filter(|text| !text.is_empty())
        .map(|text| view! { <SummaryRow label=td_string!(locale, voice.office.typed) value=text/> })
        .collect::<Vec<_>>();
    (!rows.is_empty()).then(|| view! { <SummaryList>{rows}</SummaryList> })
}

/// The words the sender reads; a proposal is decided with them.
#[component]
pub fn AnswerForm(folder: MatterFolder, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let decision = (folder.kind == Kind::Proposal).then(|| {
        let choices = Decision::ALL.map(|decision| Choice::new(word(decision), decision.label(locale)));
        view! {
            <RadioGroup
                name="decision"
                legend=td_string!(locale, voice.office.decision)
                choices=Vec::from(choices)
                value=form.value("decision", "")
                error=form.error("decision")
            />
        }
    });
    view! {
        <form
            class="card flow"
            method="post"
            action=localised(locale, &format!("/office/contact/{}/answer", folder.reference))
        >
            <h2>{td_string!(locale, voice.office.answer)}</h2>
            <input type="hidden" name="version" value=folder.version.to_string()/>
            {decision}
            <TextArea
                name="words"
                label=td_string!(locale, voice.office.words)
                hint=td_string!(locale, voice.office.words_hint)
                value=form.value("words", "")
                error=form.error("words")
                rows=8
            />
            <div class="actions"><SubmitButton label=td_string!(locale, voice.office.send)/></div>
        </form>
    }
    .into_any()
}

/// What everybody may read of a decided proposal.
#[component]
pub fn PublishForm(folder: MatterFolder, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let published = folder.publication.is_some();
    let to = |verb: &str| localised(locale, &format!("/office/contact/{}/{verb}", folder.reference));
    let send =
        if published { td_string!(locale, voice.office.pub_change) } else { td_string!(locale, voice.office.pub_send) };
    let withdraw = published.then(|| {
        view! {
            <form method="post" action=to("withdraw")>
                <input type="hidden" name="version" value=folder.version.to_string()/>
                <SubmitButton label=td_string!(locale, voice.office.pub_withdraw) kind=ButtonKind::Quiet/>
            </form>
        }
    });
    view! {
        <section class="card flow">
            <h2>{td_string!(locale, voice.office.publish)}</h2>
            <p class="hint">{td_string!(locale, voice.office.publish_lead)}</p>
            {published
                .then(|| view! {
                    <Notice kind=NoticeKind::Success>{td_string!(locale, voice.office.published)}</Notice>
                })}
            <form class="flow" method="post" action=to("publish")>
                <input type="hidden" name="version" value=folder.version.to_string()/>
                <PublicTexts stored=folder.publication.clone() form/>
                <div class="actions"><SubmitButton label=send/></div>
            </form>
            {withdraw}
        </section>
    }
    .into_any()
}

#[component]
fn PublicTexts(stored: Option<Publication>, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let kept = |text: fn(&Publication) -> String| stored.as_ref().map(text).unwrap_or_default();
    view! {
        <TextField
            name="title"
            label=td_string!(locale, voice.office.pub_title)
            value=form.value("title", kept(|text| text.title.to_string()))
            error=form.error("title")
            autocomplete="off"
        />
        <TextArea
            name="wording"
            label=td_string!(locale, voice.office.pub_wording)
            value=form.value("wording", kept(|text| text.wording.to_string()))
            error=form.error("wording")
        />
        <TextArea
            name="answer"
            label=td_string!(locale, voice.office.pub_answer)
            value=form.value("answer", kept(|text| text.answer.to_string()))
            error=form.error("answer")
        />
        <TextArea
            name="became"
            label=td_string!(locale, voice.office.pub_became)
            hint=td_string!(locale, voice.office.pub_became_hint)
            value=form.value("became", kept(|text| text.became.as_ref().map(ToString::to_string).unwrap_or_default()))
            error=form.error("became")
            optional=true
        />
    }
    .into_any()
}

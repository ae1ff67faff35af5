//! Writing to the association: one form for an inquiry, a complaint or a proposal (C7).

use domain::{
    document::MediaType,
    views::ContactTerms,
    voice::{Kind, PromiseRule},
};
use i18n::{Label, Locale, localised, td_string, use_locale};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{
    CheckboxField, Choice, ErrorSummary, Fieldset, FileField, PageHead, RadioGroup, SubmitButton, TextArea, TextField,
    Width,
};

use super::api;
use crate::{
    form::{FormView, use_form},
    loaded::Loaded,
    public::{PageTitle, PublicPage},
};

/// `/contact`; `?kind=` chooses beforehand, `?about=` names the request.
#[component]
pub fn ContactPage() -> impl IntoView {
    let terms = Resource::new(|| (), |()| api::terms());
    let form = use_form("");
    let asked = |name: &str| use_query_map().with_untracked(|query| query.get(name)).unwrap_or_default();
    let (kind, about) = (asked("kind"), asked("about"));
    let show = move |terms: ContactTerms| {
        view! { <ContactView terms form=form.clone() kind=Kind::from_slug(&kind) about=about.clone()/> }.into_any()
    };
    view! { <PublicPage><Loaded resource=terms view=show/></PublicPage> }
}

#[component]
pub fn ContactView(
    terms: ContactTerms,
    form: FormView,
    kind: Option<Kind>,
    #[prop(optional)] about: String,
) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, voice.contact.title);
    let before = if terms.known { "/my/contact" } else { "/contact/follow" };
    let known = terms.known;
    view! {
        <PageTitle title refused=form.was_refused()/>
        <ErrorSummary items=form.named_summary(|id| field_name(locale, id))/>
        <PageHead title lead=td_string!(locale, voice.contact.lead)/>
        <div class="flow">
            <p><a class="link" href=localised(locale, before)>{td_string!(locale, voice.contact.before)}</a></p>
            <form
                class="flow-wide"
                method="post"
                enctype="multipart/form-data"
                action=localised(locale, "/contact")
                novalidate=true
            >
                <input type="hidden" name="once" value=form.once.clone()/>
                <What form=form.clone() kind about promise=terms.promise/>
                {(!known).then(|| view! { <Reach form=form.clone()/> })}
                <SubmitButton label=td_string!(locale, voice.contact.send)/>
            </form>
        </div>
    }
}

fn field_name(locale: Locale, id: &str) -> Option<&'static str> {
    let name = match id {
        "kind" => td_string!(locale, voice.contact.kind),
        "anonymous" => td_string!(locale, voice.contact.anonymous),
        "subject" => td_string!(locale, voice.contact.subject),
        "words" => td_string!(locale, voice.contact.words),
        "about" => td_string!(locale, voice.contact.about),
        "files" => td_string!(locale, voice.contact.files),
        "name" => td_string!(locale, voice.contact.name),
        "mobile" => td_string!(locale, voice.contact.mobile),
        _ => return None,
    };
    Some(name)
}

/// What is said.
#[component]
fn What(form: FormView, kind: Option<Kind>, about: String, promise: PromiseRule) -> impl IntoView {
    let locale = use_locale();
    let choices =
        Kind::ALL.map(|kind| Choice::new(kind.slug(), kind.label(locale)).hint(promised(locale, kind, promise)));
    view! {
        <RadioGroup
            name="kind"
            legend=td_string!(locale, voice.contact.kind)
            choices=Vec::from(choices)
            value=form.value("kind", kind.map(Kind::slug).unwrap_or_default())
            error=form.error("kind")
        />
        <CheckboxField
            name="anonymous"
            label=td_string!(locale, voice.contact.anonymous)
            hint=td_string!(locale, voice.contact.anonymous_hint)
            checked=form.chosen("anonymous", "yes", false)
            error=form.error("anonymous")
        />
        <TextField
            name="subject"
            label=td_string!(locale, voice.contact.subject)
            hint=td_string!(locale, voice.contact.subject_hint)
            value=form.value("subject", "")
            error=form.error("subject")
            autocomplete="off"
        />
        <TextArea
            name="words"
            label=td_string!(locale, voice.contact.words)
            hint=td_string!(locale, voice.contact.words_hint)
            value=form.value("words", "")
            error=form.error("words")
            rows=7
        />
        <TextField
            name="about"
            label=td_string!(locale, voice.contact.about)
            hint=td_string!(locale, voice.contact.about_hint)
            value=form.value("about", about)
            error=form.error("about")
            autocomplete="off"
            ltr=true
            width=Width::Ten
            optional=true
        />
        <FileField
            name="files"
            label=td_string!(locale, voice.contact.files)
            hint=td_string!(locale, voice.contact.files_hint)
            error=form.error("files")
            accept=MediaType::ACCEPTED
            multiple=true
            optional=true
        />
    }
    .into_any()
}

/// How to reach who did not sign in; all of it may stay empty.
#[component]
fn Reach(form: FormView) -> impl IntoView {
    let locale = use_locale();
    view! {
        <Fieldset
            id="reach"
            legend=td_string!(locale, voice.contact.reach)
            hint=td_string!(locale, voice.contact.reach_hint)
            optional=true
        >
            <div class="flow">
                <TextField
                    name="name"
                    label=td_string!(locale, voice.contact.name)
                    value=form.value("name", "")
                    error=form.error("name")
                    autocomplete="name"
                    width=Width::Twenty
                />
                <TextField
                    name="mobile"
                    label=td_string!(locale, voice.contact.mobile)
                    hint=td_string!(locale, voice.contact.mobile_hint)
                    value=form.value("mobile", "")
                    error=form.error("mobile")
                    kind="tel"
                    inputmode="tel"
                    autocomplete="tel"
                    ltr=true
                    width=Width::Ten
                />
            </div>
        </Fieldset>
    }
    .into_any()
}

/// Until when we answer, in words.
pub fn promised(locale: Locale, kind: Kind, promise: PromiseRule) -> String {
    match kind {
        Kind::Inquiry => td_string!(locale, voice.promise.hours, count = u32::from(promise.inquiry_hours)),
        Kind::Complaint => {
            td_string!(locale, voice.promise.working_days, count = u32::from(promise.complaint_days))
        }
        Kind::Proposal => td_string!(locale, voice.promise.days, count = u32::from(promise.proposal_days)),
    }
}

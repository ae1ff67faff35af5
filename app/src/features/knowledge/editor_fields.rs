//! The fields of an article.

use domain::{
    knowledge::{Kind, Nature, Topic, Verdict},
    views::DeskSheet,
};
use i18n::{Label, Locale, td_string, use_locale};
use leptos::prelude::*;
use ui::{Choice, RadioGroup, SelectField, TextArea, TextField, Width};

use crate::form::FormView;

/// What the fields hold before anything is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    pub topic: String,
    pub verdict: String,
    pub position: String,
    pub title_ar: String,
    pub body_ar: String,
    pub title_en: String,
    pub body_en: String,
}

impl Stored {
    pub fn of(sheet: &DeskSheet) -> Self {
        let (topic, verdict) = match sheet.draft.nature {
            Nature::Faq { topic } => (topic.slug(), ""),
            Nature::Misconception { verdict } => ("", verdict.slug()),
            Nature::Bylaw | Nature::Guide | Nature::Improvement => ("", ""),
        };
        let english = sheet.draft.en.as_ref();
        Self {
            topic: topic.to_owned(),
            verdict: verdict.to_owned(),
            position: sheet.position.to_string(),
            title_ar: sheet.draft.ar.title.to_string(),
            body_ar: sheet.draft.ar.body.to_string(),
            title_en: english.map(|words| words.title.to_string()).unwrap_or_default(),
            body_en: english.map(|words| words.body.to_string()).unwrap_or_default(),
        }
    }
}

#[component]
pub fn Fields(kind: Kind, stored: Stored, form: FormView, #[prop(optional)] with_slug: bool) -> impl IntoView {
    let locale = use_locale();
    let position = if stored.position.is_empty() { "1".to_owned() } else { stored.position.clone() };
    let of_kind = match kind {
        Kind::Faq => view! { <TopicField stored=stored.topic.clone() form=form.clone()/> }.into_any(),
        Kind::Misconception => view! { <VerdictField stored=stored.verdict.clone() form=form.clone()/> }.into_any(),
        Kind::Bylaw | Kind::Guide | Kind::Improvement => ().into_any(),
    };
    let slug = with_slug.then(|| {
        view! {
            <TextField
                name="slug"
                label=td_string!(locale, knowledge.editor.slug)
                hint=td_string!(locale, knowledge.editor.slug_hint)
                value=form.value("slug", "")
                error=form.error("slug")
                autocomplete="off"
                ltr=true
            />
        }
    });
    view! {
        {of_kind}
        <Language kind language=Locale::ar title=stored.title_ar body=stored.body_ar form=form.clone()/>
        <Language kind language=Locale::en title=stored.title_en body=stored.body_en form=form.clone()/>
        {slug}
        <TextField
            name="position"
            label=td_string!(locale, knowledge.editor.position)
            hint=td_string!(locale, knowledge.editor.position_hint)
            value=form.value("position", position)
            error=form.error("position")
            inputmode="numeric"
            width=Width::Four
        />
    }
}

#[component]
fn TopicField(stored: String, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let choices = Topic::ALL.map(|topic| Choice::new(topic.slug(), topic.label(locale))).to_vec();
    view! {
        <SelectField
            name="topic"
            label=td_string!(locale, knowledge.editor.topic)
            choices
            value=form.value("topic", stored)
            error=form.error("topic")
        />
    }
}

#[component]
fn VerdictField(stored: String, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let choices = Verdict::ALL.map(|verdict| Choice::new(verdict.slug(), verdict.label(locale))).to_vec();
    view! {
        <RadioGroup
            name="verdict"
            legend=td_string!(locale, knowledge.editor.verdict)
            choices
            value=form.value("verdict", stored)
            error=form.error("verdict")
        />
    }
}

/// Title and text in one language, written in its own direction. English may be left out.
#[component]
fn Language(kind: Kind, language: Locale, title: String, body: String, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let (legend, title_name, body_name) = match language {
        Locale::ar => (td_string!(locale, knowledge.editor.arabic), "title_ar", "body_ar"),
        Locale::en => (td_string!(locale, knowledge.editor.english), "title_en", "body_en"),
    };
    let english = language == Locale::en;
    let (title_label, body_label) = names(kind, locale);
    let hint = english.then(|| view! { <p class="hint">{td_string!(locale, knowledge.editor.english_hint)}</p> });
    view! {
        <fieldset class="fieldset">
            <legend class="legend">{legend}</legend>
            {hint}
            <div class="fieldset-body flow">
                <TextField
                    name=title_name
                    label=title_label
                    value=form.value(title_name, title)
                    error=form.error(title_name)
                    optional=english
                    autocomplete="off"
                    ltr=english
                />
                <TextArea
                    name=body_name
                    label=body_label
                    hint=td_string!(locale, knowledge.editor.body_hint)
                    value=form.value(body_name, body)
                    error=form.error(body_name)
                    optional=english
                    rows=14
                    ltr=english
                />
            </div>
        </fieldset>
    }
}

/// What title and text of this kind are called.
fn names(kind: Kind, locale: Locale) -> (&'static str, &'static str) {
    match kind {
        Kind::Misconception => {
            (td_string!(locale, knowledge.editor.title_belief), td_string!(locale, knowledge.editor.body_belief))
        }
        Kind::Improvement => {
            (td_string!(locale, knowledge.editor.title_said), td_string!(locale, knowledge.editor.body_said))
        }
        Kind::Faq | Kind::Bylaw | Kind::Guide => {
            (td_string!(locale, knowledge.editor.title), td_string!(locale, knowledge.editor.body))
        }
    }
}

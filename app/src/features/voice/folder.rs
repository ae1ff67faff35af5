//! A matter on one page, for who answers it: what was said and done, the files, and the answer.

use domain::{
    views::{MatterEntry, MatterFileLine, MatterFolder, MatterStep},
    voice::Act,
};
use i18n::{Label, localised, pick, td_string, timestamp, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, Ltr, PageHead, StepState, SubmitButton, Tag, Timeline, TimelineStep, ltr};

use super::{
    answer_form::{AnswerForm, Problems, PublishForm},
    api,
    desk::stage_words,
    folder_aside::{Standing, WriterCard},
    matter::stage_tone,
    proposals::decision_tone,
};
use crate::{
    features::office::screen::{InOffice, load_frame},
    form::{FormView, use_form},
    loaded::{load, param},
    public::PageTitle,
};

/// The forms of the page, each with what was typed into it.
#[derive(Clone)]
pub struct Forms {
    pub act: FormView,
    pub answer: FormView,
    pub publish: FormView,
}

impl Forms {
    pub fn of_page() -> Self {
        Self { act: use_form("act"), answer: use_form("answer"), publish: use_form("publish") }
    }

    /// The one that was refused, if one was.
    pub fn refused(&self) -> Option<&FormView> {
        [&self.act, &self.answer, &self.publish].into_iter().find(|form| form.was_refused())
    }
}

/// `/office/contact/:reference`.
#[component]
pub fn FolderPage() -> impl IntoView {
    let folder = load(param("reference"), api::folder);
    let forms = Forms::of_page();
    let show = move |folder: MatterFolder| view! { <FolderView folder forms=forms.clone()/> }.into_any();
    view! { <InOffice frame=load_frame() data=folder view=show/> }
}

#[component]
pub fn FolderView(folder: MatterFolder, forms: Forms) -> impl IntoView {
    let locale = use_locale();
    let tag = view! { <Tag label=stage_words(locale, folder.stage) tone=stage_tone(folder.stage)/> };
    let may = |act| folder.allowed.contains(&act);
    let (answers, publishes) = (may(Act::Answer), may(Act::Publish));
    view! {
        <PageTitle title=folder.subject.to_string() refused=forms.refused().is_some()/>
        <PageHead
            title=folder.subject.to_string()
            caption=format!("{} · {}", folder.kind.label(locale), ltr(&folder.reference))
            back_href=localised(locale, "/office/contact")
            back_label=td_string!(locale, voice.office.title)
            actions=tag.into_any()
        />
        <Problems folder=folder.clone() forms=forms.clone()/>
        <div class="file">
            <div class="file-main flow">
                <History entries=folder.entries.clone()/>
                <Files folder=folder.clone()/>
                {answers.then(|| view! { <AnswerForm folder=folder.clone() form=forms.answer.clone()/> })}
                {publishes.then(|| view! { <PublishForm folder=folder.clone() form=forms.publish.clone()/> })}
            </div>
            <aside class="file-side flow">
                <Standing folder=folder.clone()/>
                {may(Act::Take).then(|| view! { <Take folder=folder.clone()/> })}
                <WriterCard folder/>
            </aside>
        </div>
    }
}

/// What was said and done, the oldest first.
#[component]
fn History(entries: Vec<MatterEntry>) -> impl IntoView {
    let locale = use_locale();
    let steps = entries.into_iter().map(|entry| view! { <Entry entry/> }).collect_view();
    view! {
        <section class="card flow">
            <h2>{td_string!(locale, voice.office.talk)}</h2>
            <Timeline>{steps}</Timeline>
        </section>
    }
    .into_any()
}

#[component]
fn Entry(entry: MatterEntry) -> impl IntoView {
    let locale = use_locale();
    let by = entry.by.as_ref().map(|name| pick(name, locale).to_owned()).unwrap_or_default();
    let (title, words, decision) = match entry.step {
        MatterStep::Said { words } => (td_string!(locale, voice.office.said).to_owned(), Some(words), None),
        MatterStep::Taken => (td_string!(locale, voice.office.taken, by = by), None, None),
        MatterStep::Answered { words, decision } => {
            (td_string!(locale, voice.office.answered, by = by), Some(words), decision)
        }
        MatterStep::Settled => (td_string!(locale, voice.office.settled).to_owned(), None, None),
    };
    view! {
        <TimelineStep title state=StepState::Done when=timestamp(locale, entry.at)>
            {decision
                .map(|decision| view! { <p><Tag label=decision.label(locale) tone=decision_tone(decision)/></p> })}
            {words.map(|words| view! { <p class="talk-words" dir="auto">{words.to_string()}</p> })}
        </TimelineStep>
    }
    .into_any()
}

/// What came along; every file is an attachment, never a page.
#[component]
fn Files(folder: MatterFolder) -> impl IntoView {
    let locale = use_locale();
    let MatterFolder { reference, files, .. } = folder;
    (!files.is_empty()).then(|| {
        let items = files
            .into_iter()
            .zip(1..)
            .map(|(MatterFileLine { id, name, media, bytes }, number): (_, usize)| {
                let href = localised(locale, &format!("/office/contact/{reference}/files/{id}"));
                let name = name.unwrap_or_else(|| format!("{} {number}", td_string!(locale, voice.office.file)));
                let size = format!("{} · {} KB", media.extension().to_uppercase(), bytes.div_ceil(1024));
                view! {
                    <li>
                        <a class="link" href=href rel="external" dir="auto">{name}</a>
                        " "
                        <span class="hint"><Ltr text=size/></span>
                    </li>
                }
            })
            .collect_view();
        view! {
            <section class="card flow">
                <h2>{td_string!(locale, voice.office.files)}</h2>
                <ul class="matter-files">{items}</ul>
            </section>
        }
        .into_any()
    })
}

/// Taking it on. Who has it already has nothing to press.
#[component]
fn Take(folder: MatterFolder) -> impl IntoView {
    let locale = use_locale();
    let mine = folder.handler == Some(folder.me) && folder.stage == domain::voice::Stage::InHand;
    (!mine).then(|| {
        view! {
            <form
                class="card flow"
                method="post"
                action=localised(locale, &format!("/office/contact/{}/take", folder.reference))
            >
                <input type="hidden" name="version" value=folder.version.to_string()/>
                <p class="hint">{td_string!(locale, voice.office.take_text)}</p>
                <SubmitButton label=td_string!(locale, voice.office.take) kind=ButtonKind::Secondary/>
            </form>
        }
        .into_any()
    })
}

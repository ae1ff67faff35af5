//! What every page of an application shares: its sheet, the way back, the frame of its form, and what is said when it
//! cannot be changed any more.

use domain::{
    Reference, Timestamp,
    application::{Answers, Section},
    representation::Capacity,
    request::{Gap, StageKind},
    views::{ApplicationSheet, Unfinished},
};
use i18n::{Locale, localised, td_string, timestamp, use_locale};
use leptos::{html::Form, prelude::*};
use leptos_router::hooks::use_query_map;
use ui::{ButtonKind, ButtonLink, ErrorSummary, Notice, NoticeKind, PageHead, SubmitButton, ltr};

use super::{api, browser};
use crate::{
    form::{FormView, use_form},
    loaded::{Loaded, load, param},
    public::{PageTitle, PublicPage},
};

/// One page of one application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub sheet: ApplicationSheet,
    /// `check` when the page was opened from the answers to be checked; it goes straight back there.
    pub back: String,
}

impl Step {
    /// A page of this application, in a locale; `rest` is empty for the task list, or begins with `/`.
    pub fn path(&self, locale: Locale, rest: &str) -> String {
        localised(locale, &format!("/apply/{}{rest}", self.sheet.reference))
    }

    /// The status page of this request.
    pub fn status_path(&self, locale: Locale) -> String {
        localised(locale, &format!("/my/requests/{}", self.sheet.reference))
    }

    /// The page a section is answered on.
    pub fn section_path(&self, locale: Locale, section: Section) -> String {
        self.path(locale, &format!("/{}", section.slug()))
    }

    pub fn answers(&self) -> &Answers {
        &self.sheet.answers
    }

    /// Is the application still with its applicant?
    pub fn is_open(&self) -> bool {
        matches!(self.sheet.seen.stage, StageKind::Draft | StageKind::Returned)
    }

    /// Was it sent back to be completed?
    pub fn is_returned(&self) -> bool {
        self.sheet.seen.stage == StageKind::Returned
    }

    /// May this part be changed? Of a returned request only what was asked for (H2).
    pub fn asks(&self, part: Gap) -> bool {
        let asked = &self.sheet.seen.gaps;
        let papers = Gap::Section { section: Section::Documents };
        match part {
            _ if !self.is_returned() => self.is_open(),
            Gap::Document { .. } => asked.contains(&part) || asked.contains(&papers),
            Gap::Section { section: Section::Documents } => {
                asked.iter().any(|gap| *gap == papers || matches!(gap, Gap::Document { .. }))
            }
            Gap::Section { .. } => asked.contains(&part),
        }
    }

    /// May this section be changed?
    pub fn asks_section(&self, section: Section) -> bool {
        self.asks(Gap::Section { section })
    }

    /// What was typed in this section and not saved.
    pub fn unfinished(&self, section: Section) -> Option<Unfinished> {
        self.sheet.unfinished.iter().find(|kept| kept.section == section).cloned()
    }

    /// Whose name is signed: the guardian's, else the applicant's own.
    pub fn signer(&self) -> String {
        let guardian = self.sheet.representative.as_ref().filter(|named| named.capacity == Capacity::Guardian);
        let own = || self.answers().identity.as_ref().map(|identity| identity.name.full());
        guardian.map(|named| named.name.to_string()).or_else(own).unwrap_or_default()
    }

    /// The sections still to be answered.
    pub fn open_sections(&self) -> Vec<Section> {
        self.answers().open_sections(&self.sheet.programme.documents)
    }
}

/// A page that shows an application, whatever its stage.
pub fn step_page(view: impl Fn(Step) -> AnyView + Send + Sync + 'static) -> impl IntoView {
    let sheet = load(param::<Reference>("reference"), api::sheet);
    let back = use_query_map().read_untracked().get("back").unwrap_or_default();
    let show = move |sheet: ApplicationSheet| {
        let page = view(Step { sheet, back: back.clone() });
        view! { <div class="flow application">{page}</div> }.into_any()
    };
    view! { <PublicPage><Loaded resource=sheet view=show/></PublicPage> }
}

/// A page that changes an application: shown while it is open.
pub fn open_page(view: impl Fn(Step) -> AnyView + Send + Sync + 'static) -> impl IntoView {
    step_page(move |step| if step.is_open() { view(step) } else { view! { <AlreadySent step/> }.into_any() })
}

/// The page of one section: shown while it may be answered, with what was typed on it before and not saved.
pub fn section_page(
    section: Section,
    view: impl Fn(Step, FormView) -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let form = use_form("");
    open_page(move |step| {
        if !step.asks_section(section) {
            return view! { <NotAsked step/> }.into_any();
        }
        match step.unfinished(section) {
            Some(kept) if !form.was_refused() => view(step, form.clone().or_typed(kept.values)),
            _ => view(step, form.clone()),
        }
    })
}

/// The head of a page: what is wrong with its form first, then the title over a link one step back.
#[component]
pub fn StepHead(
    step: Step,
    #[prop(into)] title: String,
    #[prop(optional, into)] lead: ui::Words,
    /// What was wrong with the form of the page.
    #[prop(optional)]
    problems: Vec<(String, String)>,
) -> impl IntoView {
    let locale = use_locale();
    let (back, label) = if step.back == "check" {
        (step.path(locale, "/check"), td_string!(locale, apply.to_check))
    } else {
        (step.path(locale, ""), td_string!(locale, apply.to_tasks))
    };
    let caption = caption(&step, locale);
    view! {
        <PageTitle title=title.clone() refused=!problems.is_empty()/>
        <ErrorSummary items=problems/>
        <PageHead title lead caption back_href=back back_label=label/>
    }
}

/// The programme; and for whom, where somebody else fills this in.
fn caption(step: &Step, locale: Locale) -> String {
    let programme = i18n::pick(&step.sheet.programme.name, locale);
    match step.sheet.representative {
        Some(_) => {
            let id = ltr(&step.sheet.national_id_masked);
            td_string!(locale, apply.on_behalf.caption, programme = programme, id = id)
        }
        None => programme.to_owned(),
    }
}

/// The form of a section: remembers what the person saw and where they came from.
#[component]
pub fn SectionForm(step: Step, form: FormView, section: Section, children: Children) -> impl IntoView {
    let locale = use_locale();
    let back = form.value("back", step.back.clone());
    // A row more or less is no news to the person who has just asked for it.
    let asked = use_query_map().read_untracked().get("row").is_some();
    let kept = step.unfinished(section).filter(|_| !asked).map(|kept| kept.at);
    let forget = step.path(locale, &format!("/{}/forget", section.slug()));
    let keep = step.path(locale, &format!("/{}/keep", section.slug()));
    let state = RwSignal::new(None);
    let node = NodeRef::<Form>::new();
    let typing = move || {
        if let Some(form) = node.get_untracked() {
            browser::keep_typed(form, &keep, state);
        }
    };
    let early = typing.clone();
    Effect::new(move || {
        if node.get().is_some_and(|form| browser::typed_already(&form)) {
            early();
        }
    });
    let changing = typing.clone();
    view! {
        {kept.map(|at| view! { <Kept at forget/> })}
        <form
            class="flow"
            method="post"
            action=step.section_path(locale, section)
            novalidate=true
            node_ref=node
            on:input=move |_| typing()
            on:change=move |_| changing()
        >
            <input type="hidden" name="version" value=step.sheet.version.to_string()/>
            <input type="hidden" name="back" value=back/>
            {children()}
            <div class="actions">
                <SubmitButton label=td_string!(locale, apply.save) name="do" value="save"/>
            </div>
            <p class="hint" role="status">{move || kept_words(locale, state.get())}</p>
        </form>
    }
}

/// What became of what is being typed: kept, or not because the line is down (the next letter tries again).
fn kept_words(locale: Locale, kept: Option<bool>) -> &'static str {
    match kept {
        None => "",
        Some(true) => td_string!(locale, apply.kept.now),
        Some(false) => td_string!(locale, apply.kept.offline),
    }
}

/// The page shows what was typed before and not saved; the applicant may go back to what was.
#[component]
fn Kept(at: Timestamp, forget: String) -> impl IntoView {
    let locale = use_locale();
    let at = timestamp(locale, at);
    view! {
        <Notice kind=NoticeKind::Info>
            <p>{td_string!(locale, apply.kept.before, at = at)}</p>
            <form method="post" action=forget class="leave">
                <SubmitButton label=td_string!(locale, apply.kept.forget) kind=ButtonKind::Quiet/>
            </form>
        </Notice>
    }
}

/// The request left the applicant's hands, or has ended.
#[component]
pub fn AlreadySent(step: Step) -> impl IntoView {
    let locale = use_locale();
    let (title, lead) = match step.sheet.seen.stage {
        StageKind::Withdrawn | StageKind::Lapsed => {
            (td_string!(locale, apply.closed.ended), td_string!(locale, apply.closed.ended_text))
        }
        _ => (td_string!(locale, apply.closed.title), td_string!(locale, apply.closed.text)),
    };
    view! {
        <PageTitle title/>
        <PageHead title lead/>
        <ButtonLink label=td_string!(locale, apply.closed.status) href=step.status_path(locale)/>
    }
}

/// A section of a returned request that was not asked for.
#[component]
fn NotAsked(step: Step) -> impl IntoView {
    let locale = use_locale();
    view! {
        <StepHead step=step.clone() title=td_string!(locale, apply.closed.not_asked_title)/>
        <Notice kind=NoticeKind::Info><p>{td_string!(locale, apply.closed.not_asked)}</p></Notice>
        <ButtonLink label=td_string!(locale, apply.to_tasks) href=step.path(locale, "")/>
    }
}

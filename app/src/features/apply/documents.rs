//! The documents the programme asks for: a card each, photographed page by page or chosen.

use domain::{
    application::Section,
    document::{DocumentKind, DocumentRule, GivenDocument, Validity},
    request::Gap,
    time::riyadh_date,
    views::Reusable,
};
use i18n::{Label, Locale, date_pair, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, Notice, NoticeKind, SubmitButton, Tag, Tone, lu};

use super::{
    document_pages::PageList,
    document_upload::{Upload, Wanted},
    sending::SendingList,
    step::{Step, StepHead, section_page},
    uploads::Queue,
    words,
};
use crate::form::FormView;

/// The field of the file.
pub fn file_field(kind: DocumentKind) -> String {
    format!("file_{}", words::slug(&kind))
}

/// The field of a photo taken now.
pub fn camera_field(kind: DocumentKind) -> String {
    format!("camera_{}", words::slug(&kind))
}

/// The place of the document on its page.
pub fn anchor(kind: DocumentKind) -> String {
    format!("paper_{}", words::slug(&kind))
}

/// The field of the day of issue.
pub fn issued_field(kind: DocumentKind) -> String {
    format!("issued_{}", words::slug(&kind))
}

#[component]
pub fn DocumentsPage() -> impl IntoView {
    section_page(Section::Documents, |step, form| view! { <DocumentsView step form/> }.into_any())
}

#[component]
pub fn DocumentsView(step: Step, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let asked = step.sheet.programme.documents.iter().filter(|rule| step.asks(Gap::Document { kind: rule.kind }));
    let cards =
        asked.map(|rule| view! { <DocumentPart step=step.clone() rule=*rule form=form.clone()/> }).collect_view();
    let back = if step.back == "check" { "/check" } else { "" };
    view! {
        <StepHead
            step=step.clone()
            title=Section::Documents.label(locale)
            lead=td_string!(locale, apply.documents.lead)
            problems=form.named_summary(|id| paper_name(locale, id))
        />
        {cards}
        <div class="actions">
            <ButtonLink label=td_string!(locale, apply.to_tasks) href=step.path(locale, back)/>
        </div>
    }
}

/// The document a field belongs to.
fn paper_name(locale: Locale, id: &str) -> Option<String> {
    let of = |kind: &DocumentKind| id == file_field(*kind) || id == issued_field(*kind);
    DocumentKind::ALL.into_iter().find(of).map(|kind| kind.label(locale).to_owned())
}

/// One document: its pages, and the form that gives more. Files the browser sends by itself change it where it stands.
#[component]
fn DocumentPart(step: Step, rule: DocumentRule, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let queue = Queue::new(step.answers().document(rule.kind).cloned());
    let today = step.sheet.today;
    let validity = move || queue.given.with(|given| given.as_ref().map(|given| rule.validity(given.issued_on, today)));
    let wanted = Memo::new(move |_| {
        let validity = validity();
        queue.given.with(|given| Wanted::of(given.as_ref(), validity))
    });
    let offer = step.sheet.reusable.iter().find(|offer| offer.kind == rule.kind).copied();
    let offer = offer.map(|offer| view! { <Offer step=step.clone() offer/> });
    let (shown, asked) = (step.clone(), step);
    view! {
        <section class="card paper" id=anchor(rule.kind)>
            <div class="paper-head">
                <h2>{rule.kind.label(locale)}</h2>
                {move || view! { <State validity=validity()/> }}
            </div>
            {move || queue.given.get().map(|given| view! { <Given step=shown.clone() rule given/> })}
            {offer}
            {move || view! { <Upload step=asked.clone() rule wanted=wanted.get() form=form.clone() queue/> }}
            <SendingList queue/>
        </section>
    }
}

/// Given, too old, or missing.
#[component]
fn State(validity: Option<Validity>) -> impl IntoView {
    let locale = use_locale();
    let (label, tone) = match validity {
        None => (td_string!(locale, apply.documents.missing), Tone::Grey),
        Some(Validity::Expired { .. }) => (td_string!(locale, apply.documents.expired), Tone::Sand),
        Some(Validity::Valid | Validity::UnknownDate) => (td_string!(locale, apply.documents.given), Tone::Green),
    };
    view! { <Tag label tone/> }
}

/// The document that is there: its pages, and a button that takes it back whole.
#[component]
fn Given(step: Step, rule: DocumentRule, given: GivenDocument) -> impl IntoView {
    let locale = use_locale();
    let expired = match rule.validity(given.issued_on, step.sheet.today) {
        Validity::Expired { since } => {
            Some(td_string!(locale, apply.documents.expired_text, day = date_pair(locale, since)))
        }
        Validity::Valid | Validity::UnknownDate => None,
    };
    let issued =
        given.issued_on.map(|day| td_string!(locale, apply.documents.issued_note, day = date_pair(locale, day)));
    let remove = step.path(locale, &format!("/documents/{}/remove", words::slug(&rule.kind)));
    let name = rule.kind.label(locale);
    view! {
        {issued.map(|issued| view! { <p class="paper-note">{issued}</p> })}
        {expired.map(|text| view! { <Notice kind=NoticeKind::Waiting><p>{text}</p></Notice> })}
        <PageList step given/>
        <form method="post" action=remove>
            <SubmitButton
                label=td_string!(locale, apply.documents.remove, document = name)
                kind=ButtonKind::Quiet
                icon=lu::LuTrash2
            />
        </form>
    }
}

/// A document given earlier that counts here: one press instead of another photograph.
#[component]
fn Offer(step: Step, offer: Reusable) -> impl IntoView {
    let locale = use_locale();
    let (kind, name) = (words::slug(&offer.kind), offer.kind.label(locale));
    let given = date_pair(locale, riyadh_date(offer.given_at));
    view! {
        <form class="paper-offer" method="post" action=step.path(locale, &format!("/documents/{kind}/use"))>
            <p>{td_string!(locale, mydata.reuse.offer, day = given)}</p>
            <input type="hidden" name="document" value=offer.document.to_string()/>
            <SubmitButton label=td_string!(locale, mydata.reuse.take, document = name) kind=ButtonKind::Secondary icon=lu::LuFolderOpen/>
            <p class="paper-note">{td_string!(locale, mydata.reuse.or)}</p>
        </form>
    }
}

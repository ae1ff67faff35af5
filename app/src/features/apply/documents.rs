//! The documents the programme asks for: a card each, photographed or chosen.

use domain::{
    application::Section,
    document::{DocumentKind, DocumentRule, GivenDocument, MediaType, Validity},
    request::Gap,
    time::riyadh_date,
    views::Reusable,
};
use i18n::{Label, Locale, date_pair, td_string, use_locale};
use leptos::prelude::*;
use ui::{ButtonKind, ButtonLink, DateField, FileField, Notice, NoticeKind, SubmitButton, Tag, Tone, lu};

use super::{
    date,
    step::{Step, StepHead, named, section_page},
    words,
};
use crate::form::FormView;

/// Named one by one, so that phones turn their own picture formats into one of these and offer the camera.
const ACCEPT: &str = "image/jpeg,image/png,image/webp,application/pdf";

/// The field of the file.
pub fn file_field(kind: DocumentKind) -> String {
    format!("file_{}", words::slug(&kind))
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
            problems=named(&form, |id| paper_name(locale, id))
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

/// One document: what is there, and the form that gives it.
#[component]
fn DocumentPart(step: Step, rule: DocumentRule, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let given = step.answers().document(rule.kind).cloned();
    let validity = given.as_ref().map(|given| rule.validity(given.issued_on, step.sheet.today));
    // A document that is there is taken back before another is given; one that is too old can be replaced at once.
    let wanted = matches!(validity, None | Some(Validity::Expired { .. }));
    let offer = step.sheet.reusable.iter().find(|offer| offer.kind == rule.kind).copied();
    view! {
        <section class="card paper">
            <div class="paper-head">
                <h2>{rule.kind.label(locale)}</h2>
                <State validity/>
            </div>
            {given.clone().map(|given| view! { <Given step=step.clone() rule given/> })}
            {offer.map(|offer| view! { <Offer step=step.clone() offer/> })}
            {wanted.then(|| view! { <Upload step rule given=given.is_some() form/> })}
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

/// The document that is there: to be opened, or taken back.
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
    let open = i18n::localised(locale, &format!("/my/requests/{}/documents/{}", step.sheet.reference, given.id));
    let remove = step.path(locale, &format!("/documents/{}/remove", words::slug(&rule.kind)));
    let name = rule.kind.label(locale);
    view! {
        <p class="paper-note">{note(locale, &given)}{issued.map(|issued| view! { <br/>{issued} })}</p>
        {expired.map(|text| view! { <Notice kind=NoticeKind::Waiting><p>{text}</p></Notice> })}
        <div class="actions">
            <a class="link" href=open rel="external" target="_blank">
                {td_string!(locale, apply.documents.open)}
                <span class="visually-hidden">" "{name}</span>
            </a>
            <form method="post" action=remove>
                <SubmitButton
                    label=td_string!(locale, apply.documents.remove, document = name)
                    kind=ButtonKind::Quiet
                    icon=lu::LuTrash2
                />
            </form>
        </div>
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

/// What kind of file, and how large.
fn note(locale: Locale, given: &GivenDocument) -> String {
    let kind = match given.media {
        MediaType::Pdf => td_string!(locale, apply.documents.pdf),
        MediaType::Jpeg | MediaType::Png | MediaType::Webp => td_string!(locale, apply.documents.picture),
    };
    td_string!(locale, apply.documents.note, kind = kind, size = given.bytes.div_ceil(1024))
}

/// The form that gives a document; the day of issue is asked where the programme limits its age.
#[component]
fn Upload(step: Step, rule: DocumentRule, given: bool, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let name = rule.kind.label(locale);
    let label = if given {
        td_string!(locale, apply.documents.replace, document = name)
    } else {
        td_string!(locale, apply.documents.upload, document = name)
    };
    let file = file_field(rule.kind);
    let issued = issued_field(rule.kind);
    let action = step.path(locale, &format!("/documents/{}", words::slug(&rule.kind)));
    let day = rule.valid_days.map(|days| {
        let hint = td_string!(locale, apply.documents.valid_days, days = days);
        let (value, error) = (date::shown(&form, &issued, None), form.error(&issued));
        view! { <DateField name=issued legend=td_string!(locale, apply.documents.issued) hint value error/> }
    });
    let error = form.error(&file);
    view! {
        <form class="flow" method="post" action=action enctype="multipart/form-data" novalidate=true>
            {day}
            <FileField name=file label=td_string!(locale, apply.documents.file) accept=ACCEPT error/>
            <SubmitButton label kind=ButtonKind::Secondary icon=lu::LuPaperclip/>
        </form>
    }
}

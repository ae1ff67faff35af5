//! The form that gives pages of a document. With JavaScript files go at once; without, by the button.

use domain::{
    DocumentId,
    document::{DocumentRule, GivenDocument, MediaType, Pages, Validity},
};
use i18n::{Label, td_string, use_locale};
use leptos::{html, prelude::*};
use ui::{ButtonKind, DateField, FileField, SubmitButton, lu};

use super::{
    browser, date,
    documents::{camera_field, file_field, issued_field},
    step::Step,
    uploads::Queue,
    words,
};
use crate::form::FormView;

/// What the form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The first page of a document that is not there.
    First,
    /// The first page of a newer one in place of the one that is too old.
    Instead(DocumentId),
    More,
    /// It has as many pages as it can have.
    Nothing,
}

impl Wanted {
    pub fn of(given: Option<&GivenDocument>, validity: Option<Validity>) -> Self {
        match (given, validity) {
            (None, _) => Self::First,
            (Some(given), Some(Validity::Expired { .. })) => Self::Instead(given.id),
            (Some(given), _) if given.pages.count() >= Pages::MOST => Self::Nothing,
            _ => Self::More,
        }
    }
}

#[component]
pub fn Upload(step: Step, rule: DocumentRule, wanted: Wanted, form: FormView, queue: Queue) -> impl IntoView {
    let locale = use_locale();
    let name = rule.kind.label(locale);
    let label = match wanted {
        Wanted::First => td_string!(locale, apply.documents.upload, document = name),
        Wanted::Instead(_) => td_string!(locale, apply.documents.replace, document = name),
        Wanted::More => td_string!(locale, apply.documents.add, document = name),
        Wanted::Nothing => {
            return view! { <p class="hint">{td_string!(locale, apply.documents.full)}</p> }.into_any();
        }
    };
    let action = step.path(locale, &format!("/documents/{}", words::slug(&rule.kind)));
    let instead = match wanted {
        Wanted::Instead(id) => Some(view! { <input type="hidden" name="instead" value=id.to_string()/> }),
        Wanted::First | Wanted::More | Wanted::Nothing => None,
    };
    let node = NodeRef::<html::Form>::new();
    // Files chosen before the application had taken over are sent now.
    Effect::new(move |_| browser::uploads::take_up(node, queue));
    view! {
        <form
            class="flow upload"
            method="post"
            action=action
            enctype="multipart/form-data"
            novalidate=true
            node_ref=node
            on:change=move |_| browser::uploads::take_up(node, queue)
        >
            {instead}
            {(wanted != Wanted::More).then(|| view! { <Day rule form=form.clone()/> })}
            <Files rule form/>
            <div class="upload-send"><SubmitButton label kind=ButtonKind::Secondary icon=lu::LuPaperclip/></div>
        </form>
    }
    .into_any()
}

/// The day of issue, asked where the programme limits the document's age.
#[component]
fn Day(rule: DocumentRule, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let issued = issued_field(rule.kind);
    rule.valid_days.map(|days| {
        let hint = td_string!(locale, apply.documents.valid_days, days = days);
        let (value, error) = (date::shown(&form, &issued, None), form.error(&issued));
        view! { <DateField name=issued legend=td_string!(locale, apply.documents.issued) hint value error/> }
    })
}

/// Several photos at once, or one with the camera: the second is for phones.
#[component]
fn Files(rule: DocumentRule, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let file = file_field(rule.kind);
    let error = refused(&form, &file);
    view! {
        <FileField
            name=file
            label=td_string!(locale, apply.documents.file)
            hint=td_string!(locale, apply.documents.file_hint)
            accept=MediaType::ACCEPTED
            multiple=true
            error
        />
        <div class="upload-camera">
            <FileField
                name=camera_field(rule.kind)
                label=td_string!(locale, apply.documents.camera)
                accept="image/jpeg"
                camera=true
            />
        </div>
    }
}

/// Every file that was refused, by its name: the others were taken.
fn refused(form: &FormView, file: &str) -> Option<String> {
    let locale = use_locale();
    let names = form.typed().into_iter().flat_map(|typed| typed.all(REFUSED)).map(str::to_owned);
    let whys = form.summary().into_iter().filter(|(field, _)| field == file).map(|(_, why)| why);
    let lines = whys.zip(names.chain(std::iter::repeat(String::new()))).map(|(why, file)| {
        if file.is_empty() { why } else { td_string!(locale, apply.documents.refused, file = file, why = why) }
    });
    let lines: Vec<String> = lines.collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}

/// The names of refused files, as the server gives them back to the form.
pub const REFUSED: &str = "refused";

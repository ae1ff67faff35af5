//! Matching the data: the document beside the field, tick or difference (H2).

use domain::{
    access::Action,
    document::DocumentKind,
    matching::{Likeness, MatchField},
    views::{DocumentLine, RequestSheet, Suspect},
};
use i18n::{Label, date_pair, localised, td_string, use_locale};
use leptos::prelude::*;
use ui::{Choice, Ltr, Notice, NoticeKind, RadioGroup, SubmitButton, TextField};

use super::{
    answers::Incomes,
    documents::Paper,
    figures::Riyals,
    head::StepHead,
    match_form::{AGREES, DIFFERS, ruling, saw, why},
    people::SuspectLine,
    screen::{InOffice, OfSheet},
    stale::Problems,
    words::word,
};
use crate::{features::members::Members, form::FormView};

/// `/office/requests/:reference/match`.
#[component]
pub fn MatchPage() -> impl IntoView {
    let OfSheet { frame, sheet, form } = OfSheet::load("match");
    let show = move |sheet: RequestSheet| view! { <MatchView sheet form=form.clone()/> }.into_any();
    view! { <InOffice frame data=sheet view=show/> }
}

#[component]
pub fn MatchView(sheet: RequestSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let open = sheet.allowed.contains(&Action::Match);
    let (title, lead) = (td_string!(locale, office.matching.title), td_string!(locale, office.matching.lead));
    let body = if open {
        view! { <MatchForm sheet=sheet.clone() form=form.clone()/> }.into_any()
    } else {
        view! { <NotOpen/> }.into_any()
    };
    view! {
        <StepHead sheet=sheet.clone() title lead form=form.clone()/>
        <Problems sheet form form_follows=open/>
        {body}
    }
}

/// A step that is not open to this reader at this stage.
#[component]
pub fn NotOpen() -> impl IntoView {
    let locale = use_locale();
    view! {
        <Notice kind=NoticeKind::Info title=td_string!(locale, office.request.not_open)>
            <p>{td_string!(locale, office.request.not_open_text)}</p>
        </Notice>
    }
}

#[component]
fn MatchForm(sheet: RequestSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let at = |step: &str| localised(locale, &format!("/office/requests/{}/{step}", sheet.reference));
    let papers = sources(&sheet.to_match)
        .into_iter()
        .map(|kind| view! { <Pair kind sheet=sheet.clone() form=form.clone()/> })
        .collect_view();
    let fields = sheet.to_match.iter().map(|field| view! { <input type="hidden" name="field" value=field.slug()/> });
    let back = td_string!(locale, office.matching.send_back);
    view! {
        <form method="post" action=at("match") class="flow flow-wide">
            <input type="hidden" name="version" value=sheet.version.to_string()/>
            {fields.collect_view()}
            {papers}
            <Others sheet=sheet.clone()/>
            <Duplicates suspects=sheet.suspects.clone() form=form.clone()/>
            <div class="match-end">
                <div class="actions">
                    <SubmitButton label=td_string!(locale, office.matching.close)/>
                    <button type="submit" class="btn btn-secondary" formaction=at("return/prepare")>{back}</button>
                </div>
                <p class="hint">{td_string!(locale, office.matching.end_hint)}</p>
            </div>
        </form>
    }
}

/// The documents the fields are read from, each once, in the order of the fields.
fn sources(fields: &[MatchField]) -> Vec<DocumentKind> {
    let mut kinds = Vec::new();
    for field in fields {
        if !kinds.contains(&field.source()) {
            kinds.push(field.source());
        }
    }
    kinds
}

/// One document and beside it the fields that are read from it.
#[component]
fn Pair(kind: DocumentKind, sheet: RequestSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let line = sheet.documents.iter().find(|line| line.kind == kind).cloned();
    let paper = if let Some(line) = line {
        view! { <Paper reference=sheet.reference.clone() line/> }.into_any()
    } else {
        let title = td_string!(locale, office.matching.no_document, kind = kind.label(locale));
        view! { <Notice kind=NoticeKind::Waiting title/> }.into_any()
    };
    let fields = sheet.to_match.iter().filter(|field| field.source() == kind).copied();
    let fields = fields.map(|field| view! { <FieldMatch field sheet=sheet.clone() form=form.clone()/> }).collect_view();
    view! {
        <section class="match-pair" aria-label=kind.label(locale)>
            <div class="match-paper">{paper}</div>
            <div class="match-fields flow">{fields}</div>
        </section>
    }
}

#[component]
fn FieldMatch(field: MatchField, sheet: RequestSheet, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let (saw, why) = (saw(field), why(field));
    let choices = vec![
        Choice::new(AGREES, td_string!(locale, office.matching.agrees)),
        Choice::new(DIFFERS, td_string!(locale, office.matching.differs)),
    ];
    view! {
        <div class="card match-field flow">
            <h2>{field.label(locale)}</h2>
            <div class="match-stated"><Stated field sheet/></div>
            <RadioGroup
                name=saw.clone()
                legend=td_string!(locale, office.matching.compare, field = field.label(locale)).to_string()
                choices
                value=form.value(&saw, "")
                error=form.error(&saw)
            />
            <div class="match-why">
                <TextField
                    name=why.clone()
                    label=td_string!(locale, office.matching.why)
                    value=form.value(&why, "")
                    error=form.error(&why)
                    autocomplete="off"
                />
            </div>
        </div>
    }
}

/// What the applicant stated.
#[component]
fn Stated(field: MatchField, sheet: RequestSheet) -> impl IntoView {
    let locale = use_locale();
    let answers = sheet.answers;
    let shown = match field {
        MatchField::Name => answers.identity.map(|identity| identity.name.full().into_any()),
        MatchField::NationalId => Some(view! { <Ltr text=sheet.national_id.to_string()/> }.into_any()),
        MatchField::BirthDate => answers.identity.map(|identity| date_pair(locale, identity.born_on).into_any()),
        MatchField::Household => answers
            .household
            .map(|household| view! { <Members household nobody=td_string!(locale, office.answers.alone)/> }.into_any()),
        MatchField::Income => answers.livelihood.map(|livelihood| view! { <Incomes livelihood/> }.into_any()),
        MatchField::Rent => answers.livelihood.map(|livelihood| view! { <Riyals amount=livelihood.rent/> }.into_any()),
        MatchField::Iban => sheet.iban.map(|iban| view! { <Ltr text=iban.grouped()/> }.into_any()),
    };
    shown.unwrap_or_else(|| td_string!(locale, ui.not_given).into_any())
}

/// Documents no field is read from: looked through all the same.
#[component]
fn Others(sheet: RequestSheet) -> impl IntoView {
    let locale = use_locale();
    let read = sources(&sheet.to_match);
    let others: Vec<DocumentLine> = sheet.documents.into_iter().filter(|line| !read.contains(&line.kind)).collect();
    (!others.is_empty()).then(|| {
        let papers =
            others.into_iter().map(|line| view! { <Paper reference=sheet.reference.clone() line/> }).collect_view();
        view! {
            <section class="flow">
                <h2>{td_string!(locale, office.matching.others)}</h2>
                <div class="papers">{papers}</div>
            </section>
        }
    })
}

/// Possible duplicates, each to be settled.
#[component]
fn Duplicates(suspects: Vec<Suspect>, form: FormView) -> impl IntoView {
    let locale = use_locale();
    (!suspects.is_empty()).then(|| {
        let rows = suspects.into_iter().map(|suspect| view! { <Duplicate suspect form=form.clone()/> }).collect_view();
        view! {
            <section class="flow">
                <h2>{td_string!(locale, office.matching.duplicates)}</h2>
                <p>{td_string!(locale, office.matching.duplicates_lead)}</p>
                {rows}
            </section>
        }
    })
}

#[component]
fn Duplicate(suspect: Suspect, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let name = ruling(suspect.person);
    let legend = td_string!(locale, office.matching.settle, name = suspect.name.clone()).to_string();
    let choices = [Likeness::Different, Likeness::Same, Likeness::Related]
        .map(|likeness| Choice::new(word(likeness), likeness.label(locale)));
    view! {
        <div class="card flow">
            <input type="hidden" name="suspect" value=suspect.person.to_string()/>
            <SuspectLine suspect/>
            <RadioGroup
                name=name.clone()
                legend
                choices=choices.to_vec()
                value=form.value(&name, "")
                error=form.error(&name)
            />
        </div>
    }
}

//! The programme's own questions, below the need.

use domain::question::{Cell, CellReply, Column, Field, Question, Replies, Reply};
use i18n::{Locale, pick, td_string, use_locale};
use leptos::prelude::*;
use ui::{Choice, DateField, Disclosure, Fieldset, MoneyField, RadioGroup, TextArea, TextField, Width};

use super::{
    date,
    questions_form::{cell_field, field},
};
use crate::form::FormView;

/// Rows of a table that are shown before the rest folds away.
const SHOWN_ROWS: usize = 2;

#[component]
pub fn Questions(questions: Vec<Question>, replies: Replies, form: FormView) -> impl IntoView {
    questions
        .into_iter()
        .map(|question| {
            let reply = replies.to(&question).cloned();
            view! { <Asked question reply form=form.clone()/> }
        })
        .collect_view()
}

/// The question a problem is about, by the field's id.
pub fn field_name(locale: Locale, questions: &[Question], id: &str) -> Option<String> {
    let about = |question: &&Question| {
        let name = field(question);
        id == name || id.strip_prefix(&name).is_some_and(|rest| rest.starts_with("__"))
    };
    questions.iter().find(about).map(|question| pick(&question.label, locale).to_owned())
}

#[component]
fn Asked(question: Question, reply: Option<Reply>, form: FormView) -> impl IntoView {
    let locale = use_locale();
    let name = field(&question);
    let label = pick(&question.label, locale).to_owned();
    let hint = question.hint.as_ref().map(|hint| pick(hint, locale).to_owned());
    let (error, optional) = (form.error(&name), question.optional);
    let stored = stored(reply.as_ref());
    match question.field {
        Field::Line => {
            let value = form.value(&name, stored);
            view! { <TextField name label hint value error optional/> }.into_any()
        }
        Field::Paragraph => {
            let value = form.value(&name, stored);
            view! { <TextArea name label hint value error optional/> }.into_any()
        }
        Field::Number { .. } => {
            let value = form.value(&name, stored);
            view! { <TextField name label hint value error optional inputmode="numeric" ltr=true width=Width::Four/> }
                .into_any()
        }
        Field::Money => {
            let value = form.value(&name, stored);
            view! { <MoneyField name label hint value error optional/> }.into_any()
        }
        Field::Date => {
            let day = if let Some(Reply::Date(day)) = reply { Some(day) } else { None };
            let value = date::shown(&form, &name, day);
            view! { <DateField name legend=label hint value error optional/> }.into_any()
        }
        Field::Choice { choices } => {
            let value = form.value(&name, stored);
            let choices = choices.iter().map(|choice| Choice::new(choice.name.clone(), pick(&choice.label, locale)));
            view! { <RadioGroup name legend=label choices=choices.collect() value hint error optional/> }.into_any()
        }
        Field::Table { columns, rows } => {
            let given = if let Some(Reply::Table(given)) = reply { given } else { Vec::new() };
            let row = |row| {
                let cells = given.get(row).cloned().unwrap_or_default();
                view! { <TableRow name=name.clone() row columns=columns.clone() cells form=form.clone()/> }
            };
            let shown = rows.min(SHOWN_ROWS.max(used_rows(&form, &name, columns.len(), rows, given.len())));
            let first: Vec<_> = (0..shown).map(row).collect();
            let more: Vec<_> = (shown..rows).map(row).collect();
            let more = (!more.is_empty()).then(|| {
                view! { <Disclosure summary=td_string!(locale, apply.need.more_rows)>{more}</Disclosure> }
            });
            view! { <Fieldset id=name.clone() legend=label hint error optional>{first} {more}</Fieldset> }.into_any()
        }
    }
}

/// The rows of a table up to the last in which something stands: what was typed, or else what is stored.
fn used_rows(form: &FormView, name: &str, columns: usize, rows: usize, stored: usize) -> usize {
    let Some(typed) = form.typed() else { return stored };
    let used = |row: usize| (0..columns).any(|at| !typed.get(&cell_field(name, row, at)).trim().is_empty());
    (0..rows).rev().find(|row| used(*row)).map_or(0, |row| row + 1)
}

/// What is shown of a reply of one field.
fn stored(reply: Option<&Reply>) -> String {
    match reply {
        Some(Reply::Line(line)) => line.to_string(),
        Some(Reply::Paragraph(words)) => words.to_string(),
        Some(Reply::Number(number)) => number.to_string(),
        Some(Reply::Money(amount)) => amount.to_string(),
        Some(Reply::Choice(chosen)) => chosen.clone(),
        Some(Reply::Date(_) | Reply::Table(_)) | None => String::new(),
    }
}

/// A row: its fields side by side where there is room, one below the other on a phone.
#[component]
fn TableRow(
    name: String,
    row: usize,
    columns: Vec<Column>,
    cells: Vec<Option<CellReply>>,
    form: FormView,
) -> impl IntoView {
    let locale = use_locale();
    let legend = td_string!(locale, apply.need.row, number = row + 1).to_string();
    let label = legend.clone();
    let fields = columns.into_iter().enumerate().map(|(index, column)| {
        let stored = match cells.get(index) {
            Some(Some(CellReply::Line(line))) => line.to_string(),
            Some(Some(CellReply::Number(number))) => number.to_string(),
            Some(Some(CellReply::Money(amount))) => amount.to_string(),
            Some(None) | None => String::new(),
        };
        let name = cell_field(&name, row, index);
        let (value, error) = (form.value(&name, stored), form.error(&name));
        let label = pick(&column.label, locale).to_owned();
        match column.cell {
            Cell::Line => view! { <TextField name label value error/> }.into_any(),
            Cell::Number { .. } => {
                view! { <TextField name label value error inputmode="numeric" ltr=true width=Width::Four/> }.into_any()
            }
            Cell::Money => view! { <MoneyField name label value error/> }.into_any(),
        }
    });
    view! {
        <div class="reply-row" role="group" aria-label=label>
            <p class="reply-row-number" aria-hidden="true">{legend}</p>
            {fields.collect_view()}
        </div>
    }
}

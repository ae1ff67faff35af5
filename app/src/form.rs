//! What a form holds when it is shown: nothing at first, and after bad input what was typed and what is wrong with it.

use domain::Invalid;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::AppError;

/// Names and values as a browser sends them; a name may repeat.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Values(pub Vec<(String, String)>);

impl Values {
    /// The first value of a name; empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// Every value of a name, in order.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }
}

/// Reads a form's fields one by one and gathers what is wrong with them, so that a person hears everything at once.
pub struct Reading<'a> {
    values: &'a Values,
    problems: Vec<(String, Invalid)>,
}

impl<'a> Reading<'a> {
    pub fn of(values: &'a Values) -> Self {
        Self { values, problems: Vec::new() }
    }

    /// A field that must be there and parse. `None` leaves a problem behind.
    pub fn field<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Result<T, Invalid>) -> Option<T> {
        self.keep(name, parse(self.values.get(name)))
    }

    /// A field that may be blank.
    pub fn optional<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Result<T, Invalid>) -> Option<Option<T>> {
        let raw = self.values.get(name);
        if raw.trim().is_empty() { Some(None) } else { self.keep(name, parse(raw)).map(Some) }
    }

    /// Notes a result under a field's name.
    pub fn keep<T>(&mut self, name: &str, result: Result<T, Invalid>) -> Option<T> {
        result.map_err(|why| self.problems.push((name.to_owned(), why))).ok()
    }

    /// What was read, or every problem found.
    pub fn done<T>(self, read: Option<T>) -> Result<T, Problem> {
        match read {
            Some(read) if self.problems.is_empty() => Ok(read),
            _ => Err(Problem::Fields(self.problems)),
        }
    }
}

/// Why a form was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    Fields(Vec<(String, Invalid)>),
    App(AppError),
}

#[cfg(feature = "ssr")]
impl Problem {
    /// Nothing is wrong: the page is shown again with what was typed, because a button asked for that (a preview).
    pub fn again() -> Self {
        Self::Fields(Vec::new())
    }
}

impl From<AppError> for Problem {
    fn from(error: AppError) -> Self {
        match error {
            AppError::Field { field, why } => Self::Fields(vec![(field, why)]),
            other => Self::App(other),
        }
    }
}

#[cfg(feature = "ssr")]
impl From<services::Error> for Problem {
    fn from(error: services::Error) -> Self {
        AppError::from(error).into()
    }
}

/// The form that was refused on this page, if one was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// The name of the form, where a page has several.
    pub form: String,
    pub values: Values,
    pub problems: Vec<(String, Invalid)>,
    pub error: Option<AppError>,
}

/// One form on a page: what to show in its fields and beside them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormView {
    refused: Option<Refused>,
    /// A key made for this rendering: a form sent twice is taken once.
    pub once: String,
}

impl FormView {
    /// A field's value: what was typed if the form was refused, else what is stored.
    pub fn value(&self, name: &str, stored: impl Into<String>) -> String {
        self.refused.as_ref().map_or_else(|| stored.into(), |refused| refused.values.get(name).to_owned())
    }

    /// Was this box ticked or this choice made?
    pub fn chosen(&self, name: &str, value: &str, stored: bool) -> bool {
        self.refused.as_ref().map_or(stored, |refused| refused.values.all(name).any(|chosen| chosen == value))
    }

    /// The message beside a field.
    pub fn error(&self, name: &str) -> Option<String> {
        let refused = self.refused.as_ref()?;
        let (_, why) = refused.problems.iter().find(|(field, _)| field == name)?;
        Some(i18n::invalid(i18n::use_locale(), why))
    }

    /// The lines of the error summary: field id (empty for the whole form) and message.
    pub fn summary(&self) -> Vec<(String, String)> {
        let locale = i18n::use_locale();
        let Some(refused) = &self.refused else { return Vec::new() };
        let fields = refused.problems.iter().map(|(field, why)| (field.clone(), i18n::invalid(locale, why)));
        let whole = refused.error.iter().map(|error| (String::new(), error.words(locale)));
        fields.chain(whole).collect()
    }

    /// The lines of the error summary, each with the name of its field: "answer this question" alone says nothing up
    /// there.
    pub fn named_summary<L: Into<String>>(&self, label: impl Fn(&str) -> Option<L>) -> Vec<(String, String)> {
        let name = |(id, message): (String, String)| match label(&id).map(Into::<String>::into) {
            // A label that asks needs no colon.
            Some(label) if label.ends_with(['?', '؟']) => (id, format!("{label} {message}")),
            Some(label) => (id, format!("{label}: {message}")),
            None => (id, message),
        };
        self.summary().into_iter().map(name).collect()
    }

    /// What is wrong with the whole form rather than with one of its fields.
    pub fn error_of_all(&self) -> Option<&AppError> {
        self.refused.as_ref()?.error.as_ref()
    }

    /// What was typed, where the form was refused.
    pub fn typed(&self) -> Option<&Values> {
        self.refused.as_ref().map(|refused| &refused.values)
    }

    pub fn was_refused(&self) -> bool {
        self.refused.is_some()
    }

    /// The form with values that were typed before, unless it was just sent.
    #[must_use]
    pub fn or_typed(self, values: Vec<(String, String)>) -> Self {
        let typed = Refused { values: Values(values), ..Refused::default() };
        Self { refused: self.refused.or(Some(typed)), ..self }
    }
}

/// The state of one form on this page. Same on both sides: what the server knew travels with the page.
pub fn use_form(form: &str) -> FormView {
    let shared: (Option<Refused>, String) = SharedValue::new(on_server).into_inner();
    let (refused, once) = shared;
    FormView { refused: refused.filter(|refused| refused.form == form), once }
}

/// In the browser a page reached by a link has no refused form.
fn on_server() -> (Option<Refused>, String) {
    #[cfg(feature = "ssr")]
    {
        (use_context::<Refused>(), crate::request::once_key())
    }
    #[cfg(not(feature = "ssr"))]
    {
        (None, crate::browser::once_key())
    }
}

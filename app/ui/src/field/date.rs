//! A day, in either calendar.

use leptos::prelude::*;

use super::group::Fieldset;
use crate::words::Words;
use i18n::{td_string, use_locale};

/// The calendar a day is typed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Calendar {
    /// Umm al-Qura.
    #[default]
    Hijri,
    /// Gregorian.
    Gregorian,
}

/// What the person typed, kept as typed.
#[derive(Clone, Debug, Default)]
pub struct DateValue {
    pub day: String,
    pub month: String,
    pub year: String,
    pub calendar: Calendar,
}

/// A day as three numbers and a calendar. Sends `{name}_day`, `{name}_month`, `{name}_year` and `{name}_calendar`
/// (`hijri` or `gregorian`).
#[component]
pub fn DateField(
    #[prop(into)] name: String,
    #[prop(into)] legend: String,
    #[prop(optional)] value: DateValue,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional)] optional: bool,
    #[prop(optional)] heading: bool,
    /// `bday` for a birthday.
    #[prop(optional)]
    birthday: bool,
) -> impl IntoView {
    let locale = use_locale();
    let invalid = error.is_some();
    let bday = move |part: &'static str| birthday.then_some(part);
    let calendar = value.calendar;
    view! {
        <Fieldset id=name.clone() legend=legend hint=hint error=error optional=optional heading=heading>
            <div class="date-parts">
                <Part id=name.clone() name=format!("{name}_day") label=td_string!(locale, ui.day) value=value.day autocomplete=bday("bday-day") invalid=invalid />
                <Part id=format!("{name}-month") name=format!("{name}_month") label=td_string!(locale, ui.month) value=value.month autocomplete=bday("bday-month") invalid=invalid />
                <Part id=format!("{name}-year") name=format!("{name}_year") label=td_string!(locale, ui.year) value=value.year autocomplete=bday("bday-year") invalid=invalid year=true />
            </div>
            <div class="segments" role="radiogroup" aria-label=td_string!(locale, ui.calendar)>
                <Segment name=format!("{name}_calendar") value="hijri" label=td_string!(locale, ui.hijri) checked=calendar == Calendar::Hijri />
                <Segment name=format!("{name}_calendar") value="gregorian" label=td_string!(locale, ui.gregorian) checked=calendar == Calendar::Gregorian />
            </div>
        </Fieldset>
    }
}

#[component]
fn Part(
    id: String,
    name: String,
    label: &'static str,
    value: String,
    autocomplete: Option<&'static str>,
    invalid: bool,
    #[prop(optional)] year: bool,
) -> impl IntoView {
    let field = id.clone();
    view! {
        <label class=if year { "date-part date-part-year" } else { "date-part" } for=field>
            {label}
            <input
                class="control"
                id=id
                name=name
                type="text"
                inputmode="numeric"
                dir="ltr"
                value=value
                autocomplete=autocomplete
                aria-invalid=invalid.then_some("true")
            />
        </label>
    }
}

#[component]
fn Segment(name: String, value: &'static str, label: &'static str, checked: bool) -> impl IntoView {
    view! {
        <label class="segment">
            <input type="radio" name=name value=value checked=checked />
            {label}
        </label>
    }
}

//! When a shift is, and how many places it has, in words.

use domain::{views::ShiftLine, volunteer::ShiftPlan};
use i18n::{Locale, date_pair, td_string, time_of_day, use_locale};
use leptos::prelude::*;
use ui::{Tag, Tone};

/// `من 4:00 مساءً إلى 8:00 مساءً`.
pub fn hours(locale: Locale, plan: &ShiftPlan) -> String {
    let (from, until) = (time_of_day(locale, plan.from.time()), time_of_day(locale, plan.until.time()));
    td_string!(locale, volunteer.from_to, from = from, until = until)
}

/// Day and hours on one line each.
#[component]
pub fn When(plan: ShiftPlan) -> impl IntoView {
    let locale = use_locale();
    view! {
        <span class="shift-day">{date_pair(locale, plan.on)}</span>
        <span class="shift-hours">{hours(locale, &plan)}</span>
    }
}

/// Places left, or that there are none.
#[component]
pub fn Left(line: ShiftLine) -> impl IntoView {
    let locale = use_locale();
    let (label, tone) = if line.left == 0 {
        (td_string!(locale, volunteer.full).to_owned(), Tone::Grey)
    } else {
        (td_string!(locale, volunteer.places_left, count = line.left).to_string(), Tone::Green)
    };
    view! { <Tag label tone/> }
}

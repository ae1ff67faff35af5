//! When a shift is, and how many places it has, in words.

use domain::{views::ShiftLine, volunteer::ShiftPlan};
use i18n::{Locale, date_pair, td_string, use_locale};
use leptos::prelude::*;
use ui::{Tag, Tone};

/// `من 16:00 إلى 20:00`.
pub fn hours(locale: Locale, plan: &ShiftPlan) -> String {
    td_string!(locale, volunteer.from_to, from = plan.from.to_string(), until = plan.until.to_string())
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

//! The window of the answer: from the day the applicant was told, past the floor, to the promise (H5).

mod geometry;

use leptos::prelude::*;

use crate::date_pair::Dates;
use geometry::{Scale, nudge, percent};
use i18n::{Locale, td_string, use_locale};

/// Width of the pin of today, in pixels: room for its words in both languages.
const PIN: i32 = 64;

/// The days of a window, counted from the day the applicant was told (day 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WindowDays {
    /// Today.
    pub today: u32,
    /// No answer before this day; 14 in the policy (H5).
    pub floor: u32,
    /// The answer is promised by this day; a setting, 30 unless changed.
    pub promise: u32,
}

/// Where the request stands between the day of receipt and the promised day, with the three dates under it.
#[component]
pub fn WindowBar(
    days: WindowDays,
    told: Dates,
    earliest: Dates,
    latest: Dates,
    /// Nothing is being waited for any more: the mark of today is left out.
    #[prop(optional)]
    answered: bool,
    /// Nobody applied yet: the dates are those of a request that would be received today.
    #[prop(optional)]
    if_today: bool,
) -> impl IntoView {
    let locale = use_locale();
    let WindowDays { today, floor, promise } = days;
    let text = if answered {
        td_string!(locale, ui.window_text_answered, floor = floor, promise = promise)
    } else if if_today {
        td_string!(locale, ui.window_text_if_today, floor = floor, promise = promise)
    } else {
        td_string!(locale, ui.window_text, day = today, floor = floor, promise = promise)
    };
    let told_label = if if_today { td_string!(locale, ui.window_if_today) } else { td_string!(locale, ui.window_told) };
    let pin = if if_today {
        td_string!(locale, ui.today).to_owned()
    } else {
        td_string!(locale, ui.day_number, number = today)
    };
    view! {
        <div class="window">
            <svg class="window-svg" role="img" aria-label=text>
                <Bar days=days answered=answered pin=pin />
            </svg>
            <dl class="window-dates">
                <Entry mark=Mark::Told label=told_label dates=told />
                <Entry mark=Mark::Floor label=td_string!(locale, ui.window_earliest) dates=earliest />
                <Entry mark=Mark::Promise label=td_string!(locale, ui.window_latest) dates=latest />
            </dl>
        </div>
    }
}

#[component]
fn Bar(days: WindowDays, answered: bool, pin: String) -> impl IntoView {
    let locale = use_locale();
    let scale = Scale::new(days, locale == Locale::ar);
    let WindowDays { today, floor, promise } = days;
    let late = !answered && today > promise;
    let passed = if answered { promise } else { today };
    let day = move |number: u32| td_string!(locale, ui.day_number, number = number).to_string();
    view! {
        {segment("window-study", scale.span(0, floor))}
        {segment("window-answer", scale.span(floor, promise))}
        {segment("window-passed-study", scale.span(0, passed.min(floor)))}
        {(passed > floor).then(|| segment("window-passed-answer", scale.span(floor, passed.min(promise))))}
        {late.then(|| segment("window-late", scale.span(promise, today)))}
        {(!answered).then(|| view! { <Today scale=scale today=today late=late text=pin /> })}
        {marker(Mark::Told, percent(scale.at(0)))}
        {marker(Mark::Floor, percent(scale.at(floor)))}
        {marker(Mark::Promise, percent(scale.at(promise)))}
        <text class="window-day" x=percent(scale.at(floor)) y="76" text-anchor="middle">{day(floor)}</text>
        <text class="window-day" x=percent(scale.at(promise)) y="76" text-anchor="middle">{day(promise)}</text>
    }
}

/// The pin of today: a label above the bar, kept inside it, and a line through it.
#[component]
fn Today(scale: Scale, today: u32, late: bool, text: String) -> impl IntoView {
    let at = percent(scale.at(today));
    let middle = nudge(scale.at(today), PIN / 2);
    let (class, line) = if late {
        ("window-today window-today-late", "window-today-line window-today-line-late")
    } else {
        ("window-today", "window-today-line")
    };
    view! {
        <line class=line x1=at.clone() x2=at y1="20" y2="50" />
        <svg x=percent(scale.at(today)) overflow="visible">
            <rect class=class x=middle - PIN / 2 y="0" width=PIN height="24" rx="4" />
            <text class="window-today-text" x=middle y="17" text-anchor="middle">{text}</text>
        </svg>
    }
}

#[component]
fn Entry(mark: Mark, label: &'static str, dates: Dates) -> impl IntoView {
    view! {
        <div class="window-date">
            <dt>
                <svg viewBox="-14 -14 28 28" aria-hidden="true">{mark.shape()}</svg>
                {label}
            </dt>
            <dd>{dates.hijri}</dd>
            <dd>{dates.gregorian}</dd>
        </div>
    }
}

/// Each date has its own shape, the same on the bar and beside the words.
#[derive(Clone, Copy)]
enum Mark {
    Told,
    Floor,
    Promise,
}

impl Mark {
    fn shape(self) -> AnyView {
        match self {
            Self::Told => view! { <circle class="window-mark window-mark-told" r="7" /> }.into_any(),
            Self::Floor => {
                view! { <path class="window-mark window-mark-floor" d="M0-10 10 0 0 10-10 0z" /> }.into_any()
            }
            Self::Promise => {
                let star = "M0-11 3-7.5H7.5V-3L11 0 7.5 3V7.5H3L0 11-3 7.5H-7.5V3L-11 0-7.5-3V-7.5H-3z";
                view! { <path class="window-mark window-mark-promise" d=star /> }.into_any()
            }
        }
    }
}

fn marker(mark: Mark, x: String) -> impl IntoView {
    view! { <svg x=x y="42" overflow="visible">{mark.shape()}</svg> }
}

fn segment(class: &'static str, (from, width): (u32, u32)) -> impl IntoView {
    view! { <rect class=class x=percent(from) y="36" width=percent(width) height="12" rx="6" /> }
}

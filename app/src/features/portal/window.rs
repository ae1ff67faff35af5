//! The window of the answer (H5), from its dates.

use domain::{NaiveDate, window::Window};
use i18n::{Locale, gregorian, hijri, use_locale, weekday};
use leptos::prelude::*;
use ui::{Dates, WindowBar, WindowDays};

/// A day in both calendars, as the components of `ui` take it.
pub(crate) fn dates(locale: Locale, day: NaiveDate) -> Dates {
    Dates { hijri: format!("{} {}", weekday(locale, day), hijri(locale, day)), gregorian: gregorian(locale, day) }
}

/// The bar from the day the applicant was told, past the floor, to the promise.
#[component]
pub(crate) fn AnswerWindow(
    window: Window,
    today: NaiveDate,
    #[prop(optional)] answered: bool,
    /// Nobody applied yet: the dates are those of a request received today.
    #[prop(optional)]
    if_today: bool,
) -> impl IntoView {
    let locale = use_locale();
    let day = |date| u32::try_from(window.day(date)).unwrap_or(0);
    let days =
        WindowDays { today: day(today), floor: day(window.earliest_reply_on), promise: day(window.latest_reply_on) };
    view! {
        <WindowBar
            days
            told=dates(locale, window.told_on)
            earliest=dates(locale, window.earliest_reply_on)
            latest=dates(locale, window.latest_reply_on)
            answered
            if_today
        />
    }
    .into_any()
}

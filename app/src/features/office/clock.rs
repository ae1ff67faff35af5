//! The clock of a request in a list: which day of its window it is (H5).

use domain::{NaiveDate, request::StageKind, window::Window};
use i18n::{td_string, use_locale};
use leptos::prelude::*;

/// Length of the bar, in drawing units.
const LONG: i64 = 96;

/// Does the applicant still wait for the answer?
pub fn waits(stage: StageKind) -> bool {
    use StageKind as S;
    match stage {
        S::Submitted | S::Matched | S::UnderStudy | S::BeforeCommittee | S::DecisionHeld => true,
        S::Draft
        | S::Returned
        | S::Accepted
        | S::Rejected
        | S::Deferred
        | S::Appealed
        | S::Registered
        | S::Delivering
        | S::Completed
        | S::Withdrawn
        | S::Lapsed => false,
    }
}

/// Days of a window as a list shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Days {
    today: i64,
    floor: i64,
    promise: i64,
}

impl Days {
    fn of(window: &Window, today: NaiveDate) -> Self {
        Self {
            today: window.day(today).max(0),
            floor: window.day(window.earliest_reply_on),
            promise: window.day(window.latest_reply_on).max(1),
        }
    }

    /// Days past the promise; none while it holds.
    fn late(self) -> i64 {
        (self.today - self.promise).max(0)
    }

    /// Where a day lies on the bar.
    fn at(self, day: i64) -> i64 {
        day.clamp(0, self.promise) * LONG / self.promise
    }
}

/// "Day 9 of 30" under a small bar with the floor marked; past the promise it says by how much.
#[component]
pub fn Clock(window: Option<Window>, stage: StageKind, today: NaiveDate) -> impl IntoView {
    let locale = use_locale();
    let Some(window) = window.filter(|_| waits(stage)) else {
        return view! { <span class="clock-none">{td_string!(locale, office.clock.none)}</span> }.into_any();
    };
    let days = Days::of(&window, today);
    let (class, words) = if days.late() > 0 {
        ("clock clock-late", td_string!(locale, office.clock.late, count = days.late()))
    } else {
        let words = td_string!(locale, office.clock.day, day = days.today, promise = days.promise);
        let class = if days.today >= days.floor { "clock clock-open" } else { "clock" };
        (class, words)
    };
    let floor = days.at(days.floor);
    view! {
        <span class=class>
            <svg viewBox="0 0 96 8" aria-hidden="true">
                <rect class="clock-track" width="96" height="8" rx="4"/>
                <rect class="clock-passed" width=days.at(days.today).to_string() height="8" rx="4"/>
                <path class="clock-floor" d=format!("M{floor} 0v8")/>
            </svg>
            <span>{words}</span>
        </span>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use domain::window::WindowRule;

    use super::*;

    #[test]
    fn the_bar_ends_at_the_promise() {
        let told = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap_or_default();
        let window = Window::open(told, WindowRule::default());
        let on = |days| Days::of(&window, told + chrono_days(days));
        assert_eq!((on(9).at(9), on(9).late()), (28, 0));
        assert_eq!((on(33).at(33), on(33).late()), (LONG, 3));
        assert_eq!(on(0).at(0), 0);
    }

    fn chrono_days(days: i64) -> domain::TimeDelta {
        domain::TimeDelta::days(days)
    }
}

//! One day in two calendars.

use leptos::prelude::*;

use crate::{icon::Icon, lu, words::Words};

/// One day in words, in both calendars, as the one formatter writes them.
#[derive(Clone, Debug)]
pub struct Dates {
    pub hijri: String,
    pub gregorian: String,
}

/// Hijri with Gregorian under it, and what the day is for.
#[component]
pub fn DatePair(dates: Dates, #[prop(optional, into)] label: Words) -> impl IntoView {
    view! {
        <div class="date-pair">
            {label.into_option().map(|label| view! { <span class="date-pair-label">{label}</span> })}
            <span class="date-pair-line date-pair-main">
                <Icon icon=lu::LuMoon />
                {dates.hijri}
            </span>
            <span class="date-pair-line date-pair-other">
                <Icon icon=lu::LuSun />
                {dates.gregorian}
            </span>
        </div>
    }
}

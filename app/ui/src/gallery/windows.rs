//! The window of the answer, before, between, after and answered.

use leptos::prelude::*;

use super::Part;
use crate::{DatePair, Dates, WindowBar, WindowDays};
use i18n::{Locale, td_string, use_locale};

#[component]
pub(super) fn Windows() -> impl IntoView {
    let locale = use_locale();
    view! {
        <Part title=td_string!(locale, ui.gallery.window)>
            <h3>{td_string!(locale, ui.gallery.window_early)}</h3>
            <Sample today=9 />
            <h3>{td_string!(locale, ui.gallery.window_due)}</h3>
            <Sample today=21 />
            <h3>{td_string!(locale, ui.gallery.window_late)}</h3>
            <Sample today=34 />
            <h3>{td_string!(locale, ui.gallery.window_done)}</h3>
            <Sample today=18 answered=true />
            <DatePair dates=earliest(locale) label=td_string!(locale, ui.window_earliest) />
        </Part>
    }
}

#[component]
fn Sample(today: u32, #[prop(optional)] answered: bool) -> impl IntoView {
    let locale = use_locale();
    let told = Dates {
        hijri: td_string!(locale, ui.gallery.told_h).to_owned(),
        gregorian: td_string!(locale, ui.gallery.told_g).to_owned(),
    };
    let latest = Dates {
        hijri: td_string!(locale, ui.gallery.late_h).to_owned(),
        gregorian: td_string!(locale, ui.gallery.late_g).to_owned(),
    };
    let days = WindowDays { today, floor: 14, promise: 30 };
    view! { <WindowBar days=days told=told earliest=earliest(locale) latest=latest answered=answered /> }
}

fn earliest(locale: Locale) -> Dates {
    Dates {
        hijri: td_string!(locale, ui.gallery.early_h).to_owned(),
        gregorian: td_string!(locale, ui.gallery.early_g).to_owned(),
    }
}

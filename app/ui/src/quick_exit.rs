//! Leaving at once, without a trace.

use i18n::{td_string, use_locale};
use leptos::prelude::*;

use crate::{icon::Icon, lu};

/// Where leaving leads: the weather, which anybody may have been looking at.
const ELSEWHERE: &str = "https://ncm.gov.sa/";

/// A link away from the site that stays where the thumb is. With the browser part (`data-exit`) it takes the place of
/// this page in the history, and Esc pressed three times does the same. Put it last in what it covers.
#[component]
pub fn QuickExit() -> impl IntoView {
    let locale = use_locale();
    view! {
        <aside class="quick-exit" aria-label=td_string!(locale, ui.quick_exit)>
            <a class="btn btn-secondary" href=ELSEWHERE rel="noreferrer nofollow external" data-exit="">
                <Icon icon=lu::LuDoorOpen />
                {td_string!(locale, ui.quick_exit_now)}
            </a>
        </aside>
    }
    .into_any()
}

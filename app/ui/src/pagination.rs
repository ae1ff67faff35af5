//! From page to page.

use leptos::prelude::*;

use crate::{icon::Icon, lu, words::Words};
use i18n::{td_string, use_locale};

/// Links to the page before and after, and where the reader is ("1–25 of 340").
#[component]
pub fn Pagination(
    #[prop(optional, into)] previous_href: Words,
    #[prop(optional, into)] next_href: Words,
    #[prop(into)] status: String,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <nav class="pages" aria-label=td_string!(locale, ui.pages)>
            {previous_href
                .into_option()
                .map(|href| {
                    view! {
                        <a class="btn btn-quiet" href=href rel="prev">
                            <Icon icon=lu::LuChevronLeft mirrored=true />
                            {td_string!(locale, ui.previous)}
                        </a>
                    }
                })}
            <span class="pages-status">{status}</span>
            {next_href
                .into_option()
                .map(|href| {
                    view! {
                        <a class="btn btn-quiet" href=href rel="next">
                            {td_string!(locale, ui.next)}
                            <Icon icon=lu::LuChevronRight mirrored=true />
                        </a>
                    }
                })}
        </nav>
    }
}

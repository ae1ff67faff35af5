//! What went wrong, at the top of the page.

use leptos::prelude::*;

use crate::{icon::Icon, lu};
use i18n::{td_string, use_locale};

/// "There is a problem", with a link to each field; nothing when there is none. `items` are (field id, message), in
/// the order of the page, in the same words as beside the fields.
#[component]
pub fn ErrorSummary(items: Vec<(String, String)>) -> impl IntoView {
    let locale = use_locale();
    (!items.is_empty()).then(|| {
        let links = items
            .into_iter()
            .map(|(id, message)| view! { <li><a href=format!("#{id}")>{message}</a></li> })
            .collect_view();
        view! {
            <div class="error-summary" role="alert" tabindex="-1" data-focus="" aria-labelledby="error-summary-title">
                <h2 id="error-summary-title">
                    <Icon icon=lu::LuCircleAlert />
                    {td_string!(locale, ui.problem)}
                </h2>
                <ul>{links}</ul>
            </div>
        }
    })
}

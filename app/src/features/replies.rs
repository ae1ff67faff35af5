//! Replies to a programme's own questions, in the rows of a summary.

use domain::question::{Question, Replies};
use i18n::{pick, reply_lines, use_locale};
use leptos::prelude::*;
use ui::SummaryRow;

#[component]
pub fn ReplyRows(
    questions: Vec<Question>,
    replies: Replies,
    /// Where the replies are changed.
    #[prop(optional, into)]
    change_href: ui::Words,
) -> impl IntoView {
    let locale = use_locale();
    let change = change_href.into_option();
    questions
        .into_iter()
        .map(|question| {
            let label = pick(&question.label, locale).to_owned();
            let lines = replies.to(&question).map(|reply| reply_lines(locale, &question, reply)).unwrap_or_default();
            match <[String; 1]>::try_from(lines) {
                Ok([line]) => view! {
                    <SummaryRow label change_href=change.clone()><span class="own-words">{line}</span></SummaryRow>
                }
                .into_any(),
                Err(lines) if lines.is_empty() => view! { <SummaryRow label change_href=change.clone()/> }.into_any(),
                Err(lines) => {
                    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
                    view! {
                        <SummaryRow label change_href=change.clone()><ul class="plain-list">{lines}</ul></SummaryRow>
                    }
                    .into_any()
                }
            }
        })
        .collect_view()
}

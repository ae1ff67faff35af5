//! What happened to a request.

use domain::views::TimelineEntry;
use i18n::{Label, pick, td_string, timestamp, use_locale};
use leptos::prelude::*;
use ui::{StepState, Timeline, TimelineStep};

#[component]
pub fn History(timeline: Vec<TimelineEntry>) -> impl IntoView {
    let locale = use_locale();
    let steps = timeline
        .into_iter()
        .map(|entry| {
            let by = entry.by.as_ref().map(|by| pick(by, locale).to_owned());
            view! {
                <TimelineStep title=entry.kind.label(locale) state=StepState::Done when=timestamp(locale, entry.at)>
                    {by.map(|by| view! { <span class="timeline-by">{by}</span> })}
                </TimelineStep>
            }
        })
        .collect_view();
    view! {
        <section class="card flow">
            <h2>{td_string!(locale, office.request.history)}</h2>
            <Timeline>{steps}</Timeline>
        </section>
    }
}

//! What was said, one after the other, as its sender reads it.

use domain::views::Spoken;
use i18n::{Label, td_string, timestamp, use_locale};
use leptos::prelude::*;
use ui::Tag;

use super::proposals::decision_tone;

#[component]
pub fn Talk(said: Vec<Spoken>) -> impl IntoView {
    let turns = said.into_iter().map(|spoken| view! { <Turn spoken/> }).collect_view();
    view! { <ol class="talk">{turns}</ol> }
}

#[component]
fn Turn(spoken: Spoken) -> impl IntoView {
    let locale = use_locale();
    let (class, who) = if spoken.ours {
        ("talk-turn talk-ours", td_string!(locale, voice.matter.us))
    } else {
        ("talk-turn", td_string!(locale, voice.matter.you))
    };
    view! {
        <li class=class>
            <p class="talk-head">
                <strong>{who}</strong>
                <span class="talk-when">{timestamp(locale, spoken.at)}</span>
            </p>
            {spoken
                .decision
                .map(|decision| view! { <p><Tag label=decision.label(locale) tone=decision_tone(decision)/></p> })}
            <p class="talk-words" dir="auto">{spoken.words.to_string()}</p>
        </li>
    }
    .into_any()
}

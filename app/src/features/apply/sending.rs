//! The files on their way, below the form they were chosen in: how far each is, and what may be done with it.

use i18n::{Locale, td_string, use_locale};
use leptos::prelude::*;

use super::{
    browser,
    uploads::{Queue, Sending, State},
};

/// The queue of one document. Empty without JavaScript.
#[component]
pub fn SendingList(queue: Queue) -> impl IntoView {
    let locale = use_locale();
    let keys = move || queue.files.with(|files| files.iter().map(|file| file.key.clone()).collect::<Vec<_>>());
    let any = Memo::new(move |_| queue.files.with(|files| !files.is_empty()));
    let said = move || queue.said.get().map(|file| line(locale, &file));
    view! {
        {move || any.get().then(|| view! {
            <ul class="sending" aria-label=td_string!(locale, apply.upload.title)>
                <For each=keys key=|key| key.clone() let:key><SendingLine queue key/></For>
            </ul>
        })}
        <p class="visually-hidden" role="status">{said}</p>
    }
}

/// What happened to a file, in a sentence.
fn line(locale: Locale, file: &Sending) -> String {
    td_string!(locale, apply.documents.refused, file = file.name.clone(), why = words(locale, &file.state))
}

fn words(locale: Locale, state: &State) -> String {
    match state {
        State::Waiting => td_string!(locale, apply.upload.waiting).to_owned(),
        State::DayFirst => td_string!(locale, apply.upload.day_first).to_owned(),
        State::Sending { percent } => td_string!(locale, apply.upload.sending, percent = *percent),
        State::Looking => td_string!(locale, apply.upload.looking).to_owned(),
        State::Lost => td_string!(locale, apply.upload.lost).to_owned(),
        State::Refused(why) => i18n::invalid(locale, why),
        State::Failed => td_string!(locale, apply.upload.failed).to_owned(),
        State::SignedOut => td_string!(locale, apply.upload.signed_out).to_owned(),
        State::Stored => td_string!(locale, apply.upload.stored).to_owned(),
    }
}

/// One file.
#[component]
fn SendingLine(queue: Queue, key: String) -> impl IntoView {
    let locale = use_locale();
    let name = queue.file(&key).map(|file| file.name).unwrap_or_default();
    let of = key.clone();
    let state = Memo::new(move |_| queue.file(&of).map_or(State::Stored, |file| file.state));
    let wrong = move || matches!(state.get(), State::Refused(_) | State::Failed | State::SignedOut);
    view! {
        <li class="sending-file">
            <span class="sending-name"><bdi>{name.clone()}</bdi></span>
            <span class=move || { if wrong() { "sending-wrong" } else { "hint" } }>{move || words(locale, &state.get())}</span>
            <Bar state name=name.clone()/>
            <Acts queue state key name/>
        </li>
    }
}

/// How much of it is sent.
#[component]
fn Bar(state: Memo<State>, name: String) -> impl IntoView {
    let label = td_string!(use_locale(), apply.upload.progress, file = name);
    let percent = move || match state.get() {
        State::Sending { percent } => percent.to_string(),
        State::Looking => "100".to_owned(),
        _ => "0".to_owned(),
    };
    let shown = Memo::new(move |_| state.with(|state| *state == State::Waiting || state.is_busy()));
    move || {
        let label = label.clone();
        shown
            .get()
            .then(|| view! { <progress class="sending-bar" max="100" value=percent aria-label=label></progress> })
    }
}

/// Sent again, or no longer wanted.
#[component]
fn Acts(queue: Queue, state: Memo<State>, key: String, name: String) -> impl IntoView {
    let locale = use_locale();
    let again = StoredValue::new((key.clone(), td_string!(locale, apply.upload.again, file = name.clone())));
    let repeated = Memo::new(move |_| state.with(State::may_be_repeated));
    let under_way = Memo::new(move |_| state.with(State::is_under_way));
    let cancel = td_string!(locale, apply.upload.cancel, file = name.clone());
    let drop = td_string!(locale, apply.upload.drop, file = name);
    let label = move || if under_way.get() { cancel.clone() } else { drop.clone() };
    view! {
        <span class="actions">
            {move || repeated.get().then(|| {
                let (key, label) = again.get_value();
                view! {
                    <button type="button" class="btn btn-secondary" on:click=move |_| browser::uploads::again(queue, &key)>
                        {label}
                    </button>
                }
            })}
            <button type="button" class="btn btn-quiet" on:click=move |_| browser::uploads::cancel(queue, &key)>
                {label}
            </button>
        </span>
    }
}

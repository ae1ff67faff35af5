//! Files go to the server by themselves, one after the other: with how far they are, through lost lines, each once.

mod guard;
mod line;

use std::{cell::RefCell, collections::HashMap};

use domain::document::GivenDocument;
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlFormElement, HtmlInputElement};

use crate::{
    browser::once_key,
    features::apply::uploads::{Queue, Sending, State, rules::hopeless},
};

/// What a file is sent with: the form it was chosen in, as it stands when the file's turn comes.
#[derive(Clone)]
struct Chosen {
    file: File,
    form: HtmlFormElement,
}

thread_local! {
    /// The files under way, by their keys. They are the browser's own and cannot lie in a signal.
    static CHOSEN: RefCell<HashMap<String, Chosen>> = RefCell::default();
}

fn chosen(key: &str) -> Option<Chosen> {
    CHOSEN.with_borrow(|chosen| chosen.get(key).cloned())
}

/// Takes the files that stand in a form into its queue, and looks whether those that wait for the day can go.
pub fn take_up(form: NodeRef<html::Form>, queue: Queue) {
    let Some(form) = form.get_untracked() else { return };
    for input in inputs(&form).filter(|input| input.type_() == "file") {
        let Some(files) = input.files() else { continue };
        for file in (0..files.length()).filter_map(|at| files.get(at)) {
            enter(queue, file, form.clone());
        }
        // They are in the queue now. Cleared, the same photo can be chosen once more.
        input.set_value("");
    }
    if has_day(&form) {
        change_each(queue, |file| {
            if file.state == State::DayFirst {
                file.state = State::Waiting;
            }
        });
    }
    go_on(queue);
}

/// Sends a file again that was given up.
pub fn again(queue: Queue, key: &str) {
    change(queue, key, State::Waiting);
    go_on(queue);
}

/// Takes a file off the list, whether it is on its way or done with.
pub fn cancel(queue: Queue, key: &str) {
    line::cut(key);
    CHOSEN.with_borrow_mut(|chosen| chosen.remove(key));
    queue.files.try_update(|files| files.retain(|file| file.key != key));
    go_on(queue);
}

fn enter(queue: Queue, file: File, form: HtmlFormElement) {
    let (key, name) = (once_key(), file.name());
    let state = match hopeless(&name, file.size()) {
        Some(why) => State::Refused(why),
        None if !has_day(&form) => State::DayFirst,
        None => State::Waiting,
    };
    if !matches!(state, State::Refused(_)) {
        CHOSEN.with_borrow_mut(|chosen| chosen.insert(key.clone(), Chosen { file, form }));
    }
    let entered = Sending { key, name, state };
    queue.said.try_set(Some(entered.clone()));
    queue.files.try_update(|files| files.push(entered));
}

/// Is the day of issue typed, or not asked for?
fn has_day(form: &HtmlFormElement) -> bool {
    let parts = ["_day", "_month", "_year"];
    let asked = inputs(form).filter(|input| parts.iter().any(|part| input.name().ends_with(part)));
    asked.into_iter().all(|input| !input.value().trim().is_empty())
}

fn inputs(form: &HtmlFormElement) -> impl Iterator<Item = HtmlInputElement> + use<> {
    let all = form.elements();
    (0..all.length()).filter_map(move |at| all.item(at)?.dyn_into().ok())
}

/// Starts the next file, unless one is on its way. The page is held while any of any document would be lost with it.
fn go_on(queue: Queue) {
    let files = queue.files.try_get_untracked().unwrap_or_default();
    guard::hold(CHOSEN.with_borrow(|chosen| !chosen.is_empty()));
    if files.iter().any(|file| file.state.is_busy()) {
        return;
    }
    if let Some(next) = files.iter().find(|file| file.state == State::Waiting) {
        line::send(queue, &next.key, 0);
    }
}

/// A file came to its end.
fn ended(queue: Queue, key: &str, state: State) {
    if !state.is_under_way() && !state.may_be_repeated() {
        CHOSEN.with_borrow_mut(|chosen| chosen.remove(key));
    }
    change(queue, key, state);
    go_on(queue);
}

/// A file is stored: its document is what the server says it is.
fn stored(queue: Queue, key: &str, document: Option<GivenDocument>) {
    change(queue, key, State::Stored);
    queue.given.try_set(document);
    cancel(queue, key);
}

fn change(queue: Queue, key: &str, state: State) {
    change_each(queue, |file| {
        if file.key == key {
            file.state = state.clone();
        }
    });
    // How far it is, is seen; being told each percent would drown everything else.
    if !matches!(state, State::Sending { .. }) {
        let said = queue.files.try_with_untracked(|files| files.iter().find(|file| file.key == key).cloned());
        queue.said.try_set(said.flatten());
    }
}

/// Changes the files of a queue, if its page is still there.
fn change_each(queue: Queue, change: impl FnMut(&mut Sending)) {
    queue.files.try_update(|files| files.iter_mut().for_each(change));
}

//! One file over the line: how far it is, when the line is lost, and the next try.

use std::{cell::RefCell, collections::HashMap};

use gloo::{events::EventListener, timers::callback::Timeout};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{FormData, ProgressEvent, XmlHttpRequest};

use super::{Chosen, change, chosen, ended, stored};
use crate::features::apply::uploads::{
    Queue, State,
    rules::{Verdict, pause, verdict},
};

/// Milliseconds without a byte moving after which a line is taken for lost.
const PATIENCE: u32 = 45_000;

/// A try that is under way, or waits for the next. What it holds stops when it is dropped.
struct Try {
    request: Option<XmlHttpRequest>,
    listeners: Vec<EventListener>,
    clock: Option<Timeout>,
}

impl Drop for Try {
    fn drop(&mut self) {
        self.listeners.clear();
        if let Some(request) = &self.request {
            // One that has ended cannot be ended again; nothing depends on it.
            drop(request.abort());
        }
    }
}

thread_local! {
    static TRIES: RefCell<HashMap<String, Try>> = RefCell::default();
}

/// Ends whatever a file is doing on the line.
pub(super) fn cut(key: &str) {
    let former = TRIES.with_borrow_mut(|tries| tries.remove(key));
    drop(former);
}

/// Keeps a try in the place of the former.
fn keep(key: &str, next: Try) {
    let former = TRIES.with_borrow_mut(|tries| tries.insert(key.to_owned(), next));
    drop(former);
}

/// Sends a file; `tries` were made before.
pub(super) fn send(queue: Queue, key: &str, tries: u32) {
    let request = chosen(key).and_then(|chosen| begin(&chosen, key));
    let Some(request) = request else { return ended(queue, key, State::Failed) };
    change(queue, key, State::Sending { percent: 0 });
    let file = OnLine { queue, key: key.to_owned(), tries };
    let listeners = file.listen(&request);
    keep(key, Try { request: Some(request), listeners, clock: None });
    file.wait();
}

/// The request with the form as it stands and one file in it.
fn begin(chosen: &Chosen, key: &str) -> Option<XmlHttpRequest> {
    let data = FormData::new_with_form(&chosen.form).ok()?;
    data.append_with_str("once", key).ok()?;
    data.append_with_blob_and_filename("file", &chosen.file, &chosen.file.name()).ok()?;
    let request = XmlHttpRequest::new().ok()?;
    request.open_with_async("POST", &chosen.form.action(), true).ok()?;
    request.set_request_header("Accept", "application/json").ok()?;
    request.send_with_opt_form_data(Some(&data)).ok()?;
    Some(request)
}

/// A file on the line.
#[derive(Clone)]
struct OnLine {
    queue: Queue,
    key: String,
    tries: u32,
}

impl OnLine {
    fn listen(&self, request: &XmlHttpRequest) -> Vec<EventListener> {
        let (moving, arrived, answered) = (self.clone(), self.clone(), self.clone());
        let mut listeners = Vec::new();
        if let Ok(upload) = request.upload() {
            listeners.push(EventListener::new(&upload, "progress", move |event| {
                if let Some(event) = event.dyn_ref::<ProgressEvent>() {
                    moving.moved(event.loaded(), event.total());
                }
            }));
            listeners.push(EventListener::new(&upload, "load", move |_| {
                change(arrived.queue, &arrived.key, State::Looking);
                arrived.wait();
            }));
        }
        let answer = request.clone();
        listeners.push(EventListener::new(request, "load", move |_| answered.heard(&answer)));
        for lost in ["error", "timeout"] {
            let file = self.clone();
            listeners.push(EventListener::new(request, lost, move |_| file.lost()));
        }
        let offline = self.clone();
        listeners.push(EventListener::new(&window(), "offline", move |_| offline.lost()));
        listeners
    }

    fn moved(&self, sent: f64, total: f64) {
        if total > 0.0 {
            change(self.queue, &self.key, State::Sending { percent: percent(sent / total) });
        }
        self.wait();
    }

    /// Waits for the next sign of life, and takes the line for lost if none comes.
    fn wait(&self) {
        let file = self.clone();
        let clock = Timeout::new(PATIENCE, move || file.lost());
        let former = TRIES.with_borrow_mut(|tries| tries.get_mut(&self.key)?.clock.replace(clock));
        drop(former);
    }

    fn heard(&self, answer: &XmlHttpRequest) {
        let status = answer.status().unwrap_or(0);
        let body = answer.response_text().ok().flatten().unwrap_or_default();
        match verdict(status, &body) {
            Verdict::Again => self.lost(),
            Verdict::Stored(document) => stored(self.queue, &self.key, document),
            Verdict::Ended(state) => {
                cut(&self.key);
                ended(self.queue, &self.key, state);
            }
        }
    }

    /// The line is gone. It goes on after a while, or as soon as the browser says that the line is back.
    fn lost(&self) {
        change(self.queue, &self.key, State::Lost);
        let (later, back) = (self.clone(), self.clone());
        let clock = Timeout::new(pause(self.tries), move || later.again());
        let online = EventListener::new(&window(), "online", move |_| back.again());
        keep(&self.key, Try { request: None, listeners: vec![online], clock: Some(clock) });
    }

    fn again(&self) {
        if window().navigator().on_line() {
            send(self.queue, &self.key, self.tries + 1);
        } else {
            self.lost();
        }
    }
}

/// A share as whole percent.
fn percent(share: f64) -> u8 {
    let whole = (share * 100.0).clamp(0.0, 100.0);
    (0..=100_u8).rev().find(|percent| f64::from(*percent) <= whole).unwrap_or(0)
}

//! Whoever leaves the page while files are on their way is asked first.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, Element, Event};

thread_local! {
    static HELD: RefCell<Option<[EventListener; 2]>> = const { RefCell::new(None) };
}

/// Holds the page, or lets it go.
pub(super) fn hold(wanted: bool) {
    HELD.with_borrow_mut(|held| match (wanted, held.is_some()) {
        (true, false) => *held = Some([ask_before_leaving(), leave_the_long_way()]),
        (false, true) => *held = None,
        _ => {}
    });
}

fn ask_before_leaving() -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "beforeunload", options, |event| {
        event.prevent_default();
        // Older browsers ask for this; the words are theirs.
        if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
            event.set_return_value("leave");
        }
    })
}

/// A link of the house changes the page without leaving it, and nobody would be asked: here it is followed as any link.
fn leave_the_long_way() -> EventListener {
    let first = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    EventListener::new_with_options(&document(), "click", first, |event: &Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| target.closest("a[href]").ok().flatten().is_some()) {
            event.stop_propagation();
        }
    })
}

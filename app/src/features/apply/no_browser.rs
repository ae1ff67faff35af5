//! On the server there is no browser: nothing is typed and nothing is drawn yet.

use leptos::ev::Event;

use leptos::prelude::RwSignal;

use crate::form::Values;

/// What stands in the form an event came from.
pub fn typed(_: &Event, _: &[String]) -> Option<Values> {
    None
}

/// Opens the drawing space of a signature.
pub fn attach_signature(_: &str) {}

/// Keeps what stands in the form of an event.
pub fn keep_typed(_: &Event, _: &str, _: RwSignal<Option<bool>>) {}

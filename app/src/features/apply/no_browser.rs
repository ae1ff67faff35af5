//! On the server there is no browser: nothing is typed and nothing is drawn yet.

use leptos::{ev::Event, prelude::RwSignal, web_sys::HtmlFormElement};

use crate::form::Values;

/// What stands in the form an event came from.
pub fn typed(_: &Event, _: &[String]) -> Option<Values> {
    None
}

/// Opens the drawing space of a signature.
pub fn attach_signature(_: &str) {}

/// Keeps what stands in a form.
pub fn keep_typed(_: HtmlFormElement, _: &str, _: RwSignal<Option<bool>>) {}

/// Does something stand in a form that was not sent with it?
pub fn typed_already(_: &HtmlFormElement) -> bool {
    false
}

/// Files go by the button of their form.
pub mod uploads {
    use leptos::{html, prelude::NodeRef};

    use crate::features::apply::uploads::Queue;

    /// Takes the files that stand in a form into its queue.
    pub fn take_up(_: NodeRef<html::Form>, _: Queue) {}

    /// Sends a file again that was given up.
    pub fn again(_: Queue, _: &str) {}

    /// Takes a file off the list.
    pub fn cancel(_: Queue, _: &str) {}
}

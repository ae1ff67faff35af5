//! What only a browser can do. Everything else is the same code on both sides.

use leptos::prelude::window;

/// A key made for one rendering of a form.
pub fn once_key() -> String {
    let mut bytes = [0; 16];
    let filled = window().crypto().is_ok_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if filled { format!("{:032x}", u128::from_be_bytes(bytes)) } else { String::new() }
}

/// Says on the document that the application has taken over, for tests and for styles.
pub fn mark_hydrated() {
    if let Some(root) = window().document().and_then(|document| document.document_element()) {
        // A document without attributes is no document; nothing depends on the mark.
        drop(root.set_attribute("data-hydrated", "true"));
    }
}

//! Starts the application in the browser. Nothing else lives here.

// Views are types as deep as the page.
#![recursion_limit = "512"]

use app::App;
use leptos::{mount::hydrate_lazy, prelude::*};
use wasm_bindgen::prelude::wasm_bindgen;

/// Takes over the page the server rendered. Called by `style/assets/start.js`.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    hydrate_lazy(|| view! { <App/> });
}

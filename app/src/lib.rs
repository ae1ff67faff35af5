//! Screens and server functions.
//!
//! Architecture invariant: no dependency on `store`; a use case (crate `services`, only under `ssr`) is the only way
//! to data. Forms are plain `<form method="post">`: POST → 303 → GET, and on bad input the same page again with the
//! values kept and status 422. Everything works without WASM; WASM makes it a single-page application.

// A page is one nested type; the compiler gives up on the larger ones before they are laid out.
#![recursion_limit = "256"]

mod area;
pub mod error;
pub mod features;
pub mod form;
pub mod loaded;
pub mod public;
pub mod root;

#[cfg(feature = "ssr")]
pub mod file_form;
#[cfg(feature = "ssr")]
pub mod posts;
#[cfg(feature = "ssr")]
pub mod request;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod upload;

#[cfg(feature = "hydrate")]
pub mod browser;

pub use error::AppError;
pub use root::App;

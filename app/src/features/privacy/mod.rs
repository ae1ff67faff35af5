//! The privacy officer's part of the office: what people ask of their own data, each within its thirty days (PDPL).
//! Its pages are fetched with the rest of the office.

#[cfg(feature = "ssr")]
mod answer_form;
mod api;
mod case;
#[cfg(feature = "ssr")]
mod posts;
mod queue;

pub use self::{case::PrivacyCasePage, queue::PrivacyQueuePage};

/// The queue, and the page of each request below it.
pub const QUEUE: &str = "/office/privacy";

#[cfg(feature = "ssr")]
pub use posts::forms;

#[cfg(all(test, feature = "ssr"))]
mod tests;

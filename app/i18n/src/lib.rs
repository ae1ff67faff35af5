//! Every word shown to a person, in Arabic and English.
//!
//! The words live in `locales/<locale>/<namespace>.json` and are checked at compile time.
//! Views and letters take the locale as a value: it is fixed by the address of the page
//! (`/…` Arabic, `/en/…` English) and does not change within a page.

include!(concat!(env!("OUT_DIR"), "/i18n/mod.rs"));

mod dates;
mod held;
mod invalid;
mod knowledge;
mod labels;
mod locale;
mod replies;
mod voice;
mod volunteer;

pub use dates::{date_pair, gregorian, hijri, time_of_day, timestamp, weekday};
pub use held::{Row as HeldRow, held, opening, wanted};
pub use i18n::Locale;
pub use invalid::invalid;
pub use labels::{Label, pick};
pub use leptos_i18n::{td_display, td_string};
pub use locale::{direction, language_tag, localised, provide_locale, split_locale, use_locale};
pub use replies::reply_lines;
pub use volunteer::duration;

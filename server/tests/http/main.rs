//! The whole router, as browsers and strangers meet it.

mod enumeration;
mod public;
mod stranger;
mod support;
mod uploads;

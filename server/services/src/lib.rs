//! Use cases: one file each, one transaction each.
//!
//! Architecture invariant: [`Ctx`] owns the database privately, so a use case is the only way to data, and every
//! use case that touches a request begins by asking [`domain::access`].

pub mod applications;
pub mod committee;
mod ctx;
pub mod demo;
mod error;
pub mod files;
pub mod identity;
pub mod jobs;
pub mod knowledge;
pub mod letters;
pub mod messages;
pub mod mydata;
pub mod office;
pub mod programmes;
pub mod ratings;
mod requests;
pub mod self_check;
pub mod staff;
pub mod status;
#[cfg(test)]
pub(crate) mod testing;
pub mod voice;
pub mod volunteers;

pub use ctx::{Clock, Ctx, Entropy, House};
pub use error::{Error, Result};

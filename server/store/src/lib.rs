//! The database: `SQLite` on one machine, `PostgreSQL` on several, behind one API.
//!
//! Architecture invariants:
//! - Rows are private to this crate: what goes in and comes out are domain types and plain structs that hold them.
//! - Reading takes any [`Source`]; writing takes a [`Tx`], which only [`Db::write`] hands out.
//! - Nothing here reads a clock or decides anything: moments come in, rules live in `domain`.
//! - National ids, mobiles, names, answers, facts and free text are sealed by the [`Vault`], bound to table, column
//!   and row.

pub mod articles;
pub mod audit;
pub mod branches;
mod codec;
pub mod codes;
pub mod committee;
pub mod consents;
pub mod counters;
pub mod data_requests;
mod db;
pub mod documents;
mod entities;
mod error;
pub mod events;
pub mod idempotency;
mod language;
pub mod limits;
pub mod logins;
pub mod outbox;
pub mod pages;
pub mod people;
pub mod programmes;
pub mod ratings;
pub mod register;
pub mod representations;
pub mod requests;
pub mod settings;
mod source;
pub mod staff;
pub mod stops;
pub mod unfinished;
mod vault;
pub mod voice;
pub mod volunteers;
pub mod wordings;
mod writer;

pub use db::{Db, Kind, Options};
pub use error::{Result, StoreError};
pub use language::Language;
pub use source::{Source, Tx};
pub use vault::{Vault, VaultError};

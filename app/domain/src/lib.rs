//! Types and rules of the association's policy (clauses P1–H7).
//!
//! Architecture invariant: no IO, no async, no clock, no randomness, no database, no screens. Everything here
//! compiles to WASM and runs the same in the browser and on the server.

pub mod access;
pub mod address;
pub mod application;
pub mod association;
pub mod calendar;
pub mod committee;
pub mod delivery;
pub mod digits;
pub mod document;
pub mod eligibility;
pub mod hijri;
pub mod household;
pub mod iban;
pub mod ids;
pub mod invalid;
pub mod knowledge;
pub mod matching;
pub mod message;
pub mod mobile;
pub mod money;
pub mod name;
pub mod national_id;
pub mod policy;
pub mod privacy;
pub mod programme;
pub mod programme_filter;
pub mod question;
pub mod rating;
pub mod reference;
pub mod registration;
pub mod representation;
pub mod request;
pub mod search;
pub mod self_check;
pub mod signature;
pub mod study;
pub mod text;
pub mod time;
pub mod views;
pub mod voice;
pub mod volunteer;
pub mod window;

pub use address::{NationalAddress, ShortAddress};
pub use chrono::{NaiveDate, NaiveTime, TimeDelta};
pub use digits::to_western;
pub use hijri::{HijriDate, parse_date};
pub use iban::Iban;
pub use ids::{
    CertificateId, DocumentId, MatterFileId, MatterId, PersonId, PlaceId, RequestId, SessionId, ShiftId, StaffId,
    VolunteerId,
};
pub use invalid::Invalid;
pub use mobile::Mobile;
pub use money::Halalas;
pub use name::PersonName;
pub use national_id::NationalId;
pub use reference::Reference;
pub use text::{LongText, ShortText};
pub use time::Timestamp;

//! The support request (T4): its stages, the moves between them, and what may happen at each.

pub mod actions;
mod moves;
mod seen;
mod stage;

pub use moves::NotNow;
pub use seen::{Applicant, IssuedAnswer};
pub use stage::{
    Answering, Appealed, Completed, Decided, Delivering, Draft, Gap, Matched, Referral, Referred, Registered, Returned,
    Stage, StageKind, Submitted, UnderStudy,
};

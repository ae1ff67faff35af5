//! Volunteering (C6): opportunities, their shifts, who joins, the hours they give, the certificate. A volunteer is a
//! party of their own (P1), known by a verified mobile.

mod application;
mod clock;
mod opportunity;
mod rights;
mod shift;

pub use application::{Profile, Standing, StandingKind, initials};
pub use clock::{ClockTime, parse_minutes};
pub use opportunity::{Audience, Opportunity, Skill, Slug, Tongue};
pub use rights::{Act, may};
pub use shift::{Attendance, ShiftPlan};

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why something about volunteering cannot be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Error)]
#[serde(rename_all = "snake_case")]
pub enum NotPossible {
    #[error("the opportunity takes nobody now")]
    Closed,
    #[error("every place of the shift is taken")]
    Full,
    #[error("the volunteer has another shift at that time")]
    Overlaps,
    #[error("a shift can be joined and left until the day before it")]
    TooLate,
    #[error("the application has not been accepted")]
    NotAccepted,
    #[error("the application was answered before")]
    Answered,
    #[error("the shift has not begun")]
    NotBegun,
    #[error("there are no confirmed hours to certify")]
    NoHours,
    #[error("somebody has a place in the shift")]
    InUse,
}

//! What a beneficiary's screens are given.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    Reference, Timestamp, application::Answers, programme::{Bilingual, ProgrammeSpec}, rating::Level,
    request::Applicant, signature::Signature, window::Window,
};

use super::office::TimelineEntry;

/// An application being filled in, with all its answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationSheet {
    pub reference: Reference,
    pub programme: ProgrammeSpec,
    pub seen: Applicant,
    pub answers: Answers,
    /// The signature, while it covers the answers.
    pub signature: Option<Signature>,
    /// Row version, sent back with every change.
    pub version: i64,
    pub national_id_masked: String,
    pub mobile_masked: String,
    pub today: NaiveDate,
    /// The window that opens if the request is submitted today.
    pub window_if_today: Window,
}

/// One of a person's requests, in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyRequest {
    pub reference: Reference,
    pub programme: Bilingual,
    pub seen: Applicant,
    pub updated_at: Timestamp,
}

/// Where a request stands, in the applicant's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusSheet {
    pub reference: Reference,
    pub programme: Bilingual,
    pub programme_slug: String,
    pub applicant_name: String,
    pub seen: Applicant,
    pub timeline: Vec<TimelineEntry>,
    pub today: NaiveDate,
    /// May this visitor change the request (signed in), or only look (reference and code)?
    pub may_change: bool,
    /// The rating of the finished service: open to be given, or given.
    pub rating_open: bool,
    pub rated: Option<Level>,
}

/// The rating page behind a single-purpose link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatingSheet {
    pub programme: Bilingual,
    pub served_on: NaiveDate,
    pub rated: Option<Level>,
}

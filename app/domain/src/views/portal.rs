//! What a beneficiary's screens are given.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    Reference, Timestamp,
    access::Action,
    application::{Answers, Section},
    programme::{Bilingual, ProgrammeSpec},
    rating::Standing,
    representation::Representative,
    request::{Applicant, actions::possible},
    self_check::Told,
    signature::Signature,
    voice::Kind,
    window::Window,
};

use super::{mydata::Reusable, office::TimelineEntry};

/// What the association promises everyone, whatever they ask for (H5, D6c).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// Days before which no answer is issued.
    pub floor: u16,
    /// Days within which an answer is promised.
    pub promise: u16,
    /// Days after a rejection within which it may be appealed.
    pub appeal_days: u16,
    /// The window of a request that is received today; it begins today.
    pub if_today: Window,
}

/// The programmes a visitor chooses from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    pub open: Vec<ProgrammeSpec>,
    /// Paused, or out of season.
    pub closed: Vec<ProgrammeSpec>,
    pub terms: Terms,
}

/// One programme, as a visitor reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeSheet {
    pub programme: ProgrammeSpec,
    pub takes_applications: bool,
    pub terms: Terms,
}

/// An application being filled in, with all its answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationSheet {
    pub reference: Reference,
    pub programme: ProgrammeSpec,
    pub seen: Applicant,
    pub answers: Answers,
    /// The signature, while it covers the answers.
    pub signature: Option<Signature>,
    /// Sent back, and changed since it was sent.
    pub touched: bool,
    /// Row version, sent back with every change.
    pub version: i64,
    pub national_id_masked: String,
    pub mobile_masked: String,
    pub today: NaiveDate,
    /// The window that opens if the request is submitted today.
    pub window_if_today: Window,
    /// What was typed and not saved yet, a section each.
    pub unfinished: Vec<Unfinished>,
    /// Documents given earlier that may be used here, at most one of a kind the application lacks.
    pub reusable: Vec<Reusable>,
    /// The reader, where they fill it in for the applicant.
    pub representative: Option<Representative>,
    /// What the applicant told the self-check just before, as their own browser carried it here. Shown in fields that
    /// are still blank, and nowhere kept.
    pub told: Told,
}

/// What was typed on a section and not saved: names of fields and their values, as a browser sends them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unfinished {
    pub section: Section,
    pub values: Vec<(String, String)>,
    pub at: Timestamp,
}

/// One of a person's requests, in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyRequest {
    pub reference: Reference,
    pub programme: Bilingual,
    pub seen: Applicant,
    pub updated_at: Timestamp,
    /// The applicant, where the reader makes it for somebody else: the name, or the ID half hidden.
    pub on_behalf_of: Option<String>,
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
    /// Does the reader make it for the applicant?
    pub on_behalf: bool,
    /// Who makes it for the reader.
    pub representative: Option<Representative>,
    /// Of the finished service.
    pub rating: Standing,
}

impl StatusSheet {
    /// Is it the reader's to take the request back, and is there still time?
    pub fn may_withdraw(&self) -> bool {
        self.may_change && !self.on_behalf && possible(self.seen.stage).contains(&Action::Withdraw)
    }
}

/// The rating page behind a single-purpose link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatingSheet {
    pub about: RatingAbout,
    /// When the service was received, or the answer given.
    pub on: NaiveDate,
    /// Closed while who asked waits for another answer.
    pub standing: Standing,
}

/// What is rated, as its page names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "about")]
pub enum RatingAbout {
    Service { programme: Bilingual },
    Contact { kind: Kind },
}

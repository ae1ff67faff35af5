//! The association's settings of the policy, as one typed and versioned value (P3).
//! A request keeps the version it was received under.

use serde::{Deserialize, Serialize};

use crate::{
    calendar::WorkingCalendar, committee::CommitteeRule, study::ScoreRule, voice::PromiseRule, window::WindowRule,
};

/// Every setting the policy leaves to the association.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    pub version: i64,
    pub window: WindowRule,
    pub committee: CommitteeRule,
    pub score: ScoreRule,
    pub calendar: WorkingCalendar,
    /// Days after the answer within which the applicant may appeal.
    pub appeal_days: u16,
    /// Days after a service within which it may be rated (D5, D6c).
    pub rating_days: u16,
    /// A returned request lapses when nothing was done about it within these days.
    pub completion_days: u16,
    /// A beneficiary's file is renewed after these days (H6).
    pub renewal_days: u16,
    /// How long inquiries, complaints and proposals may take (G1, D3, D7).
    #[serde(default)]
    pub promise: PromiseRule,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            version: 1,
            window: WindowRule::default(),
            committee: CommitteeRule::default(),
            score: ScoreRule::default(),
            calendar: WorkingCalendar::default(),
            appeal_days: 30,
            rating_days: 30,
            completion_days: 30,
            renewal_days: 354,
            promise: PromiseRule::default(),
        }
    }
}

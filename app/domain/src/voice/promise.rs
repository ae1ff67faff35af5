//! Until when the association promises an answer; settings of the association (P3).

use chrono::Days;
use serde::{Deserialize, Serialize};

use super::Kind;
use crate::{
    Timestamp,
    calendar::WorkingCalendar,
    time::{from_riyadh, riyadh_date},
};

/// How long each kind of matter may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PromiseRule {
    /// Working hours.
    pub inquiry_hours: u16,
    /// Working days.
    pub complaint_days: u16,
    /// Days of the calendar.
    pub proposal_days: u16,
}

impl Default for PromiseRule {
    fn default() -> Self {
        Self { inquiry_hours: 48, complaint_days: 7, proposal_days: 30 }
    }
}

impl PromiseRule {
    /// The moment until which something said now is answered.
    pub fn due(self, kind: Kind, said: Timestamp, calendar: &WorkingCalendar) -> Timestamp {
        let today = riyadh_date(said);
        let end_of = |day: chrono::NaiveDate| from_riyadh(day.and_time(calendar.settings().closes));
        match kind {
            Kind::Inquiry => calendar.due(said, self.inquiry_hours),
            Kind::Complaint => end_of(calendar.add_working_days(today, self.complaint_days)),
            Kind::Proposal => {
                let day = today.checked_add_days(Days::new(u64::from(self.proposal_days)));
                end_of(day.unwrap_or(chrono::NaiveDate::MAX))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekends_do_not_count_for_inquiries_and_complaints() {
        // Sunday 22 November 2026, nine in the morning in Riyadh.
        let said = Timestamp::from_timestamp(1_795_327_200, 0).expect("a moment");
        let due = |kind| riyadh_date(PromiseRule::default().due(kind, said, &WorkingCalendar::default())).to_string();
        assert_eq!(due(Kind::Complaint), "2026-12-01");
        assert_eq!(due(Kind::Proposal), "2026-12-22");
        assert!(due(Kind::Inquiry).as_str() > "2026-11-26", "48 hours of work, not of the clock");
    }
}

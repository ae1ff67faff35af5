//! Registration (H6): the beneficiary's file and its number, once the documents are complete.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{StaffId, Timestamp};

/// A beneficiary's entry in the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    /// The file number printed on the card. A person keeps it for life.
    pub file_number: String,
    pub by: StaffId,
    pub at: Timestamp,
    /// The file is suspended when it is not updated by this day.
    pub renew_by: NaiveDate,
}

impl Registration {
    pub fn open(file_number: String, by: StaffId, at: Timestamp, renewal_days: u16) -> Self {
        let renew_by =
            crate::time::riyadh_date(at).checked_add_days(Days::new(u64::from(renewal_days))).unwrap_or(NaiveDate::MAX);
        Self { file_number, by, at, renew_by }
    }
}

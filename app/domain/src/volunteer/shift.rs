//! A stretch of one day for which volunteers give their time.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ClockTime;
use crate::time::{Timestamp, from_riyadh};
use crate::{Invalid, TimeDelta};

/// When a shift is, in Riyadh, and how many it takes. It ends on the day it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftPlan {
    pub on: NaiveDate,
    pub from: ClockTime,
    pub until: ClockTime,
    pub capacity: u16,
}

impl ShiftPlan {
    /// The most volunteers of one shift.
    pub const MOST: u16 = 200;

    /// Refuses a shift that ends before it begins.
    pub fn new(on: NaiveDate, from: ClockTime, until: ClockTime, capacity: u16) -> Result<Self, Invalid> {
        if from < until { Ok(Self { on, from, until, capacity }) } else { Err(Invalid::EndsBeforeItBegins) }
    }

    /// How long it lasts.
    pub fn minutes(&self) -> u16 {
        self.until.minutes().saturating_sub(self.from.minutes())
    }

    /// The moment it begins.
    pub fn begins(&self) -> Timestamp {
        from_riyadh(self.on.and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(self.from.minutes().into()))
    }

    /// Do the two share a minute? One may begin when the other ends.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.on == other.on && self.from < other.until && other.from < self.until
    }

    /// May a place still be taken or given back? Until the day before.
    pub fn may_change(&self, today: NaiveDate) -> bool {
        today < self.on
    }
}

/// What became of a place in a shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attendance {
    /// Asked for with an application that is not answered yet; it takes no place.
    Asked,
    /// The place is theirs.
    Held,
    /// They came, and gave so many minutes.
    Came { minutes: u16 },
    /// They did not come.
    Missed,
}

impl Attendance {
    /// Confirmed minutes.
    pub fn minutes(self) -> u16 {
        match self {
            Self::Came { minutes } => minutes,
            Self::Asked | Self::Held | Self::Missed => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shift(on: u32, from: u16, until: u16) -> Result<ShiftPlan, Invalid> {
        let on = NaiveDate::from_ymd_opt(2026, 11, on).expect("a day");
        let at = |minutes| ClockTime::from_minutes(minutes).expect("a time");
        ShiftPlan::new(on, at(from), at(until), 4)
    }

    #[test]
    fn one_shift_may_follow_another() -> Result<(), Invalid> {
        let (morning, noon) = (shift(22, 480, 720)?, shift(22, 720, 840)?);
        assert!(!morning.overlaps(&noon) && !noon.overlaps(&morning));
        assert!(morning.overlaps(&shift(22, 719, 721)?));
        assert!(!morning.overlaps(&shift(23, 480, 720)?));
        assert_eq!(shift(22, 720, 720), Err(Invalid::EndsBeforeItBegins));
        Ok(())
    }

    #[test]
    fn a_place_is_free_to_change_until_the_eve() -> Result<(), Invalid> {
        let shift = shift(22, 60, 120)?;
        assert_eq!(shift.begins().to_rfc3339(), "2026-11-21T22:00:00+00:00");
        assert!(shift.may_change(NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day")));
        assert!(!shift.may_change(shift.on));
        Ok(())
    }

    proptest! {
        #[test]
        fn overlapping_is_mutual(a in 0u16..1439, b in 0u16..1439, c in 1u16..600, d in 1u16..600) {
            let (one, two) = (shift(22, a, (a + c).min(1439)), shift(22, b, (b + d).min(1439)));
            if let (Ok(one), Ok(two)) = (one, two) {
                prop_assert_eq!(one.overlaps(&two), two.overlaps(&one));
                prop_assert!(one.overlaps(&one));
            }
        }
    }
}

//! The decision window (H5): the committee answers *within a period of not less than two weeks*.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// Days that must pass before an answer may be issued. The policy's two weeks cannot be configured away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct FloorDays(u16);

impl FloorDays {
    /// "Not less than two weeks" (H5).
    pub const POLICY: Self = Self(14);

    /// A floor of at least the policy's fourteen days.
    pub fn new(days: u16) -> Option<Self> {
        (days >= Self::POLICY.0).then_some(Self(days))
    }

    pub fn days(self) -> u16 {
        self.0
    }
}

impl<'de> Deserialize<'de> for FloorDays {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let days = u16::deserialize(deserializer)?;
        Self::new(days).ok_or_else(|| serde::de::Error::custom("the floor is at least 14 days (H5)"))
    }
}

/// The association's window: a floor no answer goes under, and a promise it means to keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WindowRule {
    pub floor: FloorDays,
    /// Days within which the association promises an answer; never shorter than the floor.
    pub promise: u16,
}

impl Default for WindowRule {
    fn default() -> Self {
        Self { floor: FloorDays::POLICY, promise: 30 }
    }
}

/// The two dates an applicant is told, counted from the day they were told (the receipt of the complete request).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    pub told_on: NaiveDate,
    /// No answer leaves the house before this day (H5).
    pub earliest_reply_on: NaiveDate,
    /// The association means to have answered by this day.
    pub latest_reply_on: NaiveDate,
}

impl Window {
    /// Opens the window on the day the applicant is told.
    pub fn open(told_on: NaiveDate, rule: WindowRule) -> Self {
        let after = |days: u16| told_on.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX);
        Self {
            told_on,
            earliest_reply_on: after(rule.floor.days()),
            latest_reply_on: after(rule.promise.max(rule.floor.days())),
        }
    }

    /// May an answer be issued on this day?
    pub fn may_answer(&self, today: NaiveDate) -> bool {
        today >= self.earliest_reply_on
    }

    /// Days from the day the applicant was told.
    pub fn day(&self, today: NaiveDate) -> i64 {
        (today - self.told_on).num_days()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_thirteenth_day_is_too_early_and_the_fourteenth_is_not() {
        let told = NaiveDate::from_ymd_opt(2026, 11, 22).expect("date");
        let window = Window::open(told, WindowRule::default());
        assert!(!window.may_answer(told + Days::new(13)));
        assert!(window.may_answer(told + Days::new(14)));
        assert_eq!(window.latest_reply_on, told + Days::new(30));
    }

    #[test]
    fn a_setting_cannot_go_under_the_policy() {
        assert_eq!(FloorDays::new(13), None);
        assert!(serde_json::from_str::<WindowRule>(r#"{"floor":13,"promise":30}"#).is_err());
        assert!(serde_json::from_str::<WindowRule>(r#"{"floor":14,"promise":30}"#).is_ok());
    }

    proptest! {
        #[test]
        fn no_window_answers_before_two_weeks(floor in 14u16..400, promise in 0u16..400, day in 0u64..14) {
            let told = NaiveDate::from_ymd_opt(2026, 1, 1).expect("date");
            let rule = WindowRule { floor: FloorDays::new(floor).expect("floor"), promise };
            let window = Window::open(told, rule);
            prop_assert!(!window.may_answer(told + Days::new(day)));
            prop_assert!(window.latest_reply_on >= window.earliest_reply_on);
        }
    }
}

//! Times of a day and lengths of time, in whole minutes.

use std::fmt;

use chrono::NaiveTime;

use crate::TimeDelta;
use crate::digits;
use crate::invalid::{Invalid, canonical_string};

const DAY: u16 = 24 * 60;

/// A time of the day in Riyadh, to the minute; written `16:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime(u16);

impl ClockTime {
    /// Reads `16:30` or `16`, in any digits.
    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        let minutes = read(raw)?;
        if minutes < DAY { Ok(Self(minutes)) } else { Err(Invalid::Time) }
    }

    /// The time so many minutes after midnight.
    pub fn from_minutes(minutes: u16) -> Option<Self> {
        (minutes < DAY).then_some(Self(minutes))
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> u16 {
        self.0
    }

    /// As the formatter of dates and times takes it.
    pub fn time(self) -> NaiveTime {
        NaiveTime::MIN + TimeDelta::minutes(self.0.into())
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:02}:{:02}", self.0 / 60, self.0 % 60))
    }
}

canonical_string!(ClockTime);

/// Reads a length of time of at most a day: hours, or hours and minutes (`4`, `3:30`), in any digits.
pub fn parse_minutes(raw: &str) -> Result<u16, Invalid> {
    read(raw).and_then(|minutes| if minutes <= DAY { Ok(minutes) } else { Err(Invalid::Time) })
}

fn read(raw: &str) -> Result<u16, Invalid> {
    if raw.chars().count() > 12 {
        return Err(Invalid::Time);
    }
    let text = digits::to_western(raw);
    let text: String = text.chars().filter(|&c| !c.is_whitespace() && !digits::is_invisible(c)).collect();
    if text.is_empty() {
        return Err(Invalid::Missing);
    }
    let (hours, minutes) = text.split_once(':').unwrap_or((&text, "00"));
    let part = |part: &str, digits: std::ops::RangeInclusive<usize>| {
        let whole = digits.contains(&part.len()) && digits::all_digits(part);
        whole.then(|| part.parse::<u16>().ok()).flatten().ok_or(Invalid::Time)
    };
    let (hours, minutes) = (part(hours, 1..=2)?, part(minutes, 2..=2)?);
    if minutes < 60 { Ok(hours * 60 + minutes) } else { Err(Invalid::Time) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn times_are_read_as_people_type_them() {
        for (typed, minutes) in [("16:30", 990), ("٠٨:٠٥", 485), (" 9 ", 540), ("0:00", 0), ("23:59", 1439)] {
            assert_eq!(ClockTime::parse(typed).map(ClockTime::minutes), Ok(minutes), "{typed}");
            let since_midnight = ClockTime::parse(typed).map(|time| time.time() - NaiveTime::MIN);
            assert_eq!(since_midnight, Ok(TimeDelta::minutes(minutes.into())), "{typed}");
        }
        assert_eq!(ClockTime::parse("  "), Err(Invalid::Missing));
        for typed in ["24:00", "16:60", "16:3", "صباحًا", "-1", "16:30:00", "999999999999999"] {
            assert_eq!(ClockTime::parse(typed), Err(Invalid::Time), "{typed}");
        }
    }

    #[test]
    fn a_length_is_at_most_a_day() {
        assert_eq!(parse_minutes("٣:٣٠"), Ok(210));
        assert_eq!(parse_minutes("24"), Ok(1440));
        assert_eq!(parse_minutes("24:01"), Err(Invalid::Time));
    }

    proptest! {
        #[test]
        fn parsing_what_is_shown_changes_nothing(minutes in 0u16..1440) {
            let time = ClockTime::from_minutes(minutes).expect("within a day");
            prop_assert_eq!(ClockTime::parse(&time.to_string()), Ok(time));
        }

        #[test]
        fn never_panics(raw in ".*") {
            let _ = ClockTime::parse(&raw);
        }
    }
}

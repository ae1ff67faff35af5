//! Moments and civil dates. Nothing here reads a clock: the moment comes in.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};

/// A moment, in UTC.
pub type Timestamp = DateTime<Utc>;

/// Riyadh is three hours ahead of UTC all year.
const AHEAD: TimeDelta = TimeDelta::hours(3);

/// The civil date in Riyadh at a moment.
pub fn riyadh_date(at: Timestamp) -> NaiveDate {
    riyadh_datetime(at).date()
}

/// The civil date and time in Riyadh at a moment.
pub fn riyadh_datetime(at: Timestamp) -> NaiveDateTime {
    at.naive_utc() + AHEAD
}

/// The moment of a civil date and time in Riyadh.
pub fn from_riyadh(civil: NaiveDateTime) -> Timestamp {
    (civil - AHEAD).and_utc()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_begins_at_nine_in_the_evening_utc() -> chrono::ParseResult<()> {
        let before: Timestamp = "2026-01-31T20:59:59Z".parse()?;
        let after: Timestamp = "2026-01-31T21:00:00Z".parse()?;
        assert_eq!(riyadh_date(before).to_string(), "2026-01-31");
        assert_eq!(riyadh_date(after).to_string(), "2026-02-01");
        assert_eq!(riyadh_datetime(after).to_string(), "2026-02-01 00:00:00");
        Ok(())
    }

    #[test]
    fn there_is_no_daylight_saving() -> chrono::ParseResult<()> {
        for moment in ["2026-01-15T09:00:00Z", "2026-07-15T09:00:00Z"] {
            let at: Timestamp = moment.parse()?;
            assert_eq!(riyadh_datetime(at).format("%H:%M").to_string(), "12:00");
            assert_eq!(from_riyadh(riyadh_datetime(at)), at);
        }
        Ok(())
    }
}

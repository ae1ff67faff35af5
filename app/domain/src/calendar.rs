//! Which days and hours the association works.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};

use crate::hijri::HijriDate;
use crate::invalid::Invalid;
use crate::time::{Timestamp, from_riyadh, riyadh_datetime};

/// A holiday on the same Gregorian day every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FixedHoliday {
    /// 1–12
    pub month: u8,
    /// 1–31
    pub day: u8,
}

/// Holidays on the same days of a Hijri month every year. A feast that spans two months is two ranges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HijriHoliday {
    /// 1–12
    pub month: u8,
    /// 1–30
    pub first: u8,
    /// 1–30, the last day included; 30 in a month of 29 days is no day.
    pub last: u8,
}

/// What an association sets about its working time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarSettings {
    pub fixed: Vec<FixedHoliday>,
    pub hijri: Vec<HijriHoliday>,
    /// Single days without work beside the holidays.
    pub closed: Vec<NaiveDate>,
    /// Civil time in Riyadh.
    pub opens: NaiveTime,
    /// Civil time in Riyadh, at least an hour after opening.
    pub closes: NaiveTime,
}

/// Whether somebody is there, in civil time in Riyadh.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doors {
    /// Open, until this hour today.
    Open { until: NaiveTime },
    /// Closed; open again at this time.
    Closed { next: NaiveDateTime },
}

/// Working days, Sunday to Thursday without holidays, and working hours. Hijri holidays are known within the Umm
/// al-Qura table only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "CalendarSettings", into = "CalendarSettings")]
pub struct WorkingCalendar(CalendarSettings);

impl WorkingCalendar {
    /// The most fixed holidays, Hijri holidays (in days) and single closed days that leave enough days to work.
    const MOST_FIXED: usize = 30;
    const MOST_HIJRI_DAYS: usize = 60;
    const MOST_CLOSED: usize = 366;

    /// Refuses impossible days (`Date`), too many of them (`TooMany`) and opening hours shorter than one (`Choice`).
    pub fn new(settings: CalendarSettings) -> Result<Self, Invalid> {
        let CalendarSettings { fixed, hijri, closed, opens, closes } = &settings;
        // 2000 is a leap year, so 29 February is a day.
        let is_day = |holiday: &FixedHoliday| {
            NaiveDate::from_ymd_opt(2000, u32::from(holiday.month), u32::from(holiday.day)).is_some()
        };
        let is_range = |holiday: &HijriHoliday| {
            (1..=12).contains(&holiday.month)
                && 1 <= holiday.first
                && holiday.first <= holiday.last
                && holiday.last <= 30
        };
        if !fixed.iter().all(is_day) || !hijri.iter().all(is_range) {
            return Err(Invalid::Date);
        }
        let hijri_days = hijri.iter().map(|holiday| usize::from(holiday.last - holiday.first) + 1).sum();
        for (days, max) in
            [(fixed.len(), Self::MOST_FIXED), (hijri_days, Self::MOST_HIJRI_DAYS), (closed.len(), Self::MOST_CLOSED)]
        {
            if days > max {
                return Err(Invalid::TooMany { max });
            }
        }
        if *closes - *opens < TimeDelta::hours(1) { Err(Invalid::Choice) } else { Ok(Self(settings)) }
    }

    /// What was set.
    pub fn settings(&self) -> &CalendarSettings {
        &self.0
    }

    /// Does the association work on this day?
    pub fn is_working(&self, date: NaiveDate) -> bool {
        !is_weekend(date) && !self.is_holiday(date)
    }

    /// The `days`-th working day after a date. No days give the date itself, or the first working day after it.
    pub fn add_working_days(&self, date: NaiveDate, days: u16) -> NaiveDate {
        if days == 0 {
            return if self.is_working(date) { date } else { self.next_working(date) };
        }
        (0..days).fold(date, |day, _| self.next_working(day))
    }

    /// How many working days come after `from` up to and including `to`; none if `to` is not later.
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> usize {
        from.iter_days().skip(1).take_while(|&day| day <= to).filter(|&day| self.is_working(day)).count()
    }

    /// The moment when so many working hours have passed. Outside opening hours the clock stands still; a clock that
    /// runs out at closing time is due then, not the next morning.
    pub fn due(&self, from: Timestamp, hours: u16) -> Timestamp {
        let mut left = TimeDelta::hours(i64::from(hours));
        let mut at = self.open_at_or_after(riyadh_datetime(from));
        loop {
            let closing = at.date().and_time(self.0.closes);
            let today = closing - at;
            if left <= today {
                return from_riyadh(at + left);
            }
            left -= today;
            at = self.open_at_or_after(closing);
        }
    }

    /// Is anybody there at this moment?
    pub fn doors(&self, at: Timestamp) -> Doors {
        let at = riyadh_datetime(at);
        let next = self.open_at_or_after(at);
        if next == at { Doors::Open { until: self.0.closes } } else { Doors::Closed { next } }
    }

    /// The days from Sunday to Thursday without work after a date, within so many days: first and last of each run. A
    /// weekend within a run does not end it.
    pub fn holidays_after(&self, date: NaiveDate, days: u16) -> Vec<(NaiveDate, NaiveDate)> {
        let weekdays = date.iter_days().take(usize::from(days)).filter(|day| !is_weekend(*day));
        let mut runs: Vec<(NaiveDate, NaiveDate)> = Vec::new();
        let mut running = false;
        for day in weekdays {
            let off = self.is_holiday(day);
            match runs.last_mut().filter(|_| off && running) {
                Some((_, last)) => *last = day,
                None if off => runs.push((day, day)),
                None => {}
            }
            running = off;
        }
        runs
    }

    fn is_holiday(&self, date: NaiveDate) -> bool {
        let fixed =
            |holiday: &FixedHoliday| (u32::from(holiday.month), u32::from(holiday.day)) == (date.month(), date.day());
        let hijri = |today: HijriDate| {
            self.0
                .hijri
                .iter()
                .any(|holiday| holiday.month == today.month() && (holiday.first..=holiday.last).contains(&today.day()))
        };
        self.0.fixed.iter().any(fixed)
            || self.0.closed.contains(&date)
            || HijriDate::from_gregorian(date).is_some_and(hijri)
    }

    /// The first working day after a date: there is one, because holidays are bounded.
    fn next_working(&self, date: NaiveDate) -> NaiveDate {
        date.iter_days().skip(1).find(|&day| self.is_working(day)).unwrap_or(NaiveDate::MAX)
    }

    fn open_at_or_after(&self, at: NaiveDateTime) -> NaiveDateTime {
        if self.is_working(at.date()) && at.time() < self.0.closes {
            at.max(at.date().and_time(self.0.opens))
        } else {
            self.next_working(at.date()).and_time(self.0.opens)
        }
    }
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Fri | Weekday::Sat)
}

impl Default for WorkingCalendar {
    /// The kingdom's holidays: Founding Day, National Day, the two Eids; open from eight to four.
    fn default() -> Self {
        Self(CalendarSettings {
            fixed: vec![FixedHoliday { month: 2, day: 22 }, FixedHoliday { month: 9, day: 23 }],
            hijri: vec![
                HijriHoliday { month: 9, first: 29, last: 30 },
                HijriHoliday { month: 10, first: 1, last: 4 },
                HijriHoliday { month: 12, first: 9, last: 13 },
            ],
            closed: Vec::new(),
            opens: NaiveTime::MIN + TimeDelta::hours(8),
            closes: NaiveTime::MIN + TimeDelta::hours(16),
        })
    }
}

impl TryFrom<CalendarSettings> for WorkingCalendar {
    type Error = Invalid;

    fn try_from(settings: CalendarSettings) -> Result<Self, Invalid> {
        Self::new(settings)
    }
}

impl From<WorkingCalendar> for CalendarSettings {
    fn from(calendar: WorkingCalendar) -> Self {
        calendar.0
    }
}

#[cfg(test)]
mod tests;

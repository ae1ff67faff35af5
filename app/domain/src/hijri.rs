//! The official Hijri calendar, Umm al-Qura: a table of 1300–1600 AH. Outside it there is no date, never a guess.
//!
//! For 1420–1450 AH (April 1999 to May 2029) the table is the calendar as published. Later years are computed ahead.
//! Earlier ones are KACST's computed table too: the calendars printed at the time followed other rules, and in more
//! than half of their months differ from it by a day, rarely two. A Hijri birth date before 1420 may therefore become
//! a Gregorian one a day beside the one on the person's card.

use std::fmt;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use icu_calendar::Date;
use icu_calendar::cal::Hijri;
use icu_calendar::types::RataDie;

use crate::digits;
use crate::invalid::{Invalid, canonical_string};

/// The years of the table; beyond them the calendar library would go on with an approximation.
const YEARS: RangeInclusive<u16> = 1300..=1600;

/// A typed year below this is Hijri.
const FIRST_GREGORIAN_YEAR: u16 = 1700;

/// Bytes beyond which a typed date is not read at all.
const LONGEST: usize = 100;

/// A day of the Umm al-Qura calendar, shown as `1446-09-01`. Dates are stored Gregorian; this is for reading and
/// showing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HijriDate {
    year: u16,
    month: u8,
    day: u8,
    gregorian: NaiveDate,
}

impl HijriDate {
    /// A day by its Hijri year (1300–1600), month (1–12) and day (1–29 or 30, as the table says).
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, Invalid> {
        if !YEARS.contains(&year) {
            return Err(Invalid::DateOutOfTable);
        }
        let date = Date::try_new_hijri_with_calendar(i32::from(year), month, day, Hijri::new_umm_al_qura())
            .map_err(|_| Invalid::Date)?;
        let gregorian = i32::try_from(date.to_rata_die().to_i64_date())
            .ok()
            .and_then(NaiveDate::from_num_days_from_ce_opt)
            .ok_or(Invalid::Date)?;
        Ok(Self { year, month, day, gregorian })
    }

    /// The Hijri day of a Gregorian date, or `None` outside the table.
    pub fn from_gregorian(gregorian: NaiveDate) -> Option<Self> {
        let day = RataDie::new(i64::from(gregorian.num_days_from_ce()));
        let date = Date::from_rata_die(day, Hijri::new_umm_al_qura());
        let year = u16::try_from(date.year().extended_year()).ok().filter(|year| YEARS.contains(year))?;
        Some(Self { year, month: date.month().number(), day: date.day_of_month().0, gregorian })
    }

    /// The same day in the Gregorian calendar.
    pub fn to_gregorian(self) -> NaiveDate {
        self.gregorian
    }

    /// 1300–1600.
    pub fn year(self) -> u16 {
        self.year
    }

    /// 1 (Muharram) to 12 (Dhu al-Hijja).
    pub fn month(self) -> u8 {
        self.month
    }

    /// 1 to 29 or 30.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Reads `1446-09-01` or `1/9/1446`, in any digits, with or without `هـ`. A Gregorian date is refused.
    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        let typed = TypedDate::read(raw)?;
        if typed.is_hijri() { typed.hijri() } else { Err(Invalid::DateOutOfTable) }
    }
}

impl fmt::Display for HijriDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:04}-{:02}-{:02}", self.year, self.month, self.day))
    }
}

impl fmt::Debug for HijriDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HijriDate({self} = {})", self.gregorian)
    }
}

canonical_string!(HijriDate);

/// Reads a date as people type it: year first or last, between `-`, `/`, `.` or spaces, in any digits, with or without
/// `هـ` or `م`. A year below 1700 is Hijri. Only dates of the Umm al-Qura table are taken, so that every stored date
/// can be shown in both calendars.
pub fn parse_date(raw: &str) -> Result<NaiveDate, Invalid> {
    let typed = TypedDate::read(raw)?;
    if typed.is_hijri() { typed.hijri().map(HijriDate::to_gregorian) } else { typed.gregorian() }
}

struct TypedDate {
    year: u16,
    month: u8,
    day: u8,
}

impl TypedDate {
    fn read(raw: &str) -> Result<Self, Invalid> {
        if raw.len() > LONGEST {
            return Err(Invalid::Date);
        }
        let text: String = digits::to_western(raw).chars().filter(|&c| !digits::is_invisible(c)).collect();
        let text = text.trim();
        if text.is_empty() {
            return Err(Invalid::Missing);
        }
        let (text, hijri) = match (["هـ", "ه"].iter().find_map(|mark| text.strip_suffix(mark)), text.strip_suffix('م'))
        {
            (Some(rest), _) => (rest, Some(true)),
            (_, Some(rest)) => (rest, Some(false)),
            _ => (text, None),
        };
        let parts: Vec<&str> = text.split(is_between).map(str::trim).filter(|part| !part.is_empty()).collect();
        let (year, month, day) = match parts[..] {
            [year, month, day] if year.len() == 4 => (year, month, day),
            [day, month, year] if year.len() == 4 => (year, month, day),
            _ => return Err(Invalid::Date),
        };
        if ![year, month, day].into_iter().all(digits::all_digits) {
            return Err(Invalid::Date);
        }
        let date = Self {
            year: year.parse().map_err(|_| Invalid::Date)?,
            month: month.parse().map_err(|_| Invalid::Date)?,
            day: day.parse().map_err(|_| Invalid::Date)?,
        };
        if hijri.is_some_and(|marked| marked != date.is_hijri()) { Err(Invalid::Date) } else { Ok(date) }
    }

    fn is_hijri(&self) -> bool {
        self.year < FIRST_GREGORIAN_YEAR
    }

    fn hijri(&self) -> Result<HijriDate, Invalid> {
        HijriDate::new(self.year, self.month, self.day)
    }

    fn gregorian(&self) -> Result<NaiveDate, Invalid> {
        let date = NaiveDate::from_ymd_opt(i32::from(self.year), u32::from(self.month), u32::from(self.day))
            .ok_or(Invalid::Date)?;
        HijriDate::from_gregorian(date).map(HijriDate::to_gregorian).ok_or(Invalid::DateOutOfTable)
    }
}

/// What people put between day, month and year; U+060D is the Arabic date separator.
fn is_between(c: char) -> bool {
    c.is_whitespace() || digits::is_dash(c) || matches!(c, '/' | '.' | '\u{060D}')
}

#[cfg(test)]
mod tests;

//! A day typed in three parts, in either calendar.

use domain::{HijriDate, Invalid, NaiveDate, parse_date};
use ui::{Calendar, DateValue};

use crate::form::{FormView, Values};

/// The day a form holds under a name. The year says which calendar it is of, whatever was chosen beside it: no Hijri year
/// in use looks like a Gregorian one.
pub fn read(values: &Values, name: &str) -> Result<NaiveDate, Invalid> {
    let part = |part: &str| values.get(&format!("{name}_{part}")).trim();
    let (day, month, year) = (part("day"), part("month"), part("year"));
    if [day, month, year].iter().all(|part| part.is_empty()) {
        return Err(Invalid::Missing);
    }
    // Whatever is longer than a year is not a part of a date.
    if [day, month, year].iter().any(|part| part.is_empty() || part.chars().count() > 4) {
        return Err(Invalid::Date);
    }
    parse_date(&format!("{day}/{month}/{year}"))
}

/// Was anything typed?
pub fn given(values: &Values, name: &str) -> bool {
    ["day", "month", "year"].iter().any(|part| !values.get(&format!("{name}_{part}")).trim().is_empty())
}

/// What the three parts show: as typed, or as stored.
pub fn shown(form: &FormView, name: &str, stored: Option<NaiveDate>) -> DateValue {
    if let Some(typed) = form.typed() {
        let part = |part: &str| typed.get(&format!("{name}_{part}")).to_owned();
        let calendar = if part("calendar") == "gregorian" { Calendar::Gregorian } else { Calendar::Hijri };
        return DateValue { day: part("day"), month: part("month"), year: part("year"), calendar };
    }
    stored.and_then(HijriDate::from_gregorian).map_or_else(DateValue::default, |hijri| DateValue {
        day: hijri.day().to_string(),
        month: hijri.month().to_string(),
        year: hijri.year().to_string(),
        calendar: Calendar::Hijri,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(day: &str, month: &str, year: &str) -> Values {
        let pair = |part: &str, value: &str| (format!("born_{part}"), value.to_owned());
        Values(vec![pair("day", day), pair("month", month), pair("year", year)])
    }

    #[test]
    fn both_calendars_and_any_digits() {
        let day = NaiveDate::from_ymd_opt(2024, 3, 11);
        assert_eq!(read(&typed("11", "3", "2024"), "born").ok(), day);
        assert_eq!(read(&typed("١", "٩", "١٤٤٥"), "born").ok(), day);
    }

    #[test]
    fn what_is_no_day_is_said_so() {
        assert_eq!(read(&typed("", "", ""), "born"), Err(Invalid::Missing));
        assert_eq!(read(&typed("11", "", "2024"), "born"), Err(Invalid::Date));
        assert_eq!(read(&typed("31", "2", "2024"), "born"), Err(Invalid::Date));
        assert_eq!(read(&typed("11", "3", &"9".repeat(2_000_000)), "born"), Err(Invalid::Date));
    }
}

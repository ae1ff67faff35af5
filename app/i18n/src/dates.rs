//! Dates in words, by one formatter for both sides. Western digits; Hijri (Umm al-Qura) with Gregorian beside it.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};
use domain::{HijriDate, Timestamp, time::riyadh_datetime};
use leptos_i18n::td_string;

use crate::Locale;

/// `الأحد` / `Sunday`.
pub fn weekday(locale: Locale, date: NaiveDate) -> &'static str {
    match date.weekday() {
        Weekday::Sun => td_string!(locale, dates.weekday.sunday),
        Weekday::Mon => td_string!(locale, dates.weekday.monday),
        Weekday::Tue => td_string!(locale, dates.weekday.tuesday),
        Weekday::Wed => td_string!(locale, dates.weekday.wednesday),
        Weekday::Thu => td_string!(locale, dates.weekday.thursday),
        Weekday::Fri => td_string!(locale, dates.weekday.friday),
        Weekday::Sat => td_string!(locale, dates.weekday.saturday),
    }
}

fn gregorian_month(locale: Locale, month: u32) -> &'static str {
    match month {
        1 => td_string!(locale, dates.gregorian.m1),
        2 => td_string!(locale, dates.gregorian.m2),
        3 => td_string!(locale, dates.gregorian.m3),
        4 => td_string!(locale, dates.gregorian.m4),
        5 => td_string!(locale, dates.gregorian.m5),
        6 => td_string!(locale, dates.gregorian.m6),
        7 => td_string!(locale, dates.gregorian.m7),
        8 => td_string!(locale, dates.gregorian.m8),
        9 => td_string!(locale, dates.gregorian.m9),
        10 => td_string!(locale, dates.gregorian.m10),
        11 => td_string!(locale, dates.gregorian.m11),
        _ => td_string!(locale, dates.gregorian.m12),
    }
}

fn hijri_month(locale: Locale, month: u8) -> &'static str {
    match month {
        1 => td_string!(locale, dates.hijri.m1),
        2 => td_string!(locale, dates.hijri.m2),
        3 => td_string!(locale, dates.hijri.m3),
        4 => td_string!(locale, dates.hijri.m4),
        5 => td_string!(locale, dates.hijri.m5),
        6 => td_string!(locale, dates.hijri.m6),
        7 => td_string!(locale, dates.hijri.m7),
        8 => td_string!(locale, dates.hijri.m8),
        9 => td_string!(locale, dates.hijri.m9),
        10 => td_string!(locale, dates.hijri.m10),
        11 => td_string!(locale, dates.hijri.m11),
        _ => td_string!(locale, dates.hijri.m12),
    }
}

/// `22 نوفمبر 2026`.
pub fn gregorian(locale: Locale, date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), gregorian_month(locale, date.month()), date.year())
}

/// `12 جمادى الآخرة 1448 هـ`; empty outside the table (1300–1600 AH).
pub fn hijri(locale: Locale, date: NaiveDate) -> String {
    HijriDate::from_gregorian(date).map_or_else(String::new, |hijri| {
        let era = td_string!(locale, dates.era);
        format!("{} {} {} {era}", hijri.day(), hijri_month(locale, hijri.month()), hijri.year())
    })
}

/// `الأحد 12 جمادى الآخرة 1448 هـ، 22 نوفمبر 2026`.
pub fn date_pair(locale: Locale, date: NaiveDate) -> String {
    let comma = td_string!(locale, dates.comma);
    format!("{} {}{comma} {}", weekday(locale, date), hijri(locale, date), gregorian(locale, date))
}

/// `8:00 صباحًا` / `8:00 am`.
pub fn time_of_day(locale: Locale, time: NaiveTime) -> String {
    let (afternoon, hour) = time.hour12();
    let half = if afternoon { td_string!(locale, dates.pm) } else { td_string!(locale, dates.am) };
    format!("{hour}:{:02} {half}", time.minute())
}

/// `22 نوفمبر 2026، 14:05`, in Riyadh.
pub fn timestamp(locale: Locale, at: Timestamp) -> String {
    let civil = riyadh_datetime(at);
    let comma = td_string!(locale, dates.comma);
    format!("{}{comma} {:02}:{:02}", gregorian(locale, civil.date()), civil.hour(), civil.minute())
}

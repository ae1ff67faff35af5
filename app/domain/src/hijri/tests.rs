use proptest::prelude::*;

use super::*;

/// Days known from the calendars as they were published, not from the table.
const KNOWN: [(&str, &str); 19] = [
    ("1420-01-01", "1999-04-17"),
    ("1440-01-01", "2018-09-11"),
    ("1442-01-01", "2020-08-20"),
    ("1443-09-01", "2022-04-02"),
    ("1443-10-01", "2022-05-02"),
    ("1444-01-01", "2022-07-30"),
    ("1444-09-01", "2023-03-23"),
    ("1444-10-01", "2023-04-21"),
    ("1444-12-10", "2023-06-28"),
    ("1445-01-01", "2023-07-19"),
    ("1445-09-01", "2024-03-11"),
    ("1445-10-01", "2024-04-10"),
    ("1445-12-10", "2024-06-16"),
    ("1446-01-01", "2024-07-07"),
    ("1446-09-01", "2025-03-01"),
    ("1446-10-01", "2025-03-30"),
    ("1446-12-10", "2025-06-06"),
    ("1447-01-01", "2025-06-26"),
    ("1447-09-01", "2026-02-18"),
];

fn gregorian(text: &str) -> NaiveDate {
    text.parse().expect("an ISO date")
}

#[test]
fn known_days_agree() -> Result<(), Invalid> {
    for (hijri, civil) in KNOWN {
        assert_eq!(HijriDate::parse(hijri)?.to_gregorian(), gregorian(civil), "{hijri}");
        assert_eq!(HijriDate::from_gregorian(gregorian(civil)), Some(HijriDate::parse(hijri)?), "{civil}");
    }
    Ok(())
}

#[test]
fn every_day_of_the_table_goes_there_and_back() -> Result<(), Invalid> {
    let mut civil = HijriDate::new(1300, 1, 1)?.to_gregorian();
    let mut days = 0_u32;
    while let Some(hijri) = HijriDate::from_gregorian(civil) {
        assert_eq!(HijriDate::new(hijri.year(), hijri.month(), hijri.day()), Ok(hijri));
        assert_eq!(hijri.to_gregorian(), civil);
        civil = civil.succ_opt().expect("a next day");
        days += 1;
    }
    // 301 years of 354 or 355 days.
    assert_eq!((days, civil), (106_665, gregorian("2174-11-26")));
    Ok(())
}

#[test]
fn outside_the_table_there_is_no_date() {
    assert_eq!(HijriDate::from_gregorian(gregorian("1882-11-11")), None);
    assert_eq!(HijriDate::from_gregorian(NaiveDate::MAX), None);
    assert_eq!(HijriDate::from_gregorian(NaiveDate::MIN), None);
    assert_eq!(HijriDate::new(1299, 12, 29), Err(Invalid::DateOutOfTable));
    assert_eq!(HijriDate::new(1601, 1, 1), Err(Invalid::DateOutOfTable));
}

#[test]
fn days_the_month_does_not_have_are_refused() {
    // Ramadan 1446 had 29 days, Ramadan 1445 had 30.
    assert_eq!(HijriDate::new(1446, 9, 30), Err(Invalid::Date));
    assert!(HijriDate::new(1445, 9, 30).is_ok());
    for (month, day) in [(0, 1), (13, 1), (1, 0), (1, 31)] {
        assert_eq!(HijriDate::new(1446, month, day), Err(Invalid::Date));
    }
}

#[test]
fn dates_are_read_as_people_type_them() {
    for typed in [
        "2025-03-15",
        "2025/3/15",
        "15/3/2025",
        "15-03-2025",
        "15.3.2025",
        "١٥/٣/٢٠٢٥",
        "۱۵/۳/۲۰۲۵م",
        " 15 3 2025 ",
        "15 / 3 / 2025 م",
        "1446-09-15",
        "15/9/1446",
        "١٥/٩/١٤٤٦هـ",
        "1446/9/15 هـ",
        "15\u{200F}/9\u{200F}/1446",
        "١٥؍٩؍١٤٤٦",
    ] {
        assert_eq!(parse_date(typed), Ok(gregorian("2025-03-15")), "{typed}");
    }
}

#[test]
fn what_is_no_date_is_refused() {
    for typed in [
        "غدًا",
        "15/3",
        "15/3/25",
        "2025-02-29",
        "31/4/2025",
        "15/13/1446",
        "30/9/1446",
        "1/1/2025هـ",
        "1/1/1446م",
        "2025-03-15T00:00",
        "1/-1/2025/2",
        "+1/3/2025",
        "1/300/2025",
    ] {
        assert_eq!(parse_date(typed), Err(Invalid::Date), "{typed}");
    }
    assert_eq!(parse_date(" "), Err(Invalid::Missing));
    assert_eq!(parse_date(&"1".repeat(2_000_000)), Err(Invalid::Date));
    for typed in ["11/11/1882", "1/1/1299", "1/1/1601", "1/1/1750", "1/1/2200", "1/1/9999", "1/1/0000"] {
        assert_eq!(parse_date(typed), Err(Invalid::DateOutOfTable), "{typed}");
    }
    assert_eq!(HijriDate::parse("2025-03-15"), Err(Invalid::DateOutOfTable));
}

proptest! {
    #[test]
    fn parsing_what_is_shown_changes_nothing(year in 1300_u16..=1600, month in 1_u8..=12, day in 1_u8..=29) {
        let date = HijriDate::new(year, month, day)?;
        prop_assert_eq!(HijriDate::parse(&date.to_string())?, date);
        prop_assert_eq!(parse_date(&date.to_gregorian().to_string())?, date.to_gregorian());
        prop_assert_eq!(serde_json::from_str::<HijriDate>(&serde_json::to_string(&date)?)?, date);
    }

    #[test]
    fn never_panics(raw in "[0-9٠-٩/. هـم-]{0,12}|.*") {
        let _ = parse_date(&raw);
    }
}

use proptest::prelude::*;

use super::*;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("an ISO date")
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("an RFC 3339 moment")
}

fn year_2026() -> impl Strategy<Value = NaiveDate> {
    (0_u64..365).prop_map(|day| date("2026-01-01") + chrono::Days::new(day))
}

#[test]
fn the_holidays_of_2026() {
    let calendar = WorkingCalendar::default();
    let weekend = |day: &NaiveDate| matches!(day.weekday(), Weekday::Fri | Weekday::Sat);
    let holidays: Vec<String> = date("2026-01-01")
        .iter_days()
        .take(365)
        .filter(|day| !weekend(day) && !calendar.is_working(*day))
        .map(|day| day.format("%a %F").to_string())
        .collect();
    insta::assert_snapshot!(holidays.join("\n"), @r"
    Sun 2026-02-22
    Wed 2026-03-18
    Thu 2026-03-19
    Sun 2026-03-22
    Mon 2026-03-23
    Tue 2026-05-26
    Wed 2026-05-27
    Thu 2026-05-28
    Wed 2026-09-23
    ");
}

#[test]
fn the_week_is_sunday_to_thursday() {
    let calendar = WorkingCalendar::default();
    // 2026-01-04 is a Sunday.
    let week: Vec<bool> = date("2026-01-04").iter_days().take(7).map(|day| calendar.is_working(day)).collect();
    assert_eq!(week, [true, true, true, true, true, false, false]);
}

#[test]
fn working_days_skip_weekends_and_holidays() {
    let calendar = WorkingCalendar::default();
    assert_eq!(calendar.add_working_days(date("2026-01-08"), 1), date("2026-01-11"));
    assert_eq!(calendar.add_working_days(date("2026-01-09"), 0), date("2026-01-11"));
    assert_eq!(calendar.add_working_days(date("2026-01-11"), 0), date("2026-01-11"));
    // National Day 2026 is a Wednesday.
    assert_eq!(calendar.add_working_days(date("2026-09-22"), 1), date("2026-09-24"));
    assert_eq!(calendar.working_days_between(date("2026-01-04"), date("2026-01-11")), 5);
    assert_eq!(calendar.working_days_between(date("2026-01-11"), date("2026-01-04")), 0);
}

#[test]
fn a_closed_day_is_no_working_day() -> Result<(), Invalid> {
    let closed = vec![date("2026-01-05")];
    let calendar = WorkingCalendar::new(CalendarSettings { closed, ..WorkingCalendar::default().0 })?;
    assert!(!calendar.is_working(date("2026-01-05")));
    Ok(())
}

#[test]
fn the_clock_runs_in_opening_hours_only() {
    let calendar = WorkingCalendar::default();
    for (from, hours, due) in [
        // Sunday nine o'clock in Riyadh.
        ("2026-01-04T06:00:00Z", 2, "2026-01-04T08:00:00Z"),
        ("2026-01-04T06:00:00Z", 7, "2026-01-04T13:00:00Z"),
        ("2026-01-04T06:00:00Z", 8, "2026-01-05T06:00:00Z"),
        // Thursday three o'clock: one hour today, one on Sunday.
        ("2026-01-08T12:00:00Z", 2, "2026-01-11T06:00:00Z"),
        // Friday: the clock starts on Sunday at eight.
        ("2026-01-09T10:00:00Z", 1, "2026-01-11T06:00:00Z"),
        ("2026-01-09T10:00:00Z", 0, "2026-01-11T05:00:00Z"),
        // Before opening and at closing.
        ("2026-01-04T01:00:00Z", 1, "2026-01-04T06:00:00Z"),
        ("2026-01-04T13:00:00Z", 1, "2026-01-05T06:00:00Z"),
        // 48 working hours are six days.
        ("2026-01-04T05:00:00Z", 48, "2026-01-11T13:00:00Z"),
    ] {
        assert_eq!(calendar.due(at(from), hours), at(due), "{hours} hours from {from}");
    }
}

#[test]
fn settings_that_leave_no_time_to_work_are_refused() {
    let refused = |change: fn(&mut CalendarSettings)| {
        let mut settings = WorkingCalendar::default().0;
        change(&mut settings);
        WorkingCalendar::new(settings).err()
    };
    assert_eq!(refused(|s| s.fixed.push(FixedHoliday { month: 2, day: 30 })), Some(Invalid::Date));
    assert_eq!(refused(|s| s.fixed.push(FixedHoliday { month: 2, day: 29 })), None);
    assert_eq!(refused(|s| s.hijri.push(HijriHoliday { month: 13, first: 1, last: 2 })), Some(Invalid::Date));
    assert_eq!(refused(|s| s.hijri.push(HijriHoliday { month: 1, first: 3, last: 2 })), Some(Invalid::Date));
    let too_many = Some(Invalid::TooMany { max: 60 });
    assert_eq!(refused(|s| s.hijri = vec![HijriHoliday { month: 1, first: 1, last: 30 }; 3]), too_many);
    assert_eq!(refused(|s| s.closed = vec![NaiveDate::MIN; 400]), Some(Invalid::TooMany { max: 366 }));
    assert_eq!(refused(|s| s.closes = s.opens), Some(Invalid::Choice));
    assert_eq!(refused(|s| std::mem::swap(&mut s.closes, &mut s.opens)), Some(Invalid::Choice));
}

#[test]
fn the_doors_are_open_in_working_hours() {
    let calendar = WorkingCalendar::default();
    let open = Doors::Open { until: NaiveTime::MIN + TimeDelta::hours(16) };
    let next = |day: &str| Doors::Closed { next: date(day).and_time(calendar.0.opens) };
    for (moment, doors) in [
        ("2026-11-22T05:00:00Z", open),               // Sunday, eight in the morning
        ("2026-11-22T04:59:59Z", next("2026-11-22")), // a second before
        ("2026-11-22T13:00:00Z", next("2026-11-23")), // at closing time
        ("2026-11-26T15:00:00Z", next("2026-11-29")), // Thursday evening
        ("2026-09-23T07:00:00Z", next("2026-09-24")), // National Day
    ] {
        assert_eq!(calendar.doors(at(moment)), doors, "{moment}");
    }
}

#[test]
fn coming_holidays_are_told_in_runs() {
    let calendar = WorkingCalendar::default();
    let runs = |from, days| calendar.holidays_after(date(from), days);
    assert_eq!(runs("2026-09-01", 60), [(date("2026-09-23"), date("2026-09-23"))]);
    assert_eq!(runs("2026-03-10", 30), [(date("2026-03-18"), date("2026-03-23"))]);
    assert_eq!(runs("2026-11-01", 30), []);
}

#[test]
fn settings_are_checked_when_read() -> serde_json::Result<()> {
    let calendar = WorkingCalendar::default();
    let mut json = serde_json::to_value(&calendar)?;
    assert_eq!(serde_json::from_value::<WorkingCalendar>(json.clone())?, calendar);
    json["opens"] = "16:00:00".into();
    assert!(serde_json::from_value::<WorkingCalendar>(json).is_err());
    Ok(())
}

proptest! {
    #[test]
    fn as_many_days_lie_between_as_were_added(from in year_2026(), days in 1_u16..60) {
        let calendar = WorkingCalendar::default();
        let to = calendar.add_working_days(from, days);
        prop_assert!(calendar.is_working(to));
        prop_assert_eq!(calendar.working_days_between(from, to), usize::from(days));
    }

    #[test]
    fn more_hours_are_never_due_earlier(seconds in 0_i64..31_536_000, hours in 0_u16..200) {
        let calendar = WorkingCalendar::default();
        let from = at("2026-01-01T00:00:00Z") + TimeDelta::seconds(seconds);
        let due = calendar.due(from, hours);
        prop_assert!(due >= from && calendar.due(from, hours + 1) > due);
        prop_assert!(calendar.is_working(riyadh_datetime(due).date()));
        let time = riyadh_datetime(due).time();
        prop_assert!(calendar.0.opens <= time && time <= calendar.0.closes);
    }
}

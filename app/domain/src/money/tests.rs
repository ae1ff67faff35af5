use proptest::prelude::*;

use super::*;

#[test]
fn reads_riyals_as_people_write_them() {
    for (typed, halalas) in [
        ("0", 0),
        ("1250", 125_000),
        ("1,250", 125_000),
        ("1,250.5", 125_050),
        ("1,250.50", 125_050),
        ("١٢٥٠", 125_000),
        ("١٬٢٥٠٫٥٠", 125_050),
        ("١،٢٥٠", 125_000),
        ("۱۲۵۰", 125_000),
        ("1 250", 125_000),
        ("1\u{202F}250", 125_000),
        ("500 ريال", 50_000),
        ("SAR 500", 50_000),
        ("500.75 ر.س", 50_075),
        ("\u{200F}500\u{200F}", 50_000),
        ("0050", 5_000),
        ("10,000,000,000", 1_000_000_000_000),
    ] {
        assert_eq!(Halalas::parse(typed), Ok(Halalas(halalas)), "{typed}");
    }
}

#[test]
fn refuses_rather_than_guesses() {
    for typed in [
        "ألف",
        "1.250",
        "1,25",
        "12,50,000",
        "1,250,",
        ",250",
        "1.",
        ".5",
        "1.2.3",
        "1e3",
        "+5",
        "1.+5",
        "5-",
        "--5",
        "-",
    ] {
        assert_eq!(Halalas::parse(typed), Err(Invalid::Amount), "{typed}");
    }
    assert_eq!(Halalas::parse(" ريال "), Err(Invalid::Missing));
    assert_eq!(Halalas::parse("-5"), Err(Invalid::AmountNegative));
    assert_eq!(Halalas::parse("\u{2212}٥"), Err(Invalid::AmountNegative));
    assert_eq!(Halalas::parse("10,000,000,000.01"), Err(Invalid::AmountTooLarge));
    assert_eq!(Halalas::parse(&"9".repeat(90)), Err(Invalid::AmountTooLarge));
    assert_eq!(Halalas::parse(&"9".repeat(2_000_000)), Err(Invalid::Amount));
}

#[test]
fn is_shown_in_riyals() {
    let shown = [0, 5, 100, 99_900, 100_000, 125_050, -125_005, 12_345_678_900, i64::MIN].map(Halalas);
    insta::assert_snapshot!(shown.map(|amount| amount.to_string()).join(" | "), @"0 | 0.05 | 1 | 999 | 1,000 | 1,250.50 | -1,250.05 | 123,456,789 | -92,233,720,368,547,758.08");
}

#[test]
fn sums_stay_payable_or_are_refused() {
    assert_eq!(Halalas::checked_sum([Halalas(5), Halalas(7)]), Some(Halalas(12)));
    assert_eq!(Halalas::MAX.checked_add(Halalas(1)), None);
    assert_eq!(Halalas(3).checked_sub(Halalas(5)), Some(Halalas(-2)));
    assert_eq!(Halalas(i64::MIN).checked_sub(Halalas(1)), None);
    assert_eq!(Halalas(i64::MAX) + Halalas(1), Halalas(i64::MAX));
    assert_eq!([Halalas(5), Halalas(7)].into_iter().sum::<Halalas>() - Halalas(20), Halalas(-8));
    assert_eq!(Halalas::from_riyals(750), Halalas(75_000));
}

#[test]
fn shares_are_rounded_down() {
    assert_eq!(Halalas(100).divided_by(3), Halalas(33));
    assert_eq!(Halalas(-1).divided_by(2), Halalas(-1));
    assert_eq!(Halalas(100).divided_by(0), Halalas(100));
}

proptest! {
    #[test]
    fn parsing_what_is_shown_changes_nothing(halalas in 0..=Halalas::MAX.0) {
        prop_assert_eq!(Halalas::parse(&Halalas(halalas).to_string())?, Halalas(halalas));
    }

    #[test]
    fn json_keeps_every_halala_and_is_no_number(halalas in -Halalas::MAX.0..=Halalas::MAX.0) {
        let json = serde_json::to_value(Halalas(halalas))?;
        prop_assert!(json.is_string());
        prop_assert_eq!(serde_json::from_value::<Halalas>(json)?, Halalas(halalas));
    }

    #[test]
    fn what_is_parsed_is_never_negative(raw in "[-−]?[0-9٠-٩]{0,4}[,٬]?[0-9]{0,3}[.٫]?[0-9]{0,3}") {
        if let Ok(amount) = Halalas::parse(&raw) {
            prop_assert!((Halalas::ZERO..=Halalas::MAX).contains(&amount));
        }
    }

    #[test]
    fn shares_never_exceed_the_amount(halalas in -Halalas::MAX.0..=Halalas::MAX.0, parts in 1_u32..1_000) {
        let share = Halalas(halalas).divided_by(parts).0;
        let rest = halalas - share * i64::from(parts);
        prop_assert!((0..i64::from(parts)).contains(&rest));
    }

    #[test]
    fn never_panics(raw in ".*") {
        let _ = Halalas::parse(&raw);
    }
}

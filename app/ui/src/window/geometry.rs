//! Where the days lie on the bar, in thousandths of its width; pages that read from the right count from the right.

use super::WindowDays;

/// Room at both ends for half a label.
const INSET: u32 = 50;

/// Maps days to places.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    last: u32,
    from_right: bool,
}

impl Scale {
    /// The bar ends at the promise, or at today once that is later.
    pub(super) fn new(days: WindowDays, from_right: bool) -> Self {
        Self { last: days.promise.max(days.today).max(days.floor).max(1), from_right }
    }

    /// The place of a day.
    pub(super) fn at(self, day: u32) -> u32 {
        let along = INSET + (1000 - 2 * INSET) * day.min(self.last) / self.last;
        if self.from_right { 1000 - along } else { along }
    }

    /// Left edge and width of the stretch between two days.
    pub(super) fn span(self, from: u32, to: u32) -> (u32, u32) {
        let (from, to) = (self.at(from), self.at(to));
        (from.min(to), from.abs_diff(to))
    }
}

/// Width of the narrowest bar that is drawn, in pixels: a phone of 320.
const NARROWEST: i32 = 236;

/// How far the middle of a label moves, in pixels, so that half of it (`half`) leaves neither end of the narrowest bar.
pub(super) fn nudge(thousandths: u32, half: i32) -> i32 {
    let from_left = i32::try_from(thousandths).unwrap_or(1000) * NARROWEST / 1000;
    let from_right = NARROWEST - from_left;
    (half - from_left).max(0) - (half - from_right).max(0)
}

/// Thousandths as a percentage.
pub(super) fn percent(thousandths: u32) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAYS: WindowDays = WindowDays { today: 9, floor: 14, promise: 30 };

    #[test]
    fn arabic_counts_from_the_right() {
        let (ltr, rtl) = (Scale::new(DAYS, false), Scale::new(DAYS, true));
        for day in 0..=30 {
            assert_eq!(ltr.at(day) + rtl.at(day), 1000);
        }
        assert_eq!(percent(ltr.at(0)), "5.0%");
        assert_eq!(percent(rtl.at(0)), "95.0%");
    }

    #[test]
    fn a_late_request_makes_the_bar_longer() {
        let late = Scale::new(WindowDays { today: 40, ..DAYS }, false);
        assert!(late.at(30) < late.at(40));
        assert_eq!(late.at(40), 950);
    }

    #[test]
    fn a_label_stays_inside_the_narrowest_bar() {
        for thousandths in 0..=1000 {
            let middle = i32::try_from(thousandths).expect("small") * NARROWEST / 1000 + nudge(thousandths, 32);
            assert!((32..=NARROWEST - 32).contains(&middle), "{thousandths}: {middle}");
        }
        assert_eq!(nudge(500, 32), 0);
    }

    #[test]
    fn nothing_leaves_the_bar() {
        let zero = Scale::new(WindowDays { today: 0, floor: 0, promise: 0 }, true);
        assert!(zero.at(u32::MAX) <= 1000);
    }
}

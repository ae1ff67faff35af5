//! When a message may ring, and whether it is sent at all.

use chrono::{Datelike, Days, NaiveDateTime, NaiveTime, Weekday};

use super::{Template, Weight};
use crate::time::{Timestamp, from_riyadh, riyadh_date, riyadh_datetime};

/// The hours, in Riyadh, in which nothing rings that can wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuietHours {
    pub from: NaiveTime,
    pub until: NaiveTime,
    /// On Fridays it stays quiet until after the noon prayer.
    pub friday_until: NaiveTime,
}

impl QuietHours {
    /// The first moment from this one on that is not quiet.
    pub fn opens(&self, at: Timestamp) -> Timestamp {
        let civil = riyadh_datetime(at);
        let opens = self.after_night(civil);
        let friday = opens.weekday() == Weekday::Fri && opens.time() < self.friday_until;
        if friday { from_riyadh(opens.date().and_time(self.friday_until)) } else { from_riyadh(opens) }
    }

    fn after_night(&self, civil: NaiveDateTime) -> NaiveDateTime {
        let time = civil.time();
        let over_midnight = self.from > self.until;
        let evening = time >= self.from && (over_midnight || time < self.until);
        let morning = over_midnight && time < self.until;
        let next = civil.date().checked_add_days(Days::new(1));
        match (evening, morning, next) {
            (true, _, Some(next)) if over_midnight => next.and_time(self.until),
            (true, _, _) | (_, true, _) => civil.date().and_time(self.until),
            _ => civil,
        }
    }
}

/// What the association settled for its messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    pub quiet: QuietHours,
    /// The most messages that can wait one person gets in a day.
    pub most_a_day: u64,
}

/// A message about to leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// `None` for one whose template is no longer known: it is needed, and can wait.
    pub template: Option<Template>,
    pub written_at: Timestamp,
    /// Did its recipient stop what they can do without?
    pub stopped: bool,
    /// Messages that can wait, sent to them today.
    pub sent_today: u64,
}

/// What happens to a message now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Send,
    Hold {
        until: Timestamp,
    },
    /// It is never sent.
    Drop(Why),
}

/// Why a message is never sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Its recipient wants none of the kind.
    Stopped,
    /// It came too late to be of use.
    TooOld,
}

impl Rules {
    /// Decides on a message at a moment.
    pub fn judge(&self, message: &Waiting, now: Timestamp) -> Verdict {
        let weight = message.template.map_or(Weight::Needed, Template::weight);
        if weight.may_be_stopped() && message.stopped {
            return Verdict::Drop(Why::Stopped);
        }
        if message.template.and_then(Template::useful_for).is_some_and(|time| now - message.written_at > time) {
            return Verdict::Drop(Why::TooOld);
        }
        if !weight.can_wait() {
            return Verdict::Send;
        }
        let opens = self.quiet.opens(if message.sent_today < self.most_a_day { now } else { tomorrow(now) });
        if opens > now { Verdict::Hold { until: opens } } else { Verdict::Send }
    }
}

/// The beginning of the next day in Riyadh.
fn tomorrow(now: Timestamp) -> Timestamp {
    let today = riyadh_date(now);
    from_riyadh(today.checked_add_days(Days::new(1)).unwrap_or(today).and_time(NaiveTime::MIN))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn time(hour: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, 0, 0).expect("an hour")
    }

    fn rules() -> Rules {
        Rules { quiet: QuietHours { from: time(21), until: time(8), friday_until: time(13) }, most_a_day: 3 }
    }

    /// A moment of November 2026 in Riyadh; the 27th is a Friday.
    fn at(day: u32, hour: u32, minute: u32) -> Timestamp {
        let day = crate::NaiveDate::from_ymd_opt(2026, 11, day).expect("a day");
        from_riyadh(day.and_hms_opt(hour, minute, 0).expect("a time"))
    }

    fn message(template: Template) -> Waiting {
        Waiting { template: Some(template), written_at: at(24, 10, 0), stopped: false, sent_today: 0 }
    }

    #[test]
    fn nights_and_friday_mornings_are_quiet() {
        let quiet = rules().quiet;
        for (from, opens) in [
            (at(24, 20, 59), at(24, 20, 59)),
            (at(24, 21, 0), at(25, 8, 0)),
            (at(25, 7, 59), at(25, 8, 0)),
            (at(25, 8, 0), at(25, 8, 0)),
            (at(26, 22, 0), at(27, 13, 0)),
            (at(27, 3, 0), at(27, 13, 0)),
            (at(27, 9, 0), at(27, 13, 0)),
            (at(27, 13, 0), at(27, 13, 0)),
            (at(27, 21, 30), at(28, 8, 0)),
        ] {
            assert_eq!(quiet.opens(from), opens, "{from}");
        }
    }

    #[test]
    fn a_quiet_time_within_one_day_and_none_at_all() {
        let noon = QuietHours { from: time(12), until: time(15), friday_until: time(0) };
        assert_eq!(noon.opens(at(24, 13, 0)), at(24, 15, 0));
        assert_eq!(noon.opens(at(24, 23, 0)), at(24, 23, 0));
        let never = QuietHours { from: time(0), until: time(0), friday_until: time(0) };
        assert_eq!(never.opens(at(27, 3, 0)), at(27, 3, 0));
    }

    #[test]
    fn what_presses_goes_at_night_and_the_rest_waits() {
        let night = at(24, 23, 0);
        for template in Template::ALL {
            let written = Waiting { written_at: night, ..message(template) };
            let expected =
                if template.weight().can_wait() { Verdict::Hold { until: at(25, 8, 0) } } else { Verdict::Send };
            assert_eq!(rules().judge(&written, night), expected, "{template}");
        }
        let unknown = Waiting { template: None, ..message(Template::Matched) };
        assert_eq!(rules().judge(&unknown, night), Verdict::Hold { until: at(25, 8, 0) });
    }

    #[test]
    fn who_stopped_messages_still_gets_what_is_needed() {
        let now = at(24, 10, 0);
        for template in Template::ALL {
            let stopped = Waiting { stopped: true, ..message(template) };
            let courtesy = template.weight() == Weight::Courtesy;
            let expected = if courtesy { Verdict::Drop(Why::Stopped) } else { Verdict::Send };
            assert_eq!(rules().judge(&stopped, now), expected, "{template}");
        }
    }

    #[test]
    fn a_code_that_expired_is_not_sent() {
        let code = message(Template::SignInCode);
        assert_eq!(rules().judge(&code, at(24, 10, 5)), Verdict::Send);
        let late = at(24, 10, 5) + TimeDelta::seconds(1);
        assert_eq!(rules().judge(&code, late), Verdict::Drop(Why::TooOld));
    }

    #[test]
    fn the_code_of_a_representative_is_worth_sending_as_long_as_it_counts() {
        let code = message(Template::RepresentationCode);
        assert_eq!(rules().judge(&code, at(24, 10, 15)), Verdict::Send);
        let late = at(24, 10, 15) + TimeDelta::seconds(1);
        assert_eq!(rules().judge(&code, late), Verdict::Drop(Why::TooOld));
    }

    #[test]
    fn the_days_most_moves_the_rest_to_the_next_morning() {
        let now = at(24, 10, 0);
        let full = |template| Waiting { sent_today: 3, ..message(template) };
        assert_eq!(rules().judge(&full(Template::Answered), now), Verdict::Hold { until: at(25, 8, 0) });
        assert_eq!(rules().judge(&full(Template::OnItsWay), now), Verdict::Send);
        let thursday = at(26, 10, 0);
        assert_eq!(rules().judge(&full(Template::Matched), thursday), Verdict::Hold { until: at(27, 13, 0) });
    }
}

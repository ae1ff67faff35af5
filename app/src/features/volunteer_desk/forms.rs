//! Reading the forms of the coordinator's desk.

use domain::{
    Invalid, LongText, PlaceId, ShortText,
    digits::parse_integer,
    programme::Bilingual,
    volunteer::{Audience, ClockTime, Opportunity, ShiftPlan, Skill, parse_minutes},
};
use services::volunteers::Draft;

use crate::{
    features::{apply::date, office::words::choice},
    form::{Problem, Reading, Values},
};

/// Most characters of what one does.
const WORK: usize = 400;
/// Most volunteers on one attendance sheet.
const MOST: usize = 200;

/// A number from 1 to `most`.
fn number(raw: &str, most: u16) -> Result<u16, Invalid> {
    let number = parse_integer(raw, 1, most.into())?;
    u16::try_from(number).map_err(|_| Invalid::Number)
}

/// A text in both languages.
fn both<const MAX: usize>(reading: &mut Reading<'_>, ar: &str, en: &str) -> Option<Bilingual> {
    let (ar, en) = (reading.field(ar, ShortText::<MAX>::parse), reading.field(en, ShortText::<MAX>::parse));
    Some(Bilingual { ar: ar?.to_string(), en: en?.to_string() })
}

pub fn plan(values: &Values) -> Result<Draft, Problem> {
    let mut reading = Reading::of(values);
    let title = both::<{ Opportunity::LINE }>(&mut reading, "title_ar", "title_en");
    let work = both::<WORK>(&mut reading, "work_ar", "work_en");
    let place = both::<{ Opportunity::LINE }>(&mut reading, "place_ar", "place_en");
    let audience = reading.field("audience", choice::<Audience>);
    let skills: Result<_, _> = values.all("skills").take(50).map(choice::<Skill>).collect();
    let skills = reading.keep("skills", skills);
    let wanted = reading.field("wanted", |raw| number(raw, Opportunity::MOST));
    let open = values.get("open") == "yes";
    let read = (|| {
        Some(Draft {
            title: title?,
            work: work?,
            place: place?,
            audience: audience?,
            skills: skills?,
            wanted: wanted?,
            open,
        })
    })();
    reading.done(read)
}

pub fn shift(values: &Values) -> Result<ShiftPlan, Problem> {
    let mut reading = Reading::of(values);
    let on = reading.keep("on", date::read(values, "on"));
    let from = reading.field("from", ClockTime::parse);
    let until = reading.field("until", ClockTime::parse);
    let capacity = reading.field("capacity", |raw| number(raw, ShiftPlan::MOST));
    let parts = (|| Some((on?, from?, until?, capacity?)))();
    let plan = parts.and_then(|(on, from, until, capacity)| {
        let plan = ShiftPlan::new(on, from, until, capacity);
        reading.keep("until", plan)
    });
    reading.done(plan)
}

pub fn reason(values: &Values) -> Result<LongText, Problem> {
    let mut reading = Reading::of(values);
    let reason = reading.field("reason", LongText::parse);
    reading.done(reason)
}

/// Who came, each with their time; the time of somebody who did not come is not looked at.
pub fn attendance(values: &Values) -> Result<Vec<(PlaceId, u16)>, Problem> {
    let mut reading = Reading::of(values);
    let mut came = Vec::new();
    for raw in values.all("came").take(MOST) {
        let Some(place) = reading.keep("came", raw.parse::<PlaceId>().map_err(|_| Invalid::Choice)) else { continue };
        let time = reading.field(&format!("time_{place}"), |raw| match parse_minutes(raw)? {
            0 => Err(Invalid::Time),
            minutes => Ok(minutes),
        });
        if let Some(minutes) = time {
            came.push((place, minutes));
        }
    }
    reading.done(Some(came))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(&str, &str)]) -> Values {
        Values(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    fn names<T: std::fmt::Debug>(read: Result<T, Problem>) -> Vec<String> {
        match read {
            Err(Problem::Fields(problems)) => problems.into_iter().map(|(name, _)| name).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_opportunity_is_told_in_both_languages() {
        let texts = ["title_ar", "title_en", "work_ar", "work_en", "place_ar", "place_en"];
        let all = [texts.as_slice(), &["audience", "wanted"]].concat();
        assert_eq!(names(plan(&Values::default())), all);
        let mut whole: Vec<(&str, &str)> = texts.iter().map(|name| (*name, "نص")).collect();
        whole.extend([("audience", "women"), ("wanted", "٨"), ("skills", "packing")]);
        let read = plan(&values(&whole)).expect("read");
        assert_eq!((read.wanted, read.audience, read.open), (8, Audience::Women, false));
        whole.push(("wanted", "0"));
        whole.retain(|pair| *pair != ("wanted", "٨"));
        assert_eq!(names(plan(&values(&whole))), ["wanted"]);
    }

    #[test]
    fn a_shift_ends_after_it_begins() {
        let day = [("on_day", "1"), ("on_month", "12"), ("on_year", "2026"), ("capacity", "5")];
        let timed = |from, until| values(&[day.as_slice(), &[("from", from), ("until", until)]].concat());
        assert_eq!(shift(&timed("١٦:٠٠", "20:30")).map(|plan| plan.minutes()), Ok(270));
        assert_eq!(names(shift(&timed("20:00", "16:00"))), ["until"]);
        assert_eq!(names(shift(&Values::default())), ["on", "from", "until", "capacity"]);
    }

    #[test]
    fn only_the_time_of_those_who_came_is_read() {
        let sheet = [("came", "4"), ("time_4", "3:30"), ("time_5", "nonsense")];
        assert_eq!(attendance(&values(&sheet)), Ok(vec![(PlaceId(4), 210)]));
        assert_eq!(attendance(&Values::default()), Ok(Vec::new()));
        assert_eq!(names(attendance(&values(&[("came", "4"), ("time_4", "0")]))), ["time_4"]);
        assert_eq!(names(attendance(&values(&[("came", "x")]))), ["came"]);
    }
}

//! What somebody who joins fills in.

use domain::{
    Invalid, LongText, Mobile, ShiftId,
    name::{NamePart, PersonName},
    volunteer::{Profile, Slug},
};
use serde::de::DeserializeOwned;
use services::volunteers::Joining;

use crate::{
    features::{apply::date, office::words::choice},
    form::{Problem, Reading, Values},
};

/// Most shifts asked for at once.
const MOST_SHIFTS: usize = 30;

/// The whole form, of somebody who is not known yet: their mobile and what they write. Age and guardian are judged where
/// the day is known.
pub fn read(slug: Slug, values: &Values) -> Result<(Mobile, Joining), Problem> {
    let mut reading = Reading::of(values);
    let own = reading.field("name_own", NamePart::parse);
    let father = reading.field("name_father", NamePart::parse);
    let grandfather = reading.field("name_grandfather", NamePart::parse);
    let family = reading.field("name_family", NamePart::parse);
    let mobile = reading.field("mobile", Mobile::parse);
    let born_on = reading.keep("born", date::read(values, "born"));
    let guardian = reading.optional("guardian", Mobile::parse);
    let skills = reading.keep("skills", several(values, "skills"));
    let languages = reading.keep("languages", several(values, "languages"));
    let wanted = reading.keep("shifts", shifts(values));
    let words = reading.optional("words", LongText::parse);
    let read = (|| {
        let name = PersonName { own: own?, father: Some(father?), grandfather: Some(grandfather?), family: family? };
        let profile = Profile {
            name,
            born_on: born_on?,
            guardian: guardian?,
            skills: skills?.into_iter().collect(),
            languages: languages?.into_iter().collect(),
        };
        Some((mobile?, Joining { slug, profile: Some(profile), wanted: wanted?, words: words? }))
    })();
    reading.done(read)
}

/// The short form, of a volunteer who is signed in.
pub fn read_known(slug: Slug, values: &Values) -> Result<Joining, Problem> {
    let mut reading = Reading::of(values);
    let wanted = reading.keep("shifts", shifts(values));
    let words = reading.optional("words", LongText::parse);
    let read = wanted.zip(words).map(|(wanted, words)| Joining { slug, profile: None, wanted, words });
    reading.done(read)
}

fn shifts(values: &Values) -> Result<Vec<ShiftId>, Invalid> {
    let shifts: Result<Vec<ShiftId>, _> = values.all("shifts").take(MOST_SHIFTS + 1).map(str::parse).collect();
    let shifts = shifts.map_err(|_| Invalid::Choice)?;
    if shifts.len() > MOST_SHIFTS { Err(Invalid::TooMany { max: MOST_SHIFTS }) } else { Ok(shifts) }
}

/// Every choice that was ticked under a name.
pub fn several<T: DeserializeOwned>(values: &Values, name: &str) -> Result<Vec<T>, Invalid> {
    values.all(name).take(50).map(choice).collect()
}

#[cfg(test)]
mod tests {
    use domain::volunteer::{Skill, Tongue};

    use super::*;

    fn slug() -> Slug {
        Slug::parse("packing-1").expect("a slug")
    }

    fn filled() -> Vec<(&'static str, &'static str)> {
        vec![
            ("name_own", "سارة"),
            ("name_father", "محمد"),
            ("name_grandfather", "عبد الله"),
            ("name_family", "السالم"),
            ("mobile", "٠٥٠ ١٢٣ ٤٥٦٧"),
            ("born_day", "12"),
            ("born_month", "6"),
            ("born_year", "1420"),
            ("skills", "packing"),
            ("skills", "driving"),
            ("languages", "arabic"),
            ("shifts", "4"),
            ("words", " "),
        ]
    }

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
    fn a_whole_form_is_read() {
        let (mobile, joining) = read(slug(), &values(&filled())).expect("read");
        let profile = joining.profile.expect("told");
        assert_eq!(
            (mobile.local().as_str(), profile.name.full().as_str()),
            ("0501234567", "سارة محمد عبد الله السالم")
        );
        assert!(profile.skills.contains(&Skill::Driving) && profile.languages.contains(&Tongue::Arabic));
        assert_eq!((joining.wanted, joining.words), (vec![ShiftId(4)], None));
    }

    #[test]
    fn everything_missing_is_told_at_once() {
        let missing = ["name_own", "name_father", "name_grandfather", "name_family", "mobile", "born"];
        assert_eq!(names(read(slug(), &Values::default())), missing);
        assert!(read_known(slug(), &Values::default()).is_ok());
    }

    #[test]
    fn what_was_not_offered_is_refused() {
        for (name, value) in [("skills", "flying"), ("languages", "klingon"), ("shifts", "x"), ("guardian", "12")] {
            let mut pairs = filled();
            pairs.push((name, value));
            assert_eq!(names(read(slug(), &values(&pairs))), [name]);
        }
        let flood: Vec<(&str, &str)> = vec![("shifts", "1"); 1_000];
        assert_eq!(names(read_known(slug(), &values(&flood))), ["shifts"]);
    }
}

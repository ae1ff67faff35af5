//! What the form of the first section says.

use domain::{
    ShortAddress, ShortText,
    application::Identity,
    name::{NamePart, PersonName},
};

use super::{date, words};
use crate::form::{Problem, Reading, Values};

/// Whether a citizen's name is whole is asked where the ID is known.
pub fn read(values: &Values) -> Result<Identity, Problem> {
    let mut reading = Reading::of(values);
    let own = reading.field("name_own", NamePart::parse);
    let father = reading.optional("name_father", NamePart::parse);
    let grandfather = reading.optional("name_grandfather", NamePart::parse);
    let family = reading.field("name_family", NamePart::parse);
    let born_on = reading.keep("born", date::read(values, "born"));
    let group = reading.field("group", words::choice);
    let city = reading.field("city", ShortText::parse);
    let address = reading.optional("address", ShortAddress::parse);
    let read = (|| {
        let name = PersonName { own: own?, father: father?, grandfather: grandfather?, family: family? };
        Some(Identity { name, born_on: born_on?, group: group?, city: city?, address: address? })
    })();
    reading.done(read)
}

#[cfg(test)]
mod tests {
    use domain::{Invalid, application::Group};

    use super::*;

    fn filled() -> Vec<(String, String)> {
        [
            ("name_own", "سَارَة"),
            ("name_father", "محمد"),
            ("name_grandfather", "عبد الله"),
            ("name_family", "آل سالم"),
            ("born_day", "١٢"),
            ("born_month", "٦"),
            ("born_year", "١٤٠٥"),
            ("born_calendar", "hijri"),
            ("group", "widow"),
            ("city", "مكة المكرمة"),
            ("address", "rrrd ٢٩٢٩"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec()
    }

    fn with(name: &str, value: &str) -> Values {
        let mut values = filled();
        values.iter_mut().filter(|(key, _)| key == name).for_each(|(_, old)| value.clone_into(old));
        Values(values)
    }

    #[test]
    fn names_with_tashkeel_and_arabic_digits_are_fine() {
        let identity = read(&Values(filled())).expect("read");
        assert_eq!(identity.name.full(), "سَارَة محمد عبد الله آل سالم");
        assert_eq!(identity.group, Group::Widow);
        assert_eq!(identity.address.map(|address| address.to_string()).as_deref(), Some("RRRD2929"));
    }

    #[test]
    fn every_problem_is_said_at_once() {
        let Err(Problem::Fields(problems)) = read(&Values::default()) else { panic!("an empty form is refused") };
        let fields: Vec<&str> = problems.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["name_own", "name_family", "born", "group", "city"]);
    }

    #[test]
    fn a_flood_is_refused_by_field() {
        let flood = read(&with("name_own", &"س".repeat(1_000_000)));
        assert_eq!(flood, Err(Problem::Fields(vec![("name_own".to_owned(), Invalid::TooLong { max: NamePart::MAX })])));
        let markup = read(&with("name_family", "<script>"));
        assert_eq!(markup, Err(Problem::Fields(vec![("name_family".to_owned(), Invalid::NameCharacters)])));
        let choice = read(&with("group", "king"));
        assert_eq!(choice, Err(Problem::Fields(vec![("group".to_owned(), Invalid::Choice)])));
    }
}

//! What the form of the household says.

use domain::{
    Invalid, ShortText,
    household::{Household, Member},
    parse_date,
};

use super::{
    household_rows::{Row, field_id, typed},
    words,
};
use crate::form::{Problem, Reading, Values};

/// The household; rows without any answer are left out.
pub fn read(values: &Values) -> Result<Household, Problem> {
    let mut reading = Reading::of(values);
    let tenure = reading.field("tenure", words::choice);
    let rows = typed(values);
    if rows.len() > Household::MOST {
        reading.keep::<()>("member_name", Err(Invalid::TooMany { max: Household::MOST }));
    }
    let filled = rows.iter().enumerate().filter(|(_, row)| !is_blank(row));
    let members: Vec<Option<Member>> = filled
        .map(|(at, row)| {
            let name = reading.keep(&field_id("member_name", at), ShortText::parse(&row.name));
            let kinship = reading.keep(&field_id("member_kinship", at), words::choice(&row.kinship));
            let born_on = reading.keep(&field_id("member_born", at), parse_date(&row.born));
            let schooling = reading.keep(&field_id("member_schooling", at), or_usual(&row.schooling));
            let health = reading.keep(&field_id("member_health", at), or_usual(&row.health));
            let residence = reading.keep(&field_id("member_residence", at), or_usual(&row.residence));
            Some(Member {
                schooling: schooling?,
                health: health?,
                residence: residence?,
                ..Member::new(name?, kinship?, born_on?)
            })
        })
        .collect();
    let members = members.into_iter().collect::<Option<Vec<Member>>>();
    let read = tenure.zip(members).map(|(tenure, members)| Household { members, tenure });
    reading.done(read)
}

/// The choice made, or the usual one where none was.
fn or_usual<T: Default + serde::de::DeserializeOwned>(slug: &str) -> Result<T, Invalid> {
    if slug.trim().is_empty() { Ok(T::default()) } else { words::choice(slug) }
}

fn is_blank(row: &Row) -> bool {
    [&row.name, &row.kinship, &row.born].iter().all(|part| part.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use domain::household::{Kinship, Tenure};

    use super::*;

    fn form(rows: &[(&str, &str, &str)], press: &str) -> Values {
        let mut values = vec![("tenure".to_owned(), "rented".to_owned())];
        for (name, kinship, born) in rows {
            values.push(("member_name".to_owned(), (*name).to_owned()));
            values.push(("member_kinship".to_owned(), (*kinship).to_owned()));
            values.push(("member_born".to_owned(), (*born).to_owned()));
        }
        values.push(("do".to_owned(), press.to_owned()));
        Values(values)
    }

    const NOURA: (&str, &str, &str) = ("نورة", "daughter", "١/٦/٢٠١٥");

    #[test]
    fn blank_rows_are_left_out() {
        let household = read(&form(&[("", "", " "), NOURA], "save")).expect("read");
        assert_eq!(household.tenure, Tenure::Rented);
        assert_eq!(household.members.len(), 1);
        assert_eq!(household.members[0].kinship, Kinship::Daughter);
        assert!(read(&form(&[], "save")).expect("alone").members.is_empty());
    }

    #[test]
    fn a_problem_names_its_row() {
        let refused = read(&form(&[NOURA, ("خالد", "son", "مساء")], "save"));
        assert_eq!(refused, Err(Problem::Fields(vec![("member_born-2".to_owned(), Invalid::Date)])));
    }

    #[test]
    fn a_crowd_is_refused() {
        let refused = read(&form(&[NOURA; 40], "save"));
        assert_eq!(
            refused,
            Err(Problem::Fields(vec![("member_name".to_owned(), Invalid::TooMany { max: Household::MOST })]))
        );
    }
}

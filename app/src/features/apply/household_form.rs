//! What the form of the household says: rows that repeat, with or without a script.

use domain::{
    Invalid, ShortText,
    household::{Household, Member},
    parse_date,
};

use super::words;
use crate::form::{Problem, Reading, Values};

/// One row as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub name: String,
    pub kinship: String,
    pub born: String,
}

impl Row {
    fn is_blank(&self) -> bool {
        [&self.name, &self.kinship, &self.born].iter().all(|part| part.trim().is_empty())
    }
}

/// Which button was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    Save,
    /// Show a row more.
    Add,
    /// Show one row less: this one, counted from 0.
    Remove(usize),
}

pub fn press(values: &Values) -> Press {
    match values.get("do") {
        "add" => Press::Add,
        other => {
            let row = other.strip_prefix("remove-").and_then(|row| row.parse().ok());
            row.map_or(Press::Save, Press::Remove)
        }
    }
}

/// The id of a field in a row, counted from 0: the first has the bare name, as in a group.
pub fn field_id(name: &str, row: usize) -> String {
    if row == 0 { name.to_owned() } else { format!("{name}-{}", row + 1) }
}

/// The name of a field and its row, from its id.
pub fn field_of(id: &str) -> (&str, usize) {
    let row = |(name, row): (_, &str)| Some((name, row.parse::<usize>().ok()?.checked_sub(1)?));
    id.rsplit_once('-').and_then(row).unwrap_or((id, 0))
}

/// The rows as typed.
fn typed(values: &Values) -> Vec<Row> {
    let mut kinships = values.all("member_kinship");
    let mut births = values.all("member_born");
    values
        .all("member_name")
        .take(Household::MOST + 1)
        .map(|name| Row {
            name: name.to_owned(),
            kinship: kinships.next().unwrap_or_default().to_owned(),
            born: births.next().unwrap_or_default().to_owned(),
        })
        .collect()
}

/// The rows to show after the form came in: as typed, with a row more or less if that was asked for.
pub fn rows(values: &Values) -> Vec<Row> {
    let mut rows = typed(values);
    match press(values) {
        Press::Add if rows.len() < Household::MOST => rows.push(Row::default()),
        Press::Remove(row) if row < rows.len() => drop(rows.remove(row)),
        Press::Save | Press::Add | Press::Remove(_) => {}
    }
    rows
}

/// The household; rows without any answer are left out.
pub fn read(values: &Values) -> Result<Household, Problem> {
    let mut reading = Reading::of(values);
    let tenure = reading.field("tenure", words::choice);
    let rows = typed(values);
    if rows.len() > Household::MOST {
        reading.keep::<()>("member_name", Err(Invalid::TooMany { max: Household::MOST }));
    }
    let filled = rows.iter().enumerate().filter(|(_, row)| !row.is_blank());
    let members: Vec<Option<Member>> = filled
        .map(|(at, row)| {
            let name = reading.keep(&field_id("member_name", at), ShortText::parse(&row.name));
            let kinship = reading.keep(&field_id("member_kinship", at), words::choice(&row.kinship));
            let born_on = reading.keep(&field_id("member_born", at), parse_date(&row.born));
            Some(Member { name: name?, kinship: kinship?, born_on: born_on? })
        })
        .collect();
    let members = members.into_iter().collect::<Option<Vec<Member>>>();
    let read = tenure.zip(members).map(|(tenure, members)| Household { members, tenure });
    reading.done(read)
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
    fn a_row_more_or_less_loses_nothing() {
        let added = rows(&form(&[NOURA, ("خالد", "", "مساء")], "add"));
        assert_eq!(added.len(), 3);
        assert_eq!(added[1].born, "مساء");
        let removed = rows(&form(&[NOURA, ("خالد", "son", "")], "remove-0"));
        assert_eq!(removed, vec![Row { name: "خالد".to_owned(), kinship: "son".to_owned(), born: String::new() }]);
        assert_eq!(rows(&form(&[NOURA], "remove-9")).len(), 1);
    }

    #[test]
    fn a_problem_names_its_row() {
        let refused = read(&form(&[NOURA, ("خالد", "son", "مساء")], "save"));
        assert_eq!(refused, Err(Problem::Fields(vec![("member_born-2".to_owned(), Invalid::Date)])));
    }

    #[test]
    fn an_id_names_its_row() {
        for row in [0, 1, 29] {
            assert_eq!(field_of(&field_id("member_born", row)), ("member_born", row));
        }
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

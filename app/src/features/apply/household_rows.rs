//! The rows of the household: they repeat, with or without a script.

use domain::household::Household;

use crate::form::Values;

/// One row as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub name: String,
    pub kinship: String,
    pub born: String,
    pub schooling: String,
    pub health: String,
    pub residence: String,
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
pub fn typed(values: &Values) -> Vec<Row> {
    let mut kinships = values.all("member_kinship");
    let mut births = values.all("member_born");
    let mut schools = values.all("member_schooling");
    let mut healths = values.all("member_health");
    let mut residences = values.all("member_residence");
    values
        .all("member_name")
        .take(Household::MOST + 1)
        .map(|name| Row {
            name: name.to_owned(),
            kinship: kinships.next().unwrap_or_default().to_owned(),
            born: births.next().unwrap_or_default().to_owned(),
            schooling: schools.next().unwrap_or_default().to_owned(),
            health: healths.next().unwrap_or_default().to_owned(),
            residence: residences.next().unwrap_or_default().to_owned(),
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

/// The form as if these rows had been typed into it.
#[cfg(feature = "ssr")]
pub fn typed_as(tenure: &str, rows: &[Row]) -> Vec<(String, String)> {
    let fields = |row: &Row| {
        let Row { name, kinship, born, schooling, health, residence } = row.clone();
        [
            ("member_name", name),
            ("member_kinship", kinship),
            ("member_born", born),
            ("member_schooling", schooling),
            ("member_health", health),
            ("member_residence", residence),
        ]
    };
    let pairs = [("tenure", tenure.to_owned())].into_iter().chain(rows.iter().flat_map(fields));
    pairs.map(|(name, value)| (name.to_owned(), value)).collect()
}

#[cfg(test)]
mod tests {
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

    pub const NOURA: (&str, &str, &str) = ("نورة", "daughter", "١/٦/٢٠١٥");

    #[test]
    fn a_row_more_or_less_loses_nothing() {
        let added = rows(&form(&[NOURA, ("خالد", "", "مساء")], "add"));
        assert_eq!(added.len(), 3);
        assert_eq!(added[1].born, "مساء");
        let removed = rows(&form(&[NOURA, ("خالد", "son", "")], "remove-0"));
        assert_eq!(removed, vec![Row { name: "خالد".to_owned(), kinship: "son".to_owned(), ..Row::default() }]);
        assert_eq!(rows(&form(&[NOURA], "remove-9")).len(), 1);
    }

    #[test]
    fn rows_are_typed_again_as_they_were() {
        let first = rows(&form(&[NOURA, ("خالد", "son", "مساء")], "add"));
        let again = Values(typed_as("rented", &first));
        assert_eq!(rows(&again), first);
        assert_eq!(again.get("tenure"), "rented");
    }

    #[test]
    fn an_id_names_its_row() {
        for row in [0, 1, 29] {
            assert_eq!(field_of(&field_id("member_born", row)), ("member_born", row));
        }
    }
}

//! What the form says to the programme's own questions.

use domain::question::Question;
#[cfg(feature = "ssr")]
use domain::{
    Halalas, Invalid, LongText,
    digits::parse_integer,
    question::{Cell, CellReply, Column, Field, Line, Replies, Reply},
};

#[cfg(feature = "ssr")]
use super::date;
#[cfg(feature = "ssr")]
use crate::form::{Reading, Values};

/// The field of a question.
pub fn field(question: &Question) -> String {
    format!("q_{}", question.name)
}

/// The field of a cell, by the field of its question.
pub fn cell_field(question: &str, row: usize, column: usize) -> String {
    format!("{question}__{row}_{column}")
}

/// Every reply; `None` where a problem was left behind.
#[cfg(feature = "ssr")]
pub fn read(reading: &mut Reading<'_>, values: &Values, questions: &[Question]) -> Option<Replies> {
    let mut replies = Replies::default();
    let mut whole = true;
    for question in questions {
        match reply(reading, values, question) {
            Some(Some(reply)) => replies.put(question, reply),
            Some(None) => {}
            None => whole = false,
        }
    }
    whole.then_some(replies)
}

/// `None` where a problem was left behind, `Some(None)` where nothing was said and nothing had to be.
#[cfg(feature = "ssr")]
#[expect(clippy::option_option, reason = "the house's readings: a problem, or a field that may be blank")]
fn reply(reading: &mut Reading<'_>, values: &Values, question: &Question) -> Option<Option<Reply>> {
    let name = field(question);
    let read = match &question.field {
        Field::Line => one(values.get(&name), |raw| Line::parse(raw).map(Reply::Line)),
        Field::Paragraph => one(values.get(&name), |raw| LongText::parse(raw).map(Reply::Paragraph)),
        Field::Number { most } => one(values.get(&name), |raw| number(raw, *most).map(Reply::Number)),
        Field::Money => one(values.get(&name), |raw| Halalas::parse(raw).map(Reply::Money)),
        Field::Choice { choices } => one(values.get(&name), |raw| {
            let offered = choices.iter().any(|choice| choice.name == raw);
            if offered { Ok(Reply::Choice(raw.to_owned())) } else { Err(Invalid::Choice) }
        }),
        Field::Date => match date::read(values, &name) {
            Err(Invalid::Missing) => Ok(None),
            day => day.map(Reply::Date).map(Some),
        },
        Field::Table { columns, rows } => {
            let rows = table(reading, values, &name, columns, *rows)?;
            Ok((!rows.is_empty()).then_some(Reply::Table(rows)))
        }
    };
    let read = match read {
        Ok(None) if !question.optional => Err(Invalid::Missing),
        other => other,
    };
    reading.keep(&name, read)
}

/// Blank is no reply.
#[cfg(feature = "ssr")]
fn one<T>(raw: &str, parse: impl FnOnce(&str) -> Result<T, Invalid>) -> Result<Option<T>, Invalid> {
    if raw.trim().is_empty() { Ok(None) } else { parse(raw).map(Some) }
}

#[cfg(feature = "ssr")]
fn number(raw: &str, most: u32) -> Result<u32, Invalid> {
    parse_integer(raw, 0, i64::from(most)).and_then(|number| u32::try_from(number).map_err(|_| Invalid::Number))
}

/// The rows in which something stands.
#[cfg(feature = "ssr")]
fn table(
    reading: &mut Reading<'_>,
    values: &Values,
    name: &str,
    columns: &[Column],
    rows: usize,
) -> Option<Vec<Vec<Option<CellReply>>>> {
    let mut whole = true;
    let mut given = Vec::new();
    for row in 0..rows {
        let mut cells = Vec::with_capacity(columns.len());
        for (index, column) in columns.iter().enumerate() {
            let field = cell_field(name, row, index);
            let read = one(values.get(&field), |raw| cell(raw, &column.cell));
            let read = reading.keep(&field, read);
            whole &= read.is_some();
            cells.push(read.flatten());
        }
        if cells.iter().any(Option::is_some) {
            given.push(cells);
        }
    }
    whole.then_some(given)
}

#[cfg(feature = "ssr")]
fn cell(raw: &str, cell: &Cell) -> Result<CellReply, Invalid> {
    match cell {
        Cell::Line => Line::parse(raw).map(CellReply::Line),
        Cell::Number { most } => number(raw, *most).map(CellReply::Number),
        Cell::Money => Halalas::parse(raw).map(CellReply::Money),
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use domain::{programme::Bilingual, question::Named};

    use super::*;
    use crate::form::Problem;

    fn label() -> Bilingual {
        Bilingual { ar: "سؤال".to_owned(), en: "Question".to_owned() }
    }

    fn question(name: &str, field: Field) -> Question {
        Question { name: name.to_owned(), label: label(), hint: None, optional: false, field }
    }

    fn all() -> Vec<Question> {
        let columns =
            [Cell::Line, Cell::Number { most: 12 }, Cell::Money].map(|cell| Column { label: label(), cell }).to_vec();
        let choices = ["flat", "house"].map(|name| Named { name: name.to_owned(), label: label() }).to_vec();
        vec![
            question("landlord", Field::Line),
            question("why", Field::Paragraph),
            question("months", Field::Number { most: 24 }),
            question("late", Field::Money),
            question("ends", Field::Date),
            question("home", Field::Choice { choices }),
            question("pupils", Field::Table { columns, rows: 2 }),
        ]
    }

    fn told(pairs: &[(&str, &str)]) -> Result<Replies, Vec<(String, Invalid)>> {
        let values = Values(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect());
        let mut reading = Reading::of(&values);
        let replies = read(&mut reading, &values, &all());
        reading.done(replies).map_err(|problem| match problem {
            Problem::Fields(problems) => problems,
            Problem::App(error) => panic!("{error:?}"),
        })
    }

    const WHOLE: [(&str, &str); 11] = [
        ("q_landlord", "سالم أحمد"),
        ("q_why", "تأخر الراتب.\nوزاد الإيجار."),
        ("q_months", "٣"),
        ("q_late", "٤٬٥٠٠"),
        ("q_ends_day", "١"),
        ("q_ends_month", "٩"),
        ("q_ends_year", "١٤٤٨"),
        ("q_home", "flat"),
        ("q_pupils__0_0", " "),
        ("q_pupils__1_0", "جود"),
        ("q_pupils__1_1", "٣"),
    ];

    #[test]
    fn every_kind_is_read_and_fits_its_question() {
        let replies = told(&WHOLE).expect("read");
        let questions = all();
        assert_eq!(replies.to(&questions[2]), Some(&Reply::Number(3)));
        assert_eq!(replies.to(&questions[3]), Some(&Reply::Money(Halalas::from_riyals(4_500))));
        let Some(Reply::Table(rows)) = replies.to(&questions[6]) else { panic!("a table") };
        assert_eq!((rows.len(), rows[0].len(), rows[0][2].is_none()), (1, 3, true));
        assert!(replies.answering(&questions).is_ok());
    }

    #[test]
    fn everything_missing_is_told_at_once() {
        let problems = told(&[]).expect_err("nothing was said");
        let names = ["landlord", "why", "months", "late", "ends", "home", "pupils"].map(|name| format!("q_{name}"));
        assert_eq!(problems, names.map(|name| (name, Invalid::Missing)));
    }

    #[test]
    fn what_is_wrong_is_told_where_it_stands() {
        let wrong = [
            ("q_months", "25", Invalid::NumberRange { min: 0, max: 24 }),
            ("q_late", "كثير", Invalid::Amount),
            ("q_home", "tent", Invalid::Choice),
            ("q_pupils__1_1", "13", Invalid::NumberRange { min: 0, max: 12 }),
        ];
        for (field, value, why) in wrong {
            let pairs: Vec<_> =
                WHOLE.iter().filter(|(name, _)| *name != field).copied().chain([(field, value)]).collect();
            assert_eq!(told(&pairs).expect_err(field), [(field.to_owned(), why)]);
        }
    }
}

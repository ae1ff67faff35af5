//! Replies to a programme's own questions, as people read them.

use domain::{
    Halalas,
    question::{CellReply, Column, Field, Question, Reply},
};
use leptos_i18n::td_string;

use crate::{Locale, date_pair, pick};

/// The lines of a reply: one, or one a row of a table.
pub fn reply_lines(locale: Locale, question: &Question, reply: &Reply) -> Vec<String> {
    match (reply, &question.field) {
        (Reply::Line(line), _) => vec![line.to_string()],
        (Reply::Paragraph(words), _) => vec![words.to_string()],
        (Reply::Number(number), _) => vec![number.to_string()],
        (Reply::Money(amount), _) => vec![riyals(locale, *amount)],
        (Reply::Date(day), _) => vec![date_pair(locale, *day)],
        (Reply::Choice(chosen), Field::Choice { choices }) => {
            let label = choices.iter().find(|choice| choice.name == *chosen).map(|choice| pick(&choice.label, locale));
            vec![label.unwrap_or(chosen).to_owned()]
        }
        (Reply::Table(rows), Field::Table { columns, .. }) => {
            rows.iter().map(|row| table_row(locale, columns, row)).collect()
        }
        // A reply is checked against its question when it is taken.
        (Reply::Choice(_) | Reply::Table(_), _) => Vec::new(),
    }
}

fn table_row(locale: Locale, columns: &[Column], row: &[Option<CellReply>]) -> String {
    let cell = |(column, cell): (&Column, &Option<CellReply>)| {
        let words = match cell.as_ref()? {
            CellReply::Line(line) => line.to_string(),
            CellReply::Number(number) => number.to_string(),
            CellReply::Money(amount) => riyals(locale, *amount),
        };
        Some(format!("{}: {words}", pick(&column.label, locale)))
    };
    let cells: Vec<String> = columns.iter().zip(row).filter_map(cell).collect();
    cells.join(&format!("{} ", td_string!(locale, dates.comma)))
}

fn riyals(locale: Locale, amount: Halalas) -> String {
    format!("{amount} {}", td_string!(locale, ui.riyals))
}

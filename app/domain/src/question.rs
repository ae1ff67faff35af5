//! What a programme asks besides what it asks of everybody: questions as data, and the replies to them (D1, H2).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Halalas, Invalid, LongText, ShortText, programme::Bilingual};

/// One line of a reply.
pub type Line = ShortText<120>;

/// A question of a programme. Files are asked for among its documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its name in forms and stored replies: lower-case letters, digits and underscores.
    pub name: String,
    pub label: Bilingual,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Bilingual>,
    #[serde(default)]
    pub optional: bool,
    pub field: Field,
}

/// What a question is answered with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum Field {
    Line,
    Paragraph,
    /// A whole number from 0.
    Number {
        most: u32,
    },
    Money,
    /// A day in either calendar.
    Date,
    Choice {
        choices: Vec<Named>,
    },
    /// Up to `rows` rows, each with a cell a column.
    Table {
        columns: Vec<Column>,
        rows: usize,
    },
}

/// Something that is chosen, by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    pub name: String,
    pub label: Bilingual,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    pub label: Bilingual,
    pub cell: Cell,
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum Cell {
    Line,
    Number { most: u32 },
    Money,
}

/// The reply to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "is")]
pub enum Reply {
    Line(Line),
    Paragraph(LongText),
    Number(u32),
    Money(Halalas),
    Date(NaiveDate),
    Choice(String),
    /// Rows of cells, as many as there are columns; no row is blank.
    Table(Vec<Vec<Option<CellReply>>>),
}

/// What stands in one cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "is")]
pub enum CellReply {
    Line(Line),
    Number(u32),
    Money(Halalas),
}

impl Cell {
    fn takes(&self, reply: &CellReply) -> bool {
        match (self, reply) {
            (Self::Line, CellReply::Line(_)) | (Self::Money, CellReply::Money(_)) => true,
            (Self::Number { most }, CellReply::Number(number)) => number <= most,
            _ => false,
        }
    }
}

impl Field {
    fn takes(&self, reply: &Reply) -> bool {
        match (self, reply) {
            (Self::Line, Reply::Line(_))
            | (Self::Paragraph, Reply::Paragraph(_))
            | (Self::Money, Reply::Money(_))
            | (Self::Date, Reply::Date(_)) => true,
            (Self::Number { most }, Reply::Number(number)) => number <= most,
            (Self::Choice { choices }, Reply::Choice(chosen)) => choices.iter().any(|choice| choice.name == *chosen),
            (Self::Table { columns, rows }, Reply::Table(given)) => {
                (1..=*rows).contains(&given.len()) && given.iter().all(|row| fits(columns, row))
            }
            _ => false,
        }
    }
}

fn fits(columns: &[Column], row: &[Option<CellReply>]) -> bool {
    row.len() == columns.len()
        && row.iter().any(Option::is_some)
        && columns.iter().zip(row).all(|(column, cell)| cell.as_ref().is_none_or(|cell| column.cell.takes(cell)))
}

/// The replies of an application, by the names of the questions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Replies(BTreeMap<String, Reply>);

impl Replies {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn put(&mut self, question: &Question, reply: Reply) {
        self.0.insert(question.name.clone(), reply);
    }

    pub fn to(&self, question: &Question) -> Option<&Reply> {
        self.0.get(&question.name)
    }

    /// These replies, if they answer these questions: all that must be answered, nothing that was not asked.
    pub fn answering(self, questions: &[Question]) -> Result<Self, Invalid> {
        let missing = |question: &Question| !question.optional && self.to(question).is_none();
        if questions.iter().any(missing) {
            return Err(Invalid::Missing);
        }
        let asked = |name: &String| questions.iter().find(|question| question.name == *name);
        let taken = self.0.iter().all(|(name, reply)| asked(name).is_some_and(|question| question.field.takes(reply)));
        if taken { Ok(self) } else { Err(Invalid::Choice) }
    }
}

/// Why the questions of a programme are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unaskable {
    #[error("the name of a question or choice may hold lower-case letters, digits and underscores, once each")]
    Name,
    #[error("a text of a question is missing in one of the languages")]
    Text,
    #[error("a question offers nothing to answer with")]
    Nothing,
}

/// Most rows of a table.
const MOST_ROWS: usize = 12;

impl Question {
    /// The checks the questions of every programme pass.
    pub fn check(all: &[Self]) -> Result<(), Unaskable> {
        names(all.iter().map(|question| question.name.as_str()))?;
        all.iter().try_for_each(|question| {
            texts([&question.label].into_iter().chain(&question.hint))?;
            match &question.field {
                Field::Choice { choices } if choices.len() < 2 => Err(Unaskable::Nothing),
                Field::Choice { choices } => {
                    names(choices.iter().map(|choice| choice.name.as_str()))?;
                    texts(choices.iter().map(|choice| &choice.label))
                }
                Field::Table { columns, rows } if columns.is_empty() || !(1..=MOST_ROWS).contains(rows) => {
                    Err(Unaskable::Nothing)
                }
                Field::Table { columns, .. } => texts(columns.iter().map(|column| &column.label)),
                Field::Line | Field::Paragraph | Field::Number { .. } | Field::Money | Field::Date => Ok(()),
            }
        })
    }
}

fn names<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<(), Unaskable> {
    let mut seen = BTreeSet::new();
    let letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let good = |name: &str| !name.is_empty() && name.chars().all(letter);
    if names.into_iter().all(|name| good(name) && seen.insert(name)) { Ok(()) } else { Err(Unaskable::Name) }
}

fn texts<'a>(texts: impl IntoIterator<Item = &'a Bilingual>) -> Result<(), Unaskable> {
    let blank = |text: &Bilingual| text.ar.trim().is_empty() || text.en.trim().is_empty();
    if texts.into_iter().any(blank) { Err(Unaskable::Text) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(en: &str) -> Bilingual {
        Bilingual { ar: "سؤال".to_owned(), en: en.to_owned() }
    }

    fn question(name: &str, field: Field) -> Question {
        Question { name: name.to_owned(), label: label(name), hint: None, optional: false, field }
    }

    fn pupils() -> Question {
        let columns = vec![
            Column { label: label("Name"), cell: Cell::Line },
            Column { label: label("Class"), cell: Cell::Number { most: 12 } },
        ];
        question("pupils", Field::Table { columns, rows: 2 })
    }

    fn line(text: &str) -> Line {
        Line::parse(text).expect("a line")
    }

    fn replied(question: &Question, reply: Reply) -> Result<Replies, Invalid> {
        let mut replies = Replies::default();
        replies.put(question, reply);
        replies.answering(std::slice::from_ref(question))
    }

    #[test]
    fn what_must_be_answered_is_and_nothing_else() {
        let months = question("months", Field::Number { most: 24 });
        assert_eq!(Replies::default().answering(std::slice::from_ref(&months)), Err(Invalid::Missing));
        let optional = Question { optional: true, ..months.clone() };
        assert_eq!(Replies::default().answering(&[optional]), Ok(Replies::default()));
        assert!(replied(&months, Reply::Number(24)).is_ok());
        assert_eq!(replied(&months, Reply::Number(25)), Err(Invalid::Choice));
        assert_eq!(replied(&months, Reply::Line(line("خمسة"))), Err(Invalid::Choice));
        let mut unasked = Replies::default();
        unasked.put(&months, Reply::Number(1));
        assert_eq!(unasked.answering(&[]), Err(Invalid::Choice));
    }

    #[test]
    fn only_what_is_offered_is_chosen() {
        let choices = ["flat", "house"].map(|name| Named { name: name.to_owned(), label: label(name) }).to_vec();
        let home = question("home", Field::Choice { choices });
        assert!(replied(&home, Reply::Choice("flat".to_owned())).is_ok());
        assert_eq!(replied(&home, Reply::Choice("tent".to_owned())), Err(Invalid::Choice));
    }

    #[test]
    fn a_table_has_its_columns_and_no_blank_row() {
        let row = |class: Option<u32>| vec![Some(CellReply::Line(line("جود"))), class.map(CellReply::Number)];
        assert!(replied(&pupils(), Reply::Table(vec![row(Some(3)), row(None)])).is_ok());
        let wrong: [Vec<Vec<Option<CellReply>>>; 5] = [
            vec![],
            vec![vec![None, None]],
            vec![row(Some(13))],
            vec![row(None).into_iter().take(1).collect()],
            vec![row(None), row(None), row(None)],
        ];
        for rows in wrong {
            assert_eq!(replied(&pupils(), Reply::Table(rows)), Err(Invalid::Choice));
        }
    }

    #[test]
    fn questions_are_checked() {
        assert_eq!(Question::check(&[pupils()]), Ok(()));
        assert_eq!(Question::check(&[pupils(), pupils()]), Err(Unaskable::Name));
        assert_eq!(Question::check(&[question("Über", Field::Line)]), Err(Unaskable::Name));
        assert_eq!(Question::check(&[Question { label: label(" "), ..pupils() }]), Err(Unaskable::Text));
        let none = [Field::Choice { choices: vec![] }, Field::Table { columns: vec![], rows: 1 }];
        for field in none {
            assert_eq!(Question::check(&[question("q", field)]), Err(Unaskable::Nothing));
        }
    }

    #[test]
    fn no_replies_leave_no_trace_in_the_answers() {
        let need = crate::application::Need {
            words: LongText::parse("حليب").expect("words"),
            urgency: crate::application::Urgency::ThisWeek,
            iban: None,
            replies: Replies::default(),
        };
        let stored = serde_json::to_string(&need).expect("json");
        assert!(!stored.contains("replies"), "what was signed before questions existed keeps its hash");
        assert_eq!(serde_json::from_str::<crate::application::Need>(&stored).expect("read"), need);
    }
}

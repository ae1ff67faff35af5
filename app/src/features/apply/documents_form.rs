//! What the form of one document says, beside its file.

use domain::{NaiveDate, document::DocumentKind};

use super::{
    date,
    documents::{file_field, issued_field},
};
use crate::form::{Problem, Reading, Values};

/// The day a document was issued, where one was typed.
pub fn read(values: &Values, kind: DocumentKind) -> Result<Option<NaiveDate>, Problem> {
    let field = issued_field(kind);
    if !date::given(values, &field) {
        return Ok(None);
    }
    let mut reading = Reading::of(values);
    let issued = reading.keep(&field, date::read(values, &field));
    reading.done(issued).map(Some)
}

/// A problem of the use case, under the names of this document's fields.
pub fn named(problem: Problem, kind: DocumentKind) -> Problem {
    match problem {
        Problem::Fields(problems) => Problem::Fields(
            problems
                .into_iter()
                .map(|(field, why)| match field.as_str() {
                    "file" => (file_field(kind), why),
                    "issued" => (issued_field(kind), why),
                    _ => (field, why),
                })
                .collect(),
        ),
        Problem::App(error) => Problem::App(error),
    }
}

#[cfg(test)]
mod tests {
    use domain::Invalid;

    use super::*;

    #[test]
    fn the_day_of_issue_is_read_where_it_was_typed() {
        let kind = DocumentKind::IncomeProof;
        assert_eq!(read(&Values::default(), kind), Ok(None));
        let half = Values(vec![("issued_income_proof_day".to_owned(), "1".to_owned())]);
        let problems = vec![("issued_income_proof".to_owned(), Invalid::Date)];
        assert_eq!(read(&half, kind), Err(Problem::Fields(problems)));
    }

    #[test]
    fn problems_stand_beside_their_own_document() {
        let problem = Problem::Fields(vec![("file".to_owned(), Invalid::FileType)]);
        let named = named(problem, DocumentKind::Lease);
        assert_eq!(named, Problem::Fields(vec![("file_lease".to_owned(), Invalid::FileType)]));
    }
}

//! The names of what a match and a return ask: shown in the browser, read on the server.

use domain::{PersonId, matching::MatchField, request::Gap};

use super::words::word;

/// Every field that can be compared.
pub const FIELDS: [MatchField; 7] = [
    MatchField::Name,
    MatchField::NationalId,
    MatchField::BirthDate,
    MatchField::Household,
    MatchField::Income,
    MatchField::Rent,
    MatchField::Iban,
];

pub const AGREES: &str = "agrees";
pub const DIFFERS: &str = "differs";

/// The name of the choice "agrees" or "differs" of a field.
pub fn saw(field: MatchField) -> String {
    format!("saw_{}", field.slug())
}

/// The name of the reason of a difference.
pub fn why(field: MatchField) -> String {
    format!("why_{}", field.slug())
}

/// The name of the ruling on a possible duplicate.
pub fn ruling(person: PersonId) -> String {
    format!("person_{person}")
}

/// The field an input of the form is about.
pub fn field_of(name: &str) -> Option<MatchField> {
    let slug = name.strip_prefix("saw_").or_else(|| name.strip_prefix("why_"))?;
    FIELDS.into_iter().find(|field| field.slug() == slug)
}

/// The name of a gap in a form: `section:need`, `document:income_proof`.
pub fn gap_word(gap: Gap) -> String {
    match gap {
        Gap::Section { section } => format!("section:{}", section.slug()),
        Gap::Document { kind } => format!("document:{}", word(kind)),
    }
}

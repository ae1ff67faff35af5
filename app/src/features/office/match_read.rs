//! Reading the match of a request: what was compared and how possible duplicates were settled (H2).

use domain::{
    Invalid, PersonId, ShortText,
    application::Section,
    document::{DocumentKind, Validity},
    matching::{Compared, MatchField, Ruling, Seen},
    request::Gap,
    views::DocumentLine,
};
use i18n::{Label, Locale, td_string};

use super::{
    match_form::{AGREES, DIFFERS, FIELDS, gap_word, ruling, saw, why},
    words::choice,
};
use crate::form::{Problem, Reading, Values};

/// A finished match, as the use case takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub compared: Vec<Compared>,
    pub rulings: Vec<Ruling>,
}

/// The fields the form asked about, in order.
fn fields(values: &Values) -> impl Iterator<Item = MatchField> {
    FIELDS.into_iter().filter(|field| values.all("field").any(|asked| asked == field.slug()))
}

/// Reads the whole form; every field and every possible duplicate wants an answer, every difference its reason.
pub fn read(values: &Values) -> Result<Sheet, Problem> {
    let mut reading = Reading::of(values);
    let compared = fields(values)
        .map(|field| {
            let seen = match values.get(&saw(field)) {
                AGREES => Some(Seen::Agrees),
                DIFFERS => reading.field(&why(field), ShortText::parse).map(|reason| Seen::Differs { reason }),
                "" => reading.keep(&saw(field), Err(Invalid::Missing)),
                _ => reading.keep(&saw(field), Err(Invalid::Choice)),
            };
            Some(Compared { field, seen: seen? })
        })
        .collect::<Vec<_>>();
    let rulings = values
        .all("suspect")
        .filter_map(|id| id.parse::<PersonId>().ok())
        .map(|other| Some(Ruling { other, likeness: reading.field(&ruling(other), choice)? }))
        .collect::<Vec<_>>();
    let compared = compared.into_iter().collect::<Option<Vec<_>>>();
    let rulings = rulings.into_iter().collect::<Option<Vec<_>>>();
    reading.done(compared.zip(rulings).map(|(compared, rulings)| Sheet { compared, rulings }))
}

/// The section of the application a field is answered in.
fn section(field: MatchField) -> Section {
    match field {
        MatchField::Name | MatchField::NationalId | MatchField::BirthDate => Section::Identity,
        MatchField::Household => Section::Household,
        MatchField::Income | MatchField::Rent => Section::Livelihood,
        MatchField::Iban => Section::Need,
    }
}

/// The form that sends the request back, filled in from the differences seen so far and the documents that had
/// expired: which gaps, and words to begin with. Whatever is incomplete is left out; the employee reads it before it goes.
pub fn differences(values: &Values, documents: &[DocumentLine], locale: Locale) -> Values {
    let mut gaps: Vec<Gap> = Vec::new();
    let mut lines = Vec::new();
    for field in fields(values).filter(|field| values.get(&saw(*field)) == DIFFERS) {
        let gap = Gap::Section { section: section(field) };
        if !gaps.contains(&gap) {
            gaps.push(gap);
        }
        lines.push(format!("- {}: {}", field.label(locale), values.get(&why(field)).trim()));
    }
    for line in documents.iter().filter(|line| matches!(line.validity, Some(Validity::Expired { .. }))) {
        gaps.push(Gap::Document { kind: line.kind });
        lines.push(format!("- {}: {}", line.kind.label(locale), td_string!(locale, office.back.expired_line)));
    }
    let words = if lines.is_empty() {
        String::new()
    } else {
        format!("{}\n{}", td_string!(locale, office.back.opening), lines.join("\n"))
    };
    let mut filled: Vec<_> = gaps.into_iter().map(|gap| ("gaps".to_owned(), gap_word(gap))).collect();
    filled.push(("words".to_owned(), words));
    Values(filled)
}

/// A gap read back from its name.
pub fn gap(word: &str) -> Result<Gap, Invalid> {
    match word.split_once(':') {
        Some(("section", slug)) => {
            Section::from_slug(slug).map(|section| Gap::Section { section }).ok_or(Invalid::Choice)
        }
        Some(("document", kind)) => Ok(Gap::Document { kind: choice::<DocumentKind>(kind)? }),
        _ => Err(Invalid::Choice),
    }
}

#[cfg(test)]
mod tests {
    use domain::{
        DocumentId, NaiveDate,
        document::{MediaType, Page, Pages},
        matching::Likeness,
    };

    use super::*;

    fn values(pairs: &[(&str, &str)]) -> Values {
        Values(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    fn problems(values: &Values) -> Vec<(String, Invalid)> {
        match read(values) {
            Err(Problem::Fields(problems)) => problems,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_whole_match_is_read() {
        let form = values(&[
            ("field", "name"),
            ("field", "income"),
            ("suspect", "12"),
            ("saw_name", "agrees"),
            ("saw_income", "differs"),
            ("why_income", "الراتب أعلى"),
            ("person_12", "related"),
        ]);
        let Ok(sheet) = read(&form) else { panic!("reads") };
        assert_eq!(sheet.compared.len(), 2);
        assert_eq!(sheet.rulings, [Ruling { other: PersonId(12), likeness: Likeness::Related }]);
    }

    #[test]
    fn everything_missing_is_said_at_once() {
        let form = values(&[
            ("field", "name"),
            ("field", "income"),
            ("suspect", "12"),
            ("saw_income", "differs"),
            ("why_income", " "),
        ]);
        let missing = |name: &str| (name.to_owned(), Invalid::Missing);
        assert_eq!(problems(&form), [missing("saw_name"), missing("why_income"), missing("person_12")]);
    }

    #[test]
    fn differences_become_gaps_and_words() {
        let form = values(&[
            ("field", "income"),
            ("field", "rent"),
            ("saw_income", "differs"),
            ("why_income", "الراتب أعلى"),
            ("saw_rent", "differs"),
            ("why_rent", "لا عقد"),
        ]);
        let expired = DocumentLine {
            id: DocumentId(1),
            kind: DocumentKind::IncomeProof,
            pages: Pages::of(Page { media: MediaType::Pdf, bytes: 1, sha256: "0".repeat(64) }),
            issued_on: None,
            validity: Some(Validity::Expired { since: NaiveDate::default() }),
        };
        let filled = differences(&form, &[expired], Locale::ar);
        assert_eq!(filled.all("gaps").collect::<Vec<_>>(), ["section:livelihood", "document:income_proof"]);
        assert!(filled.get("words").contains("- الدخل: الراتب أعلى"));
        assert_eq!(differences(&values(&[("field", "name")]), &[], Locale::ar).get("words"), "");
    }

    #[test]
    fn gaps_read_back() {
        for section in Section::ALL {
            assert_eq!(gap(&gap_word(Gap::Section { section })), Ok(Gap::Section { section }));
        }
        for kind in DocumentKind::ALL {
            assert_eq!(gap(&gap_word(Gap::Document { kind })), Ok(Gap::Document { kind }));
        }
        assert_eq!(gap("section:nowhere"), Err(Invalid::Choice));
        assert_eq!(gap("nowhere"), Err(Invalid::Choice));
    }
}

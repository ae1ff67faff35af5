//! Matching the data with the documents: "the employee matches the data and makes sure of its validity" (H2).

use serde::{Deserialize, Serialize};

use crate::{PersonId, ShortText, StaffId, Timestamp, application::Answers, document::DocumentKind};

/// What is compared with a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatchField {
    Name,
    NationalId,
    BirthDate,
    Household,
    Income,
    Rent,
    Iban,
}

impl MatchField {
    /// The document this field is read from, where the applicant gave it.
    pub fn source(self) -> DocumentKind {
        match self {
            Self::Name | Self::NationalId | Self::BirthDate => DocumentKind::NationalId,
            Self::Household => DocumentKind::FamilyRecord,
            Self::Income => DocumentKind::IncomeProof,
            Self::Rent => DocumentKind::Lease,
            Self::Iban => DocumentKind::BankCertificate,
        }
    }

    /// The fields an application gives cause to compare.
    pub fn of(answers: &Answers) -> Vec<Self> {
        let mut fields = vec![Self::Name, Self::NationalId, Self::BirthDate, Self::Household, Self::Income];
        if answers.livelihood.as_ref().is_some_and(|l| l.rent > crate::Halalas::ZERO) {
            fields.push(Self::Rent);
        }
        if answers.need.as_ref().is_some_and(|need| need.iban.is_some()) {
            fields.push(Self::Iban);
        }
        fields
    }

    pub fn slug(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::NationalId => "national_id",
            Self::BirthDate => "birth_date",
            Self::Household => "household",
            Self::Income => "income",
            Self::Rent => "rent",
            Self::Iban => "iban",
        }
    }
}

/// What the employee saw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "saw")]
pub enum Seen {
    Agrees,
    Differs { reason: ShortText<300> },
}

/// One comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compared {
    pub field: MatchField,
    pub seen: Seen,
}

/// How a possible duplicate was settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    Same,
    Different,
    Related,
}

/// A possible duplicate and the employee's ruling on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    pub other: PersonId,
    pub likeness: Likeness,
}

/// The finished match of a request: complete, and every difference has its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchSheet {
    compared: Vec<Compared>,
    rulings: Vec<Ruling>,
    by: StaffId,
    at: Timestamp,
}

/// Why a match cannot be closed yet.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum Unmatched {
    #[error("{0:?} was not compared")]
    NotCompared(MatchField),
    #[error("{0:?} differs: return the request instead")]
    Differs(MatchField),
    #[error("the possible duplicate {0} is not settled")]
    NotSettled(PersonId),
    #[error("{0:?} was no longer valid on the day of submission")]
    Expired(DocumentKind),
}

impl MatchSheet {
    /// Closes the match when every field was compared and agrees, and every possible duplicate is settled.
    /// A difference is not matched: the request goes back to the applicant, who is told exactly what.
    pub fn close(
        answers: &Answers,
        compared: Vec<Compared>,
        suspects: &[PersonId],
        rulings: Vec<Ruling>,
        by: StaffId,
        at: Timestamp,
    ) -> Result<Self, Unmatched> {
        for field in MatchField::of(answers) {
            match compared.iter().find(|one| one.field == field).map(|one| &one.seen) {
                None => return Err(Unmatched::NotCompared(field)),
                Some(Seen::Differs { .. }) => return Err(Unmatched::Differs(field)),
                Some(Seen::Agrees) => {}
            }
        }
        for suspect in suspects {
            if !rulings.iter().any(|ruling| ruling.other == *suspect) {
                return Err(Unmatched::NotSettled(*suspect));
            }
        }
        Ok(Self { compared, rulings, by, at })
    }

    pub fn compared(&self) -> &[Compared] {
        &self.compared
    }

    pub fn rulings(&self) -> &[Ruling] {
        &self.rulings
    }

    pub fn by(&self) -> StaffId {
        self.by
    }

    pub fn at(&self) -> Timestamp {
        self.at
    }
}

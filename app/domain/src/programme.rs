//! Programmes are data: who they are for, which documents they ask, what they give (D1, T3).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    Halalas,
    application::Group,
    document::DocumentRule,
    eligibility::Rule,
    question::{Question, Unaskable},
};

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    pub ar: String,
    pub en: String,
}

/// The kinds of support in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SupportKind {
    FoodBasket,
    Clothing,
    Rent,
    Cash,
    Appliances,
    HomeRepair,
    EidJoy,
    SchoolBag,
    Medical,
    Marriage,
}

impl SupportKind {
    pub const ALL: [Self; 10] = [
        Self::FoodBasket,
        Self::Rent,
        Self::Cash,
        Self::Medical,
        Self::SchoolBag,
        Self::Clothing,
        Self::Appliances,
        Self::HomeRepair,
        Self::Marriage,
        Self::EidJoy,
    ];
}

/// What an accepted request receives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum Award {
    /// Paid to the beneficiary's IBAN.
    Cash { amount: Halalas },
    /// Handed over.
    InKind { items: Bilingual },
}

impl Award {
    /// Does the application have to name an account?
    pub fn needs_iban(&self) -> bool {
        matches!(self, Self::Cash { .. })
    }
}

/// Whether a programme takes applications on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "opening", deny_unknown_fields)]
pub enum Opening {
    Open,
    Paused,
    /// Both days included.
    Season {
        from: NaiveDate,
        until: NaiveDate,
    },
}

/// A programme of the association, in one version. Requests keep the version they were made under.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeSpec {
    /// Lower-case letters, digits and hyphens; part of the address.
    pub slug: String,
    pub version: i64,
    pub support: SupportKind,
    pub name: Bilingual,
    pub summary: Bilingual,
    pub gives: Bilingual,
    pub groups: Vec<Group>,
    pub documents: Vec<DocumentRule>,
    /// What it asks besides what is asked of everybody; shown with the need.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
    pub eligibility: Rule,
    pub award: Award,
    pub opening: Opening,
}

/// Why a specification is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Incoherent {
    #[error("the slug may hold lower-case letters, digits and hyphens")]
    Slug,
    #[error("a text is missing in one of the languages")]
    Text,
    #[error("a document is asked for twice")]
    DocumentTwice,
    #[error("no group is named")]
    NoGroup,
    #[error("the season ends before it begins")]
    Season,
    #[error("the award is not a positive amount")]
    Award,
    #[error(transparent)]
    Questions(#[from] Unaskable),
}

impl ProgrammeSpec {
    pub fn takes_applications(&self, today: NaiveDate) -> bool {
        match self.opening {
            Opening::Open => true,
            Opening::Paused => false,
            Opening::Season { from, until } => (from..=until).contains(&today),
        }
    }

    /// May it hurt somebody if others at home see that this programme was read about? Its pages can be left at once.
    pub fn is_delicate(&self) -> bool {
        self.groups.iter().any(|group| group.is_delicate())
    }

    /// The checks every programme passes, the starter set and those staff write alike.
    pub fn check(&self) -> Result<(), Incoherent> {
        let slug_ok = !self.slug.is_empty()
            && self.slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if !slug_ok {
            return Err(Incoherent::Slug);
        }
        let texts = [&self.name, &self.summary, &self.gives];
        if texts.iter().any(|text| text.ar.trim().is_empty() || text.en.trim().is_empty()) {
            return Err(Incoherent::Text);
        }
        let mut kinds: Vec<_> = self.documents.iter().map(|rule| rule.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        if kinds.len() != self.documents.len() {
            return Err(Incoherent::DocumentTwice);
        }
        if self.groups.is_empty() {
            return Err(Incoherent::NoGroup);
        }
        if let Opening::Season { from, until } = self.opening
            && until < from
        {
            return Err(Incoherent::Season);
        }
        if let Award::Cash { amount } = self.award
            && amount <= Halalas::ZERO
        {
            return Err(Incoherent::Award);
        }
        Question::check(&self.questions)?;
        Ok(())
    }
}

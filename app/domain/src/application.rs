//! The applicant's answers, section by section, and the hash a signature is bound to (H2, H4).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    Iban, LongText, PersonName, ShortAddress, ShortText,
    document::{DocumentKind, DocumentRule, GivenDocument},
    household::{Household, Livelihood, NetPerHead},
    question::Replies,
    signature::AnswersHash,
};

/// Who applies. The national ID and mobile are those the person signed in with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    pub name: PersonName,
    pub born_on: NaiveDate,
    pub group: Group,
    pub city: ShortText<60>,
    pub address: Option<ShortAddress>,
}

/// The groups of beneficiaries in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    Orphan,
    Widow,
    Divorced,
    LowIncome,
    Elderly,
    Disabled,
    Patient,
    PrisonersFamily,
    AboutToMarry,
    Student,
}

impl Group {
    pub const ALL: [Self; 10] = [
        Self::Orphan,
        Self::Widow,
        Self::Divorced,
        Self::LowIncome,
        Self::Elderly,
        Self::Disabled,
        Self::Patient,
        Self::PrisonersFamily,
        Self::AboutToMarry,
        Self::Student,
    ];

    /// May it hurt somebody if others at home see that this page was open?
    pub fn is_delicate(self) -> bool {
        match self {
            Self::Divorced | Self::Disabled | Self::Patient | Self::PrisonersFamily => true,
            Self::Orphan | Self::Widow | Self::LowIncome | Self::Elderly | Self::AboutToMarry | Self::Student => false,
        }
    }
}

/// How soon the need must be met, in the applicant's own judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    CanWait,
    ThisMonth,
    ThisWeek,
}

impl Urgency {
    pub const ALL: [Self; 3] = [Self::CanWait, Self::ThisMonth, Self::ThisWeek];
}

/// What is needed, in the applicant's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    pub words: LongText,
    pub urgency: Urgency,
    /// Where a payment would go; asked only by programmes that pay.
    pub iban: Option<Iban>,
    /// What the programme asks besides.
    #[serde(default, skip_serializing_if = "Replies::is_empty")]
    pub replies: Replies,
}

/// The sections of an application, in the order they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    Identity,
    Household,
    Livelihood,
    Need,
    Documents,
}

impl Section {
    pub const ALL: [Self; 5] = [Self::Identity, Self::Household, Self::Livelihood, Self::Need, Self::Documents];

    /// The name of the section in addresses and in stored rows.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Household => "household",
            Self::Livelihood => "livelihood",
            Self::Need => "need",
            Self::Documents => "documents",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.slug() == slug)
    }
}

/// One section's answers, as saved by one form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "section")]
pub enum Answer {
    Identity(Identity),
    Household(Household),
    Livelihood(Livelihood),
    Need(Need),
}

/// Everything answered so far. Documents are kept by kind: a new one replaces the last in the answers, the file stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    pub identity: Option<Identity>,
    pub household: Option<Household>,
    pub livelihood: Option<Livelihood>,
    pub need: Option<Need>,
    pub documents: Vec<GivenDocument>,
}

impl Answers {
    /// Puts a section's answers in place of the former ones.
    pub fn put(&mut self, answer: Answer) {
        match answer {
            Answer::Identity(identity) => self.identity = Some(identity),
            Answer::Household(household) => self.household = Some(household),
            Answer::Livelihood(livelihood) => self.livelihood = Some(livelihood),
            Answer::Need(need) => self.need = Some(need),
        }
    }

    /// Adds a document, in place of the former one of its kind.
    pub fn give(&mut self, document: GivenDocument) {
        self.documents.retain(|given| given.kind != document.kind);
        self.documents.push(document);
        self.documents.sort_by_key(|given| given.kind);
    }

    /// Takes a document out of the answers.
    pub fn take_back(&mut self, kind: DocumentKind) {
        self.documents.retain(|given| given.kind != kind);
    }

    pub fn document(&self, kind: DocumentKind) -> Option<&GivenDocument> {
        self.documents.iter().find(|given| given.kind == kind)
    }

    pub fn document_mut(&mut self, kind: DocumentKind) -> Option<&mut GivenDocument> {
        self.documents.iter_mut().find(|given| given.kind == kind)
    }

    /// The documents of a programme that were not given yet (H6).
    pub fn missing_documents(&self, rules: &[DocumentRule]) -> Vec<DocumentKind> {
        rules.iter().map(|rule| rule.kind).filter(|kind| self.document(*kind).is_none()).collect()
    }

    pub fn is_done(&self, section: Section, rules: &[DocumentRule]) -> bool {
        match section {
            Section::Identity => self.identity.is_some(),
            Section::Household => self.household.is_some(),
            Section::Livelihood => self.livelihood.is_some(),
            Section::Need => self.need.is_some(),
            Section::Documents => self.missing_documents(rules).is_empty(),
        }
    }

    /// The sections still open, in order (H2: *all* the information asked for).
    pub fn open_sections(&self, rules: &[DocumentRule]) -> Vec<Section> {
        Section::ALL.into_iter().filter(|section| !self.is_done(*section, rules)).collect()
    }

    /// Net monthly income per head, once household and livelihood are known.
    pub fn net_per_head(&self) -> Option<NetPerHead> {
        let people = self.household.as_ref()?.people();
        Some(self.livelihood.as_ref()?.net_per_head(people))
    }

    /// The hash a signature is bound to: SHA-256 over the answers and the documents' own hashes.
    pub fn hash(&self) -> AnswersHash {
        // Field order is fixed by the types, so the same answers always give the same bytes.
        let bytes = serde_json::to_vec(self).unwrap_or_default();
        AnswersHash(hex::encode(Sha256::digest(bytes)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        DocumentId, Timestamp,
        document::{MediaType, Page, Pages},
    };

    fn page(sha256: &str) -> Page {
        Page { media: MediaType::Jpeg, bytes: 1, sha256: sha256.to_owned() }
    }

    #[test]
    fn the_hash_covers_every_page_and_their_order() {
        let kind = DocumentKind::FamilyRecord;
        let given_at = Timestamp::from_timestamp(0, 0).expect("a moment");
        let pages = Pages::of(page("front"));
        let mut answers = Answers::default();
        answers.give(GivenDocument { id: DocumentId(1), kind, issued_on: None, pages, given_at });
        let mut hashes = vec![answers.hash()];
        let mut change = |change: &dyn Fn(&mut Pages)| {
            change(&mut answers.document_mut(kind).expect("given").pages);
            hashes.push(answers.hash());
        };
        change(&|pages| assert_eq!(pages.add(page("back")), Ok(true)));
        change(&|pages| assert!(pages.put("back", page("back, turned"))));
        change(&|pages| *pages = pages.clone().without("front").expect("one is left"));
        change(&|pages| assert_eq!(pages.add(page("front")), Ok(true)));
        for (at, hash) in hashes.iter().enumerate() {
            assert!(!hashes[..at].contains(hash), "change {at} is not in the hash");
        }
    }
}

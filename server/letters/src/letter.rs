//! What a letter says, as plain data.

use chrono::NaiveDate;
use domain::Reference;
use i18n::Locale;
use thiserror::Error;

/// One letter. The locale decides its language and direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub locale: Locale,
    pub head: Letterhead,
    /// The number in the association's register of outgoing letters, as it is printed.
    pub number: String,
    /// The civil day in Riyadh on which the letter is issued.
    pub date: NaiveDate,
    pub kind: LetterKind,
    /// The text of a QR code with which a reader checks the letter, usually an address; at most 300 bytes.
    pub verify: Option<String>,
}

/// The association's identity, from its settings. An empty text is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letterhead {
    pub name_ar: String,
    pub name_en: String,
    pub licence: String,
    pub unified_number: String,
    pub address: String,
    pub phone: String,
}

/// What the letter is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LetterKind {
    Receipt(ReceiptFacts),
    Decision(DecisionFacts),
    Data(DataFacts),
    Certificate(CertificateFacts),
}

/// Receipt of a complete request: what was handed in, who signed it (H4), and when the answer comes (H5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptFacts {
    pub applicant: String,
    pub reference: Reference,
    pub programme: String,
    pub submitted_on: NaiveDate,
    /// No answer is issued before this day.
    pub earliest_reply_on: NaiveDate,
    /// The association promises an answer by this day.
    pub latest_reply_on: NaiveDate,
    /// Names of the documents, as people know them.
    pub documents: Vec<String>,
    /// The hash the signature is bound to, in hexadecimal.
    pub answers_hash: String,
    pub signed_by: String,
}

/// The committee's answer (H5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionFacts {
    pub applicant: String,
    pub reference: Reference,
    pub programme: String,
    pub outcome: Outcome,
    pub decision_number: String,
    pub decided_session_on: NaiveDate,
    /// In words for the applicant; every line becomes a paragraph.
    pub reason: Option<String>,
    /// The clause of the guide the decision rests on.
    pub clause: Option<String>,
    /// The last day to appeal; without it the letter says nothing of appeals.
    pub appeal_until: Option<NaiveDate>,
    /// What happens next, step by step.
    pub next: Vec<String>,
}

/// A copy of everything held about a person (PDPL).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFacts {
    pub person: String,
    pub title: String,
    pub opening: String,
    /// Label and value.
    pub facts: Vec<(String, String)>,
    pub parts: Vec<DataPart>,
}

/// What is held under one title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataPart {
    pub title: String,
    /// Label and value.
    pub rows: Vec<(String, String)>,
    /// Said where there are no rows.
    pub nothing: String,
}

/// What a volunteer gave (C6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateFacts {
    pub volunteer: String,
    pub opportunity: String,
    /// Confirmed minutes.
    pub minutes: u32,
    /// Days of the first and the last confirmed shift.
    pub from: NaiveDate,
    pub until: NaiveDate,
}

/// How the committee answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Accepted,
    Rejected,
    Deferred,
}

/// Why a letter could not be made.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LetterError {
    /// The Umm al-Qura table ends (1300–1600 AH): the letterhead needs a Hijri date.
    #[error("{0} has no Umm al-Qura date")]
    NoHijriDate(NaiveDate),
    #[error("a QR code of {0} bytes could not be scanned from paper")]
    VerifyTooLong(usize),
    #[error("the embedded template or fonts are damaged: {0}")]
    Press(String),
    #[error("the letter could not be laid out: {0}")]
    Layout(String),
    #[error("the letter could not be written as PDF: {0}")]
    Pdf(String),
}

//! The sheet the template prints: labels in the reader's language beside the letter's facts.

use chrono::{Datelike, NaiveDate};
use domain::HijriDate;
use i18n::{Locale, td_string};
use serde::Serialize;

use crate::parts::{self, Part};
use crate::phrase::Phrase;
use crate::press::Press;
use crate::{Letter, LetterError, LetterKind, Letterhead, qr};

/// The data of `templates/letter.typ`.
#[derive(Serialize)]
pub(crate) struct Sheet {
    lang: &'static str,
    rtl: bool,
    /// Year, month, day.
    date: (i32, u32, u32),
    title: String,
    head: Head,
    fields: Vec<Entry>,
    to: Entry,
    greeting: String,
    parts: Vec<Part>,
    closing: Entry,
    verify: Option<Verify>,
    /// For the pages after the first.
    number: Entry,
    foot: Foot,
}

#[derive(Serialize)]
struct Head {
    name: Phrase,
    other_name: Option<Phrase>,
    numbers: Vec<Entry>,
}

/// A value beside its label.
#[derive(Serialize)]
pub(crate) struct Entry {
    label: Option<String>,
    value: Phrase,
}

impl Entry {
    pub(crate) fn new(label: impl Into<String>, value: Phrase) -> Self {
        Self { label: Some(label.into()), value }
    }

    fn bare(value: Phrase) -> Self {
        Self { label: None, value }
    }

    fn unless_empty(self) -> Option<Self> {
        (!self.value.is_empty()).then_some(self)
    }
}

#[derive(Serialize)]
struct Verify {
    label: String,
    svg: String,
}

#[derive(Serialize)]
struct Foot {
    contacts: Vec<Entry>,
    /// With `{page}` and `{pages}`, which only the typesetter knows.
    pages: String,
}

/// Puts a letter into words.
pub(crate) fn compose(letter: &Letter, press: &Press) -> Result<Sheet, LetterError> {
    let locale = letter.locale;
    let (title, applicant, parts) = match &letter.kind {
        LetterKind::Receipt(facts) => {
            (td_string!(locale, letters.receipt_title), &facts.applicant, parts::receipt(locale, facts, press)?)
        }
        LetterKind::Decision(facts) => {
            (td_string!(locale, letters.decision_title), &facts.applicant, parts::decision(locale, facts, press)?)
        }
        LetterKind::Data(facts) => (facts.title.as_str(), &facts.person, parts::data(facts, press)),
        LetterKind::Certificate(facts) => {
            (td_string!(locale, letters.certificate_title), &facts.volunteer, parts::certificate(locale, facts, press)?)
        }
    };
    let number = Phrase::typed(press, &letter.number);
    let (name, other_name) = names(locale, &letter.head, press);
    Ok(Sheet {
        lang: i18n::language_tag(locale),
        rtl: i18n::direction(locale) == "rtl",
        date: (letter.date.year(), letter.date.month(), letter.date.day()),
        title: title.to_string(),
        fields: vec![
            Entry::new(td_string!(locale, letters.number), number.clone()),
            Entry::new(td_string!(locale, letters.date), Phrase::own(hijri(locale, letter.date)?)),
            Entry::new(td_string!(locale, letters.corresponding), gregorian(locale, letter.date)),
        ],
        to: Entry::new(td_string!(locale, letters.to), Phrase::typed(press, applicant)),
        greeting: td_string!(locale, letters.greeting).to_string(),
        parts,
        closing: Entry::new(td_string!(locale, letters.closing), name.clone()),
        verify: letter.verify.as_deref().map(|text| verify(locale, text)).transpose()?,
        number: Entry::new(td_string!(locale, letters.letter_number), number),
        foot: foot(locale, &letter.head, press),
        head: Head { name, other_name, numbers: numbers(locale, &letter.head, press) },
    })
}

/// The Hijri date in words; an error where the Umm al-Qura table ends.
pub(crate) fn hijri(locale: Locale, date: NaiveDate) -> Result<String, LetterError> {
    HijriDate::from_gregorian(date).ok_or(LetterError::NoHijriDate(date))?;
    Ok(i18n::hijri(locale, date))
}

/// The Gregorian date of the letterhead, with its era where the language writes one.
fn gregorian(locale: Locale, date: NaiveDate) -> Phrase {
    let date = i18n::gregorian(locale, date);
    Phrase::own(td_string!(locale, letters.corresponding_date, date = date))
}

fn names(locale: Locale, head: &Letterhead, press: &Press) -> (Phrase, Option<Phrase>) {
    let (own, other) = match locale {
        Locale::ar => (&head.name_ar, &head.name_en),
        Locale::en => (&head.name_en, &head.name_ar),
    };
    let other = Phrase::typed(press, other);
    (Phrase::typed(press, own), (!other.is_empty()).then_some(other))
}

fn numbers(locale: Locale, head: &Letterhead, press: &Press) -> Vec<Entry> {
    [
        Entry::new(td_string!(locale, letters.licence), Phrase::typed(press, &head.licence)),
        Entry::new(td_string!(locale, letters.unified_number), Phrase::typed(press, &head.unified_number)),
    ]
    .into_iter()
    .filter_map(Entry::unless_empty)
    .collect()
}

fn foot(locale: Locale, head: &Letterhead, press: &Press) -> Foot {
    Foot {
        contacts: [
            Entry::bare(Phrase::typed(press, &head.address)),
            Entry::new(td_string!(locale, letters.phone), Phrase::typed(press, &head.phone)),
        ]
        .into_iter()
        .filter_map(Entry::unless_empty)
        .collect(),
        pages: td_string!(locale, letters.pages, page = "{page}", pages = "{pages}").to_string(),
    }
}

fn verify(locale: Locale, text: &str) -> Result<Verify, LetterError> {
    Ok(Verify { label: td_string!(locale, letters.verify).to_string(), svg: qr::svg(text)? })
}

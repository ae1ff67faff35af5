//! The body of each kind of letter, part by part.

use chrono::NaiveDate;
use i18n::{Locale, td_string};
use serde::Serialize;

use crate::phrase::Phrase;
use crate::press::Press;
use crate::sheet::{Entry, hijri};
use crate::{CertificateFacts, DataFacts, DecisionFacts, LetterError, Outcome, ReceiptFacts};

/// A part of the body; the template draws each kind in its own way.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Part {
    Words { title: Option<String>, lines: Vec<Phrase> },
    Facts { rows: Vec<Entry> },
    Window { title: String, from: Edge, to: Edge },
    Outcome { tone: Tone, words: String },
    Items { title: String, numbered: bool, items: Vec<Phrase> },
    Panel { tone: Tone, title: String, lines: Vec<String>, rows: Vec<Entry> },
}

/// One of the two dates of the window (H5).
#[derive(Serialize)]
pub(crate) struct Edge {
    label: String,
    hijri: String,
    gregorian: String,
}

#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Tone {
    Green,
    Sand,
    Ink,
}

pub(crate) fn receipt(locale: Locale, facts: &ReceiptFacts, press: &Press) -> Result<Vec<Part>, LetterError> {
    let typed = |raw: &str| Phrase::typed(press, raw);
    let mut parts = vec![
        own_words(td_string!(locale, letters.receipt_opening)),
        Part::Facts {
            rows: vec![
                Entry::new(td_string!(locale, letters.reference), typed(&facts.reference.to_string())),
                Entry::new(td_string!(locale, letters.programme), typed(&facts.programme)),
                Entry::new(td_string!(locale, letters.submitted_on), pair(locale, facts.submitted_on)?),
            ],
        },
        Part::Window {
            title: td_string!(locale, letters.window_title).to_string(),
            from: edge(locale, td_string!(locale, letters.earliest), facts.earliest_reply_on)?,
            to: edge(locale, td_string!(locale, letters.latest), facts.latest_reply_on)?,
        },
        own_words(td_string!(locale, letters.window_note)),
    ];
    parts.extend(items(td_string!(locale, letters.documents), false, &facts.documents, press));
    parts.push(Part::Panel {
        tone: Tone::Green,
        title: td_string!(locale, letters.declaration_title).to_string(),
        lines: vec![
            td_string!(locale, letters.declaration).to_string(),
            td_string!(locale, letters.hash_note).to_string(),
        ],
        rows: vec![
            Entry::new(td_string!(locale, letters.signed_by), typed(&facts.signed_by)),
            Entry::new(td_string!(locale, letters.answers_hash), typed(&in_eights(&facts.answers_hash))),
        ],
    });
    Ok(parts)
}

pub(crate) fn decision(locale: Locale, facts: &DecisionFacts, press: &Press) -> Result<Vec<Part>, LetterError> {
    let typed = |raw: &str| Phrase::typed(press, raw);
    let (tone, words, opening) = match facts.outcome {
        Outcome::Accepted => {
            (Tone::Green, td_string!(locale, letters.accepted), td_string!(locale, letters.accepted_opening))
        }
        Outcome::Rejected => {
            (Tone::Ink, td_string!(locale, letters.rejected), td_string!(locale, letters.rejected_opening))
        }
        Outcome::Deferred => {
            (Tone::Sand, td_string!(locale, letters.deferred), td_string!(locale, letters.deferred_opening))
        }
    };
    let mut rows = vec![
        Entry::new(td_string!(locale, letters.reference), typed(&facts.reference.to_string())),
        Entry::new(td_string!(locale, letters.programme), typed(&facts.programme)),
        Entry::new(td_string!(locale, letters.decision_number), typed(&facts.decision_number)),
        Entry::new(td_string!(locale, letters.decided_on), pair(locale, facts.decided_session_on)?),
    ];
    if let Some(clause) = &facts.clause {
        rows.push(Entry::new(td_string!(locale, letters.clause), typed(clause)));
    }
    let mut parts = vec![Part::Outcome { tone, words: words.to_string() }, own_words(opening), Part::Facts { rows }];
    if let Some(reason) = &facts.reason {
        let title = Some(td_string!(locale, letters.reason).to_string());
        parts.push(Part::Words { title, lines: Phrase::lines(press, reason) });
    }
    parts.extend(items(td_string!(locale, letters.next), true, &facts.next, press));
    if let Some(until) = facts.appeal_until {
        let date = both(locale, until)?;
        parts.push(Part::Panel {
            tone: Tone::Sand,
            title: td_string!(locale, letters.appeal_title).to_string(),
            lines: vec![
                td_string!(locale, letters.appeal_until, date = date).to_string(),
                td_string!(locale, letters.appeal_how).to_string(),
            ],
            rows: Vec::new(),
        });
    }
    Ok(parts)
}

/// A copy of somebody's data: title by title, row by row.
pub(crate) fn data(facts: &DataFacts, press: &Press) -> Vec<Part> {
    let entry = |(label, value): &(String, String)| {
        Entry::new(Phrase::typed(press, label).into_words(), Phrase::typed(press, value))
    };
    let rows = |rows: &[(String, String)]| rows.iter().map(entry).collect();
    let mut parts = vec![own_words(facts.opening.as_str()), Part::Facts { rows: rows(&facts.facts) }];
    for part in &facts.parts {
        let lines = if part.rows.is_empty() { vec![Phrase::own(part.nothing.as_str())] } else { Vec::new() };
        parts.push(Part::Words { title: Some(part.title.clone()), lines });
        if !part.rows.is_empty() {
            parts.push(Part::Facts { rows: rows(&part.rows) });
        }
    }
    parts
}

/// The name stands large: a certificate is hung on a wall.
pub(crate) fn certificate(locale: Locale, facts: &CertificateFacts, press: &Press) -> Result<Vec<Part>, LetterError> {
    let typed = |raw: &str| Phrase::typed(press, raw);
    Ok(vec![
        own_words(td_string!(locale, letters.certificate_opening)),
        Part::Outcome { tone: Tone::Green, words: typed(&facts.volunteer).into_words() },
        Part::Facts {
            rows: vec![
                Entry::new(td_string!(locale, letters.opportunity), typed(&facts.opportunity)),
                Entry::new(td_string!(locale, letters.hours), Phrase::own(i18n::duration(locale, facts.minutes))),
                Entry::new(td_string!(locale, letters.from), pair(locale, facts.from)?),
                Entry::new(td_string!(locale, letters.until), pair(locale, facts.until)?),
            ],
        },
        own_words(td_string!(locale, letters.certificate_thanks)),
    ])
}

fn own_words(words: impl Into<String>) -> Part {
    Part::Words { title: None, lines: vec![Phrase::own(words)] }
}

fn items(title: impl Into<String>, numbered: bool, items: &[String], press: &Press) -> Option<Part> {
    let items: Vec<Phrase> =
        items.iter().map(|item| Phrase::typed(press, item)).filter(|item| !item.is_empty()).collect();
    (!items.is_empty()).then(|| Part::Items { title: title.into(), numbered, items })
}

fn edge(locale: Locale, label: impl Into<String>, date: NaiveDate) -> Result<Edge, LetterError> {
    Ok(Edge {
        label: label.into(),
        hijri: format!("{} {}", i18n::weekday(locale, date), hijri(locale, date)?),
        gregorian: i18n::gregorian(locale, date),
    })
}

fn pair(locale: Locale, date: NaiveDate) -> Result<Phrase, LetterError> {
    both(locale, date).map(Phrase::own)
}

/// The Hijri date with the Gregorian one beside it.
fn both(locale: Locale, date: NaiveDate) -> Result<String, LetterError> {
    hijri(locale, date)?;
    Ok(i18n::date_pair(locale, date))
}

/// A hash in groups of eight, so that two people can compare it aloud.
fn in_eights(hash: &str) -> String {
    let mut grouped = String::with_capacity(hash.len() + hash.len() / 8);
    for (i, c) in hash.chars().enumerate() {
        if i > 0 && i % 8 == 0 {
            grouped.push(' ');
        }
        grouped.push(c);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_read_in_groups() {
        assert_eq!(in_eights("9f2c8a1e55d0c4b7ff"), "9f2c8a1e 55d0c4b7 ff");
        assert_eq!(in_eights(""), "");
    }
}

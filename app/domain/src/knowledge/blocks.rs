//! A text as a tree of blocks: what is left of Markdown once everything that could harm is gone.
//!
//! The server parses Markdown into this tree, and components render it. There is no HTML in it, so nothing written into
//! an article can become markup, no sanitiser has to be trusted, and both sides render the same from the same data.

use serde::{Deserialize, Serialize};

use crate::digits::to_western;

/// A block of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// `level` is 2, 3 or 4 (the page's title is the only h1). A numbered heading is a clause: its number (`3-2`) makes
    /// its anchor, which stays the same as long as the number does.
    Heading {
        level: u8,
        clause: Option<String>,
        text: Vec<Span>,
    },
    Paragraph {
        text: Vec<Span>,
    },
    /// `first` is the first number of a numbered list.
    List {
        first: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Quote {
        blocks: Vec<Block>,
    },
}

/// A stretch of text within a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    Text(String),
    Strong(Vec<Span>),
    Emphasis(Vec<Span>),
    /// `to` is `http:`, `https:`, or an address of this site (`/…`, `#…`).
    Link {
        to: String,
        text: Vec<Span>,
    },
    Break,
}

impl Block {
    /// The anchor of a clause: `c-3-2`.
    pub fn anchor(&self) -> Option<String> {
        match self {
            Self::Heading { clause: Some(clause), .. } => Some(format!("c-{clause}")),
            _ => None,
        }
    }
}

/// The number a heading begins with, in Western digits with hyphens (`3-2` for `٣-٢`, `3.2` and `3–2`).
pub fn clause_number(heading: &str) -> Option<String> {
    let western = to_western(heading.trim_start());
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | '\u{2013}' | '/');
    let rest = western.trim_start_matches(is_part);
    let run = &western[..western.len() - rest.len()];
    let number = run.replace(['.', '\u{2013}', '/'], "-");
    let number = number.trim_end_matches('-');
    let is_number = number.len() <= 20 && number.split('-').all(|part| (1..=3).contains(&part.len()));
    let apart = !rest.starts_with(char::is_alphanumeric);
    (is_number && apart).then(|| number.to_owned())
}

/// The headings with an anchor, for a table of contents: level, anchor, words.
pub fn sections(blocks: &[Block]) -> Vec<(u8, String, String)> {
    let headings = blocks.iter().filter_map(|block| match block {
        Block::Heading { level, text, .. } => {
            let mut words = String::new();
            spans(text, &mut words);
            block.anchor().map(|anchor| (*level, anchor, words))
        }
        _ => None,
    });
    headings.collect()
}

/// The text without its marks, a line for each block: what is searched, and what an excerpt is cut from.
pub fn plain_text(blocks: &[Block]) -> String {
    let mut words = String::new();
    plain(blocks, &mut words);
    words.truncate(words.trim_end().len());
    words
}

fn plain(blocks: &[Block], words: &mut String) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text } => {
                spans(text, words);
                words.push('\n');
            }
            Block::List { items, .. } => items.iter().for_each(|item| plain(item, words)),
            Block::Quote { blocks } => plain(blocks, words),
        }
    }
}

fn spans(text: &[Span], words: &mut String) {
    for span in text {
        match span {
            Span::Text(text) => words.push_str(text),
            Span::Strong(text) | Span::Emphasis(text) | Span::Link { text, .. } => spans(text, words),
            Span::Break => words.push(' '),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Vec<Span> {
        vec![Span::Text(words.to_owned())]
    }

    #[test]
    fn a_clause_is_known_by_its_number() {
        for (heading, number) in [
            ("3-2 مدة الرد", "3-2"),
            ("٣-٢ مدة الرد", "3-2"),
            ("3.2. Reply", "3-2"),
            ("3–2: الرد", "3-2"),
            ("4 الاستحقاق", "4"),
            ("10-1-12", "10-1-12"),
        ] {
            assert_eq!(clause_number(heading).as_deref(), Some(number), "{heading}");
        }
        for other in ["المادة 3", "", "-3", "1448هـ", "3--2 x", "2026 سنة"] {
            assert_eq!(clause_number(other), None, "{other}");
        }
    }

    #[test]
    fn plain_text_holds_every_word_once() {
        let blocks = [
            Block::Heading { level: 2, clause: Some("1".to_owned()), text: text("1 أولًا") },
            Block::List {
                first: None,
                items: vec![vec![Block::Paragraph {
                    text: vec![
                        Span::Strong(text("نعم")),
                        Span::Break,
                        Span::Link { to: "/help".to_owned(), text: text("هنا") },
                    ],
                }]],
            },
            Block::Quote { blocks: vec![Block::Paragraph { text: text("قالوا") }] },
        ];
        assert_eq!(plain_text(&blocks), "1 أولًا\nنعم هنا\nقالوا");
        assert_eq!(sections(&blocks), [(2, "c-1".to_owned(), "1 أولًا".to_owned())]);
        assert_eq!(plain_text(&[]), "");
    }
}

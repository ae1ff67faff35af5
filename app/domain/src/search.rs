//! Finding words in a text however either is spelled, and showing where they stand.
//!
//! Letters are folded as in names (hamza seats, taa marbuta, alef maqsura, tashkeel, tatweel, digits, Latin case), but
//! words are left as they are. A text is folded once, and each folded letter remembers the letter it came from, so that
//! a hit is shown in the text as it was written.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::name::folded_letters;

/// Terms of a query that are looked for; the rest is left out.
const MOST_TERMS: usize = 6;
/// Letters of the longest query that is read.
const LONGEST_QUERY: usize = 120;
/// The article of Arabic, left off a term: who asks for `الرفض` also wants `رفض` and `برفض`.
const ARTICLE: &str = "ال";
/// Letters a term keeps at least when its article goes.
const LEAST_WITHOUT_ARTICLE: usize = 3;

/// What somebody looks for: a few folded terms, each of which must be there. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query(Vec<String>);

impl Query {
    /// Folds a query into its terms; `None` where nothing is left. A single letter is no term.
    pub fn parse(raw: &str) -> Option<Self> {
        let start: String = raw.chars().take(LONGEST_QUERY).collect();
        let mut terms: Vec<String> = Vec::new();
        for word in fold(&start).split_whitespace() {
            let term = without_article(word.trim_matches(|c: char| !c.is_alphanumeric()));
            if term.chars().count() > 1 && !terms.iter().any(|known| known == term) {
                terms.push(term.to_owned());
            }
        }
        terms.truncate(MOST_TERMS);
        if terms.is_empty() { None } else { Some(Self(terms)) }
    }

    /// The folded terms.
    pub fn terms(&self) -> &[String] {
        &self.0
    }
}

fn without_article(word: &str) -> &str {
    match word.strip_prefix(ARTICLE) {
        Some(rest) if rest.chars().count() >= LEAST_WITHOUT_ARTICLE => rest,
        _ => word,
    }
}

/// Folds a text for search: what the search columns hold. Line breaks and runs of spaces become one space.
pub fn fold(text: &str) -> String {
    Folded::of(text).plain
}

/// A folded text that knows where each of its letters came from.
#[derive(Clone, Debug)]
pub struct Folded<'a> {
    text: &'a str,
    plain: String,
    /// For each byte of `plain`: where in `text` the letter it came from begins and ends.
    origin: Vec<(usize, usize)>,
}

impl<'a> Folded<'a> {
    pub fn of(text: &'a str) -> Self {
        let mut this = Self { text, plain: String::with_capacity(text.len()), origin: Vec::with_capacity(text.len()) };
        for (start, letter) in text.char_indices() {
            for part in folded_letters(letter) {
                let part = if part.is_whitespace() { ' ' } else { part };
                if part == ' ' && (this.plain.is_empty() || this.plain.ends_with(' ')) {
                    continue;
                }
                this.plain.push(part);
                this.origin.resize(this.plain.len(), (start, start + letter.len_utf8()));
            }
        }
        if this.plain.ends_with(' ') {
            this.plain.pop();
            this.origin.pop();
        }
        this
    }

    /// How many of the terms stand in the text.
    pub fn count(&self, query: &Query) -> usize {
        query.terms().iter().filter(|term| self.plain.contains(term.as_str())).count()
    }

    /// Where the terms stand in the text as it was written: byte ranges in order, apart from each other. A range ends
    /// after the marks of its last letter.
    pub fn hits(&self, query: &Query) -> Vec<Range<usize>> {
        let found = query.terms().iter().flat_map(|term| self.plain.match_indices(term.as_str()));
        let mut hits: Vec<Range<usize>> = found.filter_map(|(at, term)| self.written(at..at + term.len())).collect();
        hits.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
        let mut end = 0;
        hits.retain(|hit| {
            let apart = hit.start >= end;
            if apart {
                end = hit.end;
            }
            apart
        });
        hits
    }

    /// The range of the text that was folded into this range.
    fn written(&self, folded: Range<usize>) -> Option<Range<usize>> {
        let (start, _) = *self.origin.get(folded.start)?;
        let (_, end) = *self.origin.get(folded.end.checked_sub(1)?)?;
        let marks = self.text[end..].chars().take_while(|&c| folded_letters(c).next().is_none());
        Some(start..end + marks.map(char::len_utf8).sum::<usize>())
    }
}

/// A stretch of a text, and whether it is what was looked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    pub text: String,
    pub hit: bool,
}

/// The whole text in pieces; put together they are the text.
pub fn mark(text: &str, query: &Query) -> Vec<Piece> {
    pieces(text, 0..text.len(), &Folded::of(text).hits(query))
}

/// About `length` letters of the text round the first hit, in pieces, from word to word, with "…" where it was cut.
pub fn excerpt(text: &str, query: &Query, length: usize) -> Vec<Piece> {
    let hits = Folded::of(text).hits(query);
    let first = hits.first().map_or(0, |hit| hit.start);
    let start = back(text, first, length / 4);
    let end = forth(text, start, length).max(hits.first().map_or(0, |hit| hit.end));
    let mut pieces = pieces(text, start..end, &hits);
    if start > 0 {
        pieces.insert(0, Piece { text: "… ".to_owned(), hit: false });
    }
    if end < text.len() {
        pieces.push(Piece { text: " …".to_owned(), hit: false });
    }
    pieces
}

fn pieces(text: &str, within: Range<usize>, hits: &[Range<usize>]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut push = |range: Range<usize>, hit| {
        if !range.is_empty() {
            pieces.push(Piece { text: text[range].to_owned(), hit });
        }
    };
    let mut at = within.start;
    for hit in hits.iter().filter(|hit| hit.start >= within.start && hit.end <= within.end) {
        push(at..hit.start, false);
        push(hit.clone(), true);
        at = hit.end;
    }
    push(at..within.end, false);
    pieces
}

/// The beginning of a word about `letters` letters before a place.
fn back(text: &str, from: usize, letters: usize) -> usize {
    let before = &text[..from];
    let Some((far, _)) = before.char_indices().rev().nth(letters) else { return 0 };
    before[far..].find(char::is_whitespace).map_or(from, |space| {
        let space = far + space;
        space + text[space..].chars().next().map_or(0, char::len_utf8)
    })
}

/// The end of a word at most `letters` letters after a place.
fn forth(text: &str, from: usize, letters: usize) -> usize {
    let after = &text[from..];
    let Some((far, _)) = after.char_indices().nth(letters) else { return text.len() };
    from + after[..far].rfind(char::is_whitespace).unwrap_or(far)
}

#[cfg(test)]
mod tests;

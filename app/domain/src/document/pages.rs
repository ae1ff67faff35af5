//! The pages of a document: a family register has several, an ID has a front and a back.

use serde::{Deserialize, Serialize};

use super::MediaType;
use crate::Invalid;

/// One page as it was stored: a photo, or a PDF. `sha256` (hex) is its file's and its name among the pages: the same
/// photo sent twice is one page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    pub media: MediaType,
    pub bytes: u64,
    pub sha256: String,
}

/// One to [`Pages::MOST`] pages, in the order they are read. Written so that a document of one page reads as documents
/// did when they had no pages, and what was signed then is still covered by its signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pages {
    #[serde(flatten)]
    first: Page,
    #[serde(default, rename = "more_pages", skip_serializing_if = "Vec::is_empty")]
    more: Vec<Page>,
}

impl Pages {
    /// Pages a document has at most.
    pub const MOST: usize = 10;
    /// Bytes its pages have at most, all together.
    pub const MOST_BYTES: u64 = 40 * 1024 * 1024;

    pub fn of(first: Page) -> Self {
        Self { first, more: Vec::new() }
    }

    pub fn first(&self) -> &Page {
        &self.first
    }

    pub fn iter(&self) -> impl Iterator<Item = &Page> {
        std::iter::once(&self.first).chain(&self.more)
    }

    pub fn count(&self) -> usize {
        1 + self.more.len()
    }

    /// Bytes of all pages together.
    pub fn bytes(&self) -> u64 {
        self.iter().map(|page| page.bytes).sum()
    }

    /// A page by its number, from 1.
    pub fn number(&self, number: usize) -> Option<&Page> {
        self.iter().nth(number.checked_sub(1)?)
    }

    /// The number of a page, from 1.
    pub fn position(&self, sha256: &str) -> Option<usize> {
        Some(self.iter().position(|page| page.sha256 == sha256)? + 1)
    }

    pub fn holds(&self, sha256: &str) -> bool {
        self.iter().any(|page| page.sha256 == sha256)
    }

    /// Adds a page at the end. One that is there already stays where it is, and `false` says so.
    pub fn add(&mut self, page: Page) -> Result<bool, Invalid> {
        if self.holds(&page.sha256) {
            return Ok(false);
        }
        if self.count() >= Self::MOST {
            return Err(Invalid::TooManyPages { max: Self::MOST });
        }
        if self.bytes() + page.bytes > Self::MOST_BYTES {
            return Err(Invalid::PagesTooLarge { max_megabytes: 40 });
        }
        self.more.push(page);
        Ok(true)
    }

    /// The pages without one; nothing where it was the only one.
    #[must_use]
    pub fn without(self, sha256: &str) -> Option<Self> {
        let mut left = std::iter::once(self.first).chain(self.more).filter(|page| page.sha256 != sha256);
        Some(Self { first: left.next()?, more: left.collect() })
    }

    /// Puts a page in the place of another: the same one, turned. `false` where there is none such, or where the new one
    /// is there already.
    pub fn put(&mut self, sha256: &str, page: Page) -> bool {
        if self.holds(&page.sha256) {
            return false;
        }
        let place = std::iter::once(&mut self.first).chain(&mut self.more).find(|page| page.sha256 == sha256);
        place.map(|place| *place = page).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(name: &str, bytes: u64) -> Page {
        Page { media: MediaType::Jpeg, bytes, sha256: name.to_owned() }
    }

    fn names(pages: &Pages) -> Vec<&str> {
        pages.iter().map(|page| page.sha256.as_str()).collect()
    }

    #[test]
    fn pages_keep_their_order_and_come_once() {
        let mut pages = Pages::of(page("a", 1));
        assert_eq!(pages.add(page("b", 1)), Ok(true));
        assert_eq!(pages.add(page("c", 1)), Ok(true));
        assert_eq!(pages.add(page("a", 1)), Ok(false));
        assert_eq!(names(&pages), ["a", "b", "c"]);
        assert!(pages.put("b", page("b turned", 1)));
        assert!(!pages.put("b", page("b again", 1)), "it is not there any more");
        assert!(!pages.put("a", page("c", 1)), "no page comes twice");
        assert_eq!(names(&pages), ["a", "b turned", "c"]);
        assert_eq!(pages.number(2).map(|page| page.sha256.as_str()), Some("b turned"));
        assert_eq!((pages.number(0), pages.number(4)), (None, None));
    }

    #[test]
    fn the_last_page_takes_the_document_with_it() {
        let mut pages = Pages::of(page("a", 1));
        pages.add(page("b", 1)).expect("added");
        let pages = pages.without("a").expect("one is left");
        assert_eq!(names(&pages), ["b"]);
        assert_eq!(pages.clone().without("unknown").as_ref(), Some(&pages));
        assert_eq!(pages.without("b"), None);
    }

    #[test]
    fn neither_more_than_ten_pages_nor_more_than_forty_megabytes() {
        let mut pages = Pages::of(page("0", 1));
        for number in 1..Pages::MOST {
            pages.add(page(&number.to_string(), 1)).expect("added");
        }
        assert_eq!(pages.add(page("more", 1)), Err(Invalid::TooManyPages { max: 10 }));
        assert_eq!(pages.add(page("3", 1)), Ok(false), "one that is there is none more");
        let mut heavy = Pages::of(page("a", Pages::MOST_BYTES));
        assert_eq!(heavy.add(page("b", 1)), Err(Invalid::PagesTooLarge { max_megabytes: 40 }));
    }
}

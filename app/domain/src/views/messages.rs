//! What the pages of messages are given.

use serde::{Deserialize, Serialize};

use crate::{
    Timestamp,
    message::{Size, Template, Weight, fill},
};

/// The page behind the link that stops messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StopSheet {
    pub stopped: bool,
}

/// A message in the list of messages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageLine {
    pub template: Template,
    pub weight: Weight,
    /// Its words as they are sent now, with their placeholders, in the reader's language.
    pub words: String,
    /// Languages (`ar`, `en`) in which the association worded it itself.
    pub own: Vec<String>,
}

/// A message in one language, to be worded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageSheet {
    pub template: Template,
    /// `ar` or `en`.
    pub language: String,
    /// The product's own words.
    pub product: String,
    /// The association's, where it has some.
    pub own: Option<String>,
    /// The version of its own words; 0 where it has none.
    pub version: i64,
    pub changed_at: Option<Timestamp>,
    /// A sample of each value.
    pub samples: Vec<(String, String)>,
    /// The line the product adds; it cannot be changed, and counts.
    pub tail: Option<String>,
}

impl MessageSheet {
    /// The words as they are sent now.
    pub fn words(&self) -> &str {
        self.own.as_deref().unwrap_or(&self.product)
    }

    /// A wording as somebody would read it, and how long that is.
    pub fn preview(&self, words: &str) -> (String, Size) {
        let samples: Vec<(&str, String)> =
            self.samples.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        let mut text = fill(words, &samples);
        if let Some(tail) = &self.tail {
            text.push('\n');
            text.push_str(tail);
        }
        let size = Size::of(&text);
        (text, size)
    }
}

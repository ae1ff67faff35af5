//! What the association tells everybody: answers, bylaws, guides, corrected beliefs, improvements (T1–T3, D3, D6a, D7).
//!
//! An article has one draft and any number of published versions; the reader sees the newest, and can go back to an
//! older one, because a decision cites the clause that was in force.

mod blocks;
mod channels;
mod rights;
mod slug;
mod words;

pub use blocks::{Block, Span, clause_number, plain_text, sections};
pub use channels::{Channel, ChannelSettings, Delegate, SocialAccount};
pub use rights::{Act, may};
pub use slug::Slug;
pub use words::{Content, Manuscript, Title, Words};

use serde::{Deserialize, Serialize};

/// The kinds of articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A question people ask (D3).
    Faq,
    /// Bylaws, in numbered clauses (T1).
    Bylaw,
    /// A guide, in numbered clauses (T2, T3).
    Guide,
    /// A belief about our services, and whether it is true (D6a).
    Misconception,
    /// What people said, and what we changed (D7).
    Improvement,
}

impl Kind {
    pub const ALL: [Self; 5] = [Self::Faq, Self::Guide, Self::Bylaw, Self::Misconception, Self::Improvement];

    pub fn slug(self) -> &'static str {
        match self {
            Self::Faq => "faq",
            Self::Bylaw => "bylaw",
            Self::Guide => "guide",
            Self::Misconception => "misconception",
            Self::Improvement => "improvement",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }
}

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    Applying,
    Documents,
    Answer,
    Receiving,
    Rights,
}

impl Topic {
    pub const ALL: [Self; 5] = [Self::Applying, Self::Documents, Self::Answer, Self::Receiving, Self::Rights];

    pub fn slug(self) -> &'static str {
        match self {
            Self::Applying => "applying",
            Self::Documents => "documents",
            Self::Answer => "answer",
            Self::Receiving => "receiving",
            Self::Rights => "rights",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.slug() == slug)
    }
}

/// Whether a belief is true (D6a).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    NotTrue,
    True,
}

impl Verdict {
    pub const ALL: [Self; 2] = [Self::NotTrue, Self::True];

    pub fn slug(self) -> &'static str {
        match self {
            Self::NotTrue => "not_true",
            Self::True => "true",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.slug() == slug)
    }
}

/// The kind of an article, with what only that kind has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Nature {
    Faq { topic: Topic },
    Bylaw,
    Guide,
    Misconception { verdict: Verdict },
    Improvement,
}

impl Nature {
    pub fn kind(self) -> Kind {
        match self {
            Self::Faq { .. } => Kind::Faq,
            Self::Bylaw => Kind::Bylaw,
            Self::Guide => Kind::Guide,
            Self::Misconception { .. } => Kind::Misconception,
            Self::Improvement => Kind::Improvement,
        }
    }
}

/// Where an article stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Never published.
    Draft,
    /// Everybody reads its newest version.
    Published,
    /// Published once, and taken away; its versions are kept.
    Withdrawn,
}

impl State {
    pub const ALL: [Self; 3] = [Self::Draft, Self::Published, Self::Withdrawn];

    pub fn slug(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Withdrawn => "withdrawn",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.slug() == slug)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slug_reads_back() {
        assert!(Kind::ALL.into_iter().all(|kind| Kind::from_slug(kind.slug()) == Some(kind)));
        assert!(Topic::ALL.into_iter().all(|topic| Topic::from_slug(topic.slug()) == Some(topic)));
        assert!(Verdict::ALL.into_iter().all(|verdict| Verdict::from_slug(verdict.slug()) == Some(verdict)));
        assert!(State::ALL.into_iter().all(|state| State::from_slug(state.slug()) == Some(state)));
    }
}

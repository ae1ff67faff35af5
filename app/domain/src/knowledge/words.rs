//! What an article says, in Arabic and, where it was translated, in English.

use serde::{Deserialize, Serialize};

use super::Nature;
use crate::{
    ShortText,
    invalid::{Invalid, canonical_string, shown_as_stored},
    text::paragraphs,
};

/// The title of an article: a question, a belief, the name of a guide.
pub type Title = ShortText<160>;

/// The text of an article as it was written, in Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manuscript(String);

impl Manuscript {
    /// The most characters: both languages together still fit in one form.
    pub const MAX: usize = 20_000;

    /// Trims, then refuses what is empty, too long, or has control characters.
    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        paragraphs(raw, Self::MAX).map(Self)
    }
}

shown_as_stored!(Manuscript);
canonical_string!(Manuscript);

/// An article in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    pub title: Title,
    pub body: Manuscript,
}

/// An article in one version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    #[serde(flatten)]
    pub nature: Nature,
    pub ar: Words,
    pub en: Option<Words>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Topic;

    #[test]
    fn content_is_kept_as_it_is() -> Result<(), Box<dyn std::error::Error>> {
        let words = Words {
            title: Title::parse("كم أنتظر؟")?, body: Manuscript::parse("أسبوعين\n\n- على الأقل")?
        };
        let content = Content { nature: Nature::Faq { topic: Topic::Answer }, ar: words, en: None };
        let stored = serde_json::to_string(&content)?;
        assert!(stored.contains(r#""kind":"faq","topic":"answer""#), "{stored}");
        assert_eq!(serde_json::from_str::<Content>(&stored)?, content);
        Ok(())
    }

    #[test]
    fn a_manuscript_is_bounded() {
        assert!(Manuscript::parse(&"م".repeat(Manuscript::MAX)).is_ok());
        let max = Manuscript::MAX;
        assert_eq!(Manuscript::parse(&"م".repeat(max + 1)), Err(Invalid::TooLong { max }));
    }
}

//! The applicant's declaration: they confirm, sign, and are directly responsible for the data (H4).

use serde::{Deserialize, Serialize};

use crate::{Invalid, PersonName, ShortText, Timestamp, name};

/// SHA-256 (hex) of the exact answers and documents that were signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AnswersHash(pub String);

impl AnswersHash {
    /// The first eight characters, enough to compare on paper.
    pub fn short(&self) -> &str {
        self.0.get(..8).unwrap_or(&self.0)
    }
}

/// Strokes of a drawn signature as SVG path data: digits, `M`, `L`, comma and space only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Strokes(String);

impl Strokes {
    /// Longest path accepted, in bytes.
    pub const LONGEST: usize = 20_000;

    /// Accepts path data of straight strokes and nothing else; a dot is not a signature.
    pub fn parse(path: &str) -> Result<Self, Invalid> {
        let path = path.trim();
        let drawn = path.len() >= 20 && path.len() <= Self::LONGEST;
        let plain = path.chars().all(|c| c.is_ascii_digit() || matches!(c, 'M' | 'L' | ',' | '.' | ' '));
        if drawn && plain && path.starts_with('M') { Ok(Self(path.to_owned())) } else { Err(Invalid::SignatureMissing) }
    }

    pub fn path(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Strokes {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let path = String::deserialize(deserializer)?;
        Self::parse(&path).map_err(serde::de::Error::custom)
    }
}

/// How the applicant signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "by")]
pub enum Mark {
    Drawn {
        strokes: Strokes,
    },
    /// For those who cannot draw: their own name, typed.
    Typed {
        name: ShortText<120>,
    },
}

impl Mark {
    /// A typed name is accepted when it is the applicant's own, however it is spelt.
    pub fn typed(text: &str, applicant: &PersonName) -> Result<Self, Invalid> {
        let typed = ShortText::parse(text)?;
        if name::normalise(typed.as_str()) == applicant.normalised() {
            Ok(Self::Typed { name: typed })
        } else {
            Err(Invalid::SignatureNameDiffers)
        }
    }
}

/// A signature is bound to the answers it was given for: any later edit voids it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    pub mark: Mark,
    pub answers: AnswersHash,
    pub signed_at: Timestamp,
}

impl Signature {
    /// Does the signature still hold for these answers?
    pub fn covers(&self, answers: &AnswersHash) -> bool {
        self.answers == *answers
    }
}

//! The language a person is written to in.

use serde::{Deserialize, Serialize};

use crate::{StoreError, error::Result};

/// Arabic is the first language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    #[default]
    Ar,
    En,
}

impl Language {
    pub fn slug(self) -> &'static str {
        match self {
            Self::Ar => "ar",
            Self::En => "en",
        }
    }

    pub(crate) fn from_slug(slug: &str) -> Result<Self> {
        match slug {
            "ar" => Ok(Self::Ar),
            "en" => Ok(Self::En),
            other => Err(StoreError::damaged("language", other)),
        }
    }
}

//! Files on their way to the server, as the page shows them. What sends them is in [`super::browser`].

#[cfg(any(feature = "hydrate", test))]
pub mod rules;

use domain::{Invalid, document::GivenDocument};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the server tells a browser that sent a file by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "told")]
pub enum Told {
    /// The document as it is now.
    Stored { document: Option<GivenDocument> },
    /// `day` when it is the day of issue that cannot be taken, not the file.
    Refused { why: Invalid, day: bool },
}

/// Where one file is.
#[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "on the server no file is on its way"))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    Waiting,
    /// The day of issue is wanted before the file.
    DayFirst,
    Sending {
        percent: u8,
    },
    /// All of it arrived, and the server looks at it.
    Looking,
    /// It goes on by itself.
    Lost,
    Refused(Invalid),
    Failed,
    SignedOut,
    Stored,
}

impl State {
    /// Would leaving the page lose this file?
    pub fn is_under_way(&self) -> bool {
        match self {
            Self::Waiting | Self::DayFirst | Self::Sending { .. } | Self::Looking | Self::Lost => true,
            Self::Refused(_) | Self::Failed | Self::SignedOut | Self::Stored => false,
        }
    }

    /// Is the line, or the server, busy with it? One file at a time keeps the order.
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Sending { .. } | Self::Looking | Self::Lost)
    }

    /// May the person send it again?
    pub fn may_be_repeated(&self) -> bool {
        matches!(self, Self::Failed | Self::DayFirst)
    }
}

/// One file of the queue. The key is made for it and travels with it: sent twice, it is one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    pub key: String,
    pub name: String,
    pub state: State,
}

/// The files chosen for one document, and the document they become pages of.
#[derive(Clone, Copy, Debug)]
pub struct Queue {
    pub files: RwSignal<Vec<Sending>>,
    pub given: RwSignal<Option<GivenDocument>>,
    /// What happened last, for those who do not see it.
    pub said: RwSignal<Option<Sending>>,
}

impl Queue {
    pub fn new(given: Option<GivenDocument>) -> Self {
        Self { files: RwSignal::new(Vec::new()), given: RwSignal::new(given), said: RwSignal::new(None) }
    }

    /// One file as it is now.
    pub fn file(self, key: &str) -> Option<Sending> {
        self.files.with(|files| files.iter().find(|file| file.key == key).cloned())
    }
}

//! Rating a service or an answer: the beneficiary's right, and a tool for correction, never for punishment (D5, D6c).

use serde::{Deserialize, Serialize};

use crate::{Invalid, LongText, MatterId, RequestId, Timestamp};

/// What somebody is invited to rate (D5): a service they received, or the answer to what they wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rated {
    Service(RequestId),
    Contact(MatterId),
}

/// Five levels, each with its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    VeryBad,
    Bad,
    Fair,
    Good,
    VeryGood,
}

impl Level {
    pub const ALL: [Self; 5] = [Self::VeryBad, Self::Bad, Self::Fair, Self::Good, Self::VeryGood];

    /// 1 (very bad) to 5 (very good).
    pub fn score(self) -> u8 {
        match self {
            Self::VeryBad => 1,
            Self::Bad => 2,
            Self::Fair => 3,
            Self::Good => 4,
            Self::VeryGood => 5,
        }
    }

    pub fn from_score(score: u8) -> Result<Self, Invalid> {
        Self::ALL.into_iter().find(|level| level.score() == score).ok_or(Invalid::Choice)
    }
}

/// How a rating stands for who may give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "rating")]
pub enum Standing {
    /// Nobody was invited, or the time is over.
    Closed,
    Open,
    Given {
        level: Level,
    },
}

/// A rating given by a beneficiary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    pub level: Level,
    pub comment: Option<LongText>,
    pub at: Timestamp,
}

//! The social study (H3, T2): figures, an explained score, and the researcher's recommendation.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    Halalas, LongText, ShortText, StaffId, Timestamp,
    application::{Answers, Group},
    household::{NetPerHead, Tenure},
};

/// Where the study was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StudyPlace {
    Office,
    Home,
    Phone,
}

impl StudyPlace {
    pub const ALL: [Self; 3] = [Self::Office, Self::Home, Self::Phone];
}

/// What the researcher found the home to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Housing {
    Sound,
    Crowded,
    Unfit,
}

impl Housing {
    pub const ALL: [Self; 3] = [Self::Sound, Self::Crowded, Self::Unfit];
}

/// What the researcher advises the committee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recommendation {
    Support,
    Decline,
}

impl Recommendation {
    pub const ALL: [Self; 2] = [Self::Support, Self::Decline];
}

/// How points are given. The board's setting; each part is shown beside its points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreRule {
    /// Share per head up to which each number of points is given, lowest share first.
    pub per_head: Vec<(Halalas, u16)>,
    pub per_child: u16,
    pub most_for_children: u16,
    pub rented: u16,
    pub crowded: u16,
    pub unfit: u16,
    pub health: u16,
    /// Points from which the need is high, and very high.
    pub high_from: u16,
    pub very_high_from: u16,
}

impl Default for ScoreRule {
    fn default() -> Self {
        Self {
            per_head: vec![
                (Halalas::from_riyals(250), 40),
                (Halalas::from_riyals(500), 30),
                (Halalas::from_riyals(750), 20),
                (Halalas::from_riyals(1_200), 10),
            ],
            per_child: 4,
            most_for_children: 20,
            rented: 10,
            crowded: 5,
            unfit: 15,
            health: 15,
            high_from: 40,
            very_high_from: 65,
        }
    }
}

/// One part of a score, so that the committee sees what each point is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "part")]
pub enum ScorePart {
    PerHead { share: Halalas, points: u16 },
    Children { children: u32, points: u16 },
    Tenure { tenure: Tenure, points: u16 },
    Housing { housing: Housing, points: u16 },
    Health { group: Group, points: u16 },
}

impl ScorePart {
    pub fn points(&self) -> u16 {
        match self {
            Self::PerHead { points, .. }
            | Self::Children { points, .. }
            | Self::Tenure { points, .. }
            | Self::Housing { points, .. }
            | Self::Health { points, .. } => *points,
        }
    }
}

/// How pressing the need is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    Moderate,
    High,
    VeryHigh,
}

/// The points of a request, part by part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    pub parts: Vec<ScorePart>,
    pub points: u16,
    pub band: Band,
}

impl ScoreRule {
    /// The most points a part can be given.
    pub fn most(&self, part: &ScorePart) -> u16 {
        match part {
            ScorePart::PerHead { .. } => self.per_head.iter().map(|(_, points)| *points).max().unwrap_or(0),
            ScorePart::Children { .. } => self.most_for_children,
            ScorePart::Tenure { .. } => self.rented,
            ScorePart::Housing { .. } => self.crowded.max(self.unfit),
            ScorePart::Health { .. } => self.health,
        }
    }

    /// Scores the answers as the researcher found them. `None` while household or livelihood are unanswered.
    pub fn score(&self, answers: &Answers, housing: Housing, on: NaiveDate) -> Option<Score> {
        let household = answers.household.as_ref()?;
        let group = answers.identity.as_ref()?.group;
        let share = answers.net_per_head()?.per_head;
        let children = household.children(on);
        let for_share = self.per_head.iter().find(|(limit, _)| share <= *limit).map_or(0, |(_, points)| *points);
        let for_children =
            u16::try_from(children).unwrap_or(u16::MAX).saturating_mul(self.per_child).min(self.most_for_children);
        let for_tenure = if household.tenure == Tenure::Rented { self.rented } else { 0 };
        let for_housing = match housing {
            Housing::Sound => 0,
            Housing::Crowded => self.crowded,
            Housing::Unfit => self.unfit,
        };
        let ill = matches!(group, Group::Patient | Group::Disabled | Group::Elderly);
        let parts = vec![
            ScorePart::PerHead { share, points: for_share },
            ScorePart::Children { children, points: for_children },
            ScorePart::Tenure { tenure: household.tenure, points: for_tenure },
            ScorePart::Housing { housing, points: for_housing },
            ScorePart::Health { group, points: if ill { self.health } else { 0 } },
        ];
        let points = parts.iter().map(ScorePart::points).fold(0, u16::saturating_add);
        let band = match points {
            points if points >= self.very_high_from => Band::VeryHigh,
            points if points >= self.high_from => Band::High,
            _ => Band::Moderate,
        };
        Some(Score { parts, points, band })
    }
}

/// A finished study.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Study {
    pub place: StudyPlace,
    pub housing: Housing,
    pub net: NetPerHead,
    pub score: Score,
    pub findings: LongText,
    pub recommendation: Recommendation,
    /// The guide's clause the recommendation rests on (T2, T3).
    pub clause: ShortText<60>,
    pub by: StaffId,
    pub at: Timestamp,
}

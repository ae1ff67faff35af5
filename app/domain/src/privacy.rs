//! What the association holds about a person and what the person may ask of it: data protection (PDPL) as a part of
//! trust (D6). Keeping and asking are pure tables; use cases and screens read the same ones.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    LongText, Timestamp,
    access::{Actor, Role},
    request::StageKind,
    time::riyadh_date,
};

/// What is held about a person, by subject, in the order a person looks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holding {
    Identity,
    Household,
    Livelihood,
    Documents,
    Requests,
    Signatures,
    Messages,
}

/// Where something held came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The person told or gave it.
    Person,
    /// The association's own work on a request.
    Association,
}

/// How long something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Keeping {
    /// As long as the person has a request or a file with the association.
    WithTheFile,
    /// With the request it belongs to: as long as a received request is on record.
    WithTheRequest,
}

impl Holding {
    pub const ALL: [Self; 7] = [
        Self::Identity,
        Self::Household,
        Self::Livelihood,
        Self::Documents,
        Self::Requests,
        Self::Signatures,
        Self::Messages,
    ];

    /// The name in addresses and stored rows.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Household => "household",
            Self::Livelihood => "livelihood",
            Self::Documents => "documents",
            Self::Requests => "requests",
            Self::Signatures => "signatures",
            Self::Messages => "messages",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|holding| holding.slug() == slug)
    }

    pub fn origin(self) -> Origin {
        match self {
            Self::Identity | Self::Household | Self::Livelihood | Self::Documents | Self::Signatures => Origin::Person,
            Self::Requests | Self::Messages => Origin::Association,
        }
    }

    pub fn keeping(self) -> Keeping {
        match self {
            Self::Identity => Keeping::WithTheFile,
            _ => Keeping::WithTheRequest,
        }
    }
}

/// May the answers and documents of a request at this stage be erased? Only where the association decided nothing and
/// owes nothing: a received request is a record of what was decided and given (H4, H5, H6).
pub fn erasable(stage: StageKind) -> bool {
    matches!(stage, StageKind::Draft | StageKind::Withdrawn | StageKind::Lapsed)
}

/// What a person's data may be used for beside the request itself. None is taken for granted: all begin as refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Questions about how satisfied the person is (D5); rating a service stays their right without it (D6c).
    Satisfaction,
    /// News of programmes.
    News,
    /// Sharing with partner bodies that may help, too.
    Partners,
}

impl Purpose {
    pub const ALL: [Self; 3] = [Self::Satisfaction, Self::News, Self::Partners];

    /// The name in addresses and stored rows.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Satisfaction => "satisfaction",
            Self::News => "news",
            Self::Partners => "partners",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.slug() == slug)
    }
}

/// A consent given or withdrawn. The last one of a purpose stands; the others are history and stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentChange {
    pub purpose: Purpose,
    pub given: bool,
    pub at: Timestamp,
}

/// Does the person agree to this purpose, by what they said so far, in the order they said it?
pub fn agreed(purpose: Purpose, history: &[ConsentChange]) -> bool {
    history.iter().rev().find(|change| change.purpose == purpose).is_some_and(|change| change.given)
}

/// What a person asks of their data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "want")]
pub enum Want {
    /// Something held is wrong.
    Correct { holding: Holding },
    /// What is no longer needed is to go.
    Erase,
}

/// Days within which a request about data is answered, counted from the day it arrives.
pub const ANSWER_DAYS: u64 = 30;

/// The last day of the answer.
pub fn due_on(received_at: Timestamp) -> NaiveDate {
    let day = riyadh_date(received_at);
    day.checked_add_days(Days::new(ANSWER_DAYS)).unwrap_or(day)
}

/// How a request about data was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "verdict")]
pub enum Verdict {
    /// Done, with words if there is something to say.
    Done { words: Option<LongText> },
    /// A refusal always says why.
    Refused { reason: LongText },
}

/// What a member of staff may do about people's data requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrivacyAction {
    /// See the queue and each request.
    See,
    /// Answer one.
    Answer,
}

impl PrivacyAction {
    pub const ALL: [Self; 2] = [Self::See, Self::Answer];
}

/// May this actor do this? The person themselves asks and reads on their own pages, not here.
pub fn may(actor: &Actor, action: PrivacyAction) -> bool {
    let Actor::Staff { roles, .. } = actor else { return false };
    roles.iter().any(|role| match action {
        PrivacyAction::See => matches!(role, Role::PrivacyOfficer | Role::ExecutiveDirector),
        PrivacyAction::Answer => matches!(role, Role::PrivacyOfficer),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{PersonId, RequestId, StaffId};

    fn staff(role: Role) -> Actor {
        Actor::Staff { id: StaffId(1), roles: [role].into(), branches: [1].into() }
    }

    #[test]
    fn the_privacy_officer_answers_and_the_director_reads() {
        let table: Vec<(Role, PrivacyAction)> = Role::ALL
            .into_iter()
            .flat_map(|role| PrivacyAction::ALL.map(|action| (role, action)))
            .filter(|(role, action)| may(&staff(*role), *action))
            .collect();
        let expected = [
            (Role::PrivacyOfficer, PrivacyAction::See),
            (Role::PrivacyOfficer, PrivacyAction::Answer),
            (Role::ExecutiveDirector, PrivacyAction::See),
        ];
        assert_eq!(table, expected);
        let others = [
            Actor::Visitor,
            Actor::System,
            Actor::Beneficiary { person: PersonId(1) },
            Actor::Tracker { request: RequestId(1) },
        ];
        assert!(others.iter().all(|actor| PrivacyAction::ALL.iter().all(|action| !may(actor, *action))));
    }

    #[test]
    fn only_what_nothing_was_decided_on_is_erased() {
        let erased: Vec<_> = StageKind::ALL.into_iter().filter(|stage| erasable(*stage)).collect();
        assert_eq!(erased, [StageKind::Draft, StageKind::Withdrawn, StageKind::Lapsed]);
    }

    #[test]
    fn names_in_addresses_are_read_back() {
        assert!(Holding::ALL.iter().all(|holding| Holding::from_slug(holding.slug()) == Some(*holding)));
        assert!(Purpose::ALL.iter().all(|purpose| Purpose::from_slug(purpose.slug()) == Some(*purpose)));
    }

    #[test]
    fn thirty_days_begin_with_the_day_in_riyadh() {
        // 23:30 UTC is already the next day in Riyadh.
        let late: Timestamp = "2026-11-01T23:30:00Z".parse().expect("a moment");
        assert_eq!(due_on(late), "2026-12-02".parse().expect("a date"));
    }

    proptest! {
        #[test]
        fn the_last_word_stands_and_silence_is_a_no(said in proptest::collection::vec((0..3_usize, any::<bool>()), 0..12)) {
            let at: Timestamp = "2026-11-01T09:00:00Z".parse().expect("a moment");
            let history: Vec<_> = said
                .iter()
                .map(|(which, given)| ConsentChange { purpose: Purpose::ALL[*which], given: *given, at })
                .collect();
            for (which, purpose) in Purpose::ALL.into_iter().enumerate() {
                let last = said.iter().rev().find(|(said, _)| *said == which).is_some_and(|(_, given)| *given);
                prop_assert_eq!(agreed(purpose, &history), last);
            }
        }
    }
}

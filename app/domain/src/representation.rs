//! Somebody applies for another person: a delegate whom the applicant named on their own phone, or a guardian (D4, H4).

use serde::{Deserialize, Serialize};

use crate::{
    Invalid, Mobile, NationalId, PersonId, ShortText, Timestamp,
    document::{DocumentKind, DocumentRule},
};

/// In what right somebody applies for another person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// The applicant, who has a phone of their own, named them.
    Delegate,
    /// The applicant is a minor or in their care; the phone is the guardian's.
    Guardian,
}

impl Capacity {
    pub const ALL: [Self; 2] = [Self::Delegate, Self::Guardian];

    /// The name in forms and stored rows.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Delegate => "delegate",
            Self::Guardian => "guardian",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|capacity| capacity.slug() == slug)
    }

    /// The document that proves it. A delegate needs none: the applicant's own phone is the proof.
    pub fn proof(self) -> Option<DocumentRule> {
        match self {
            Self::Delegate => None,
            Self::Guardian => Some(DocumentRule { kind: DocumentKind::GuardianshipDeed, valid_days: None }),
        }
    }
}

/// A name as one line, as its bearer writes it.
pub type Name = ShortText<120>;

/// Who fills in a request for its applicant. What they may do with it stands in [`crate::access`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Representative {
    pub person: PersonId,
    pub name: Name,
    pub capacity: Capacity,
    /// When they came with the code from the applicant's phone.
    pub named_at: Timestamp,
}

/// For whom somebody wants to apply, and whose phone must agree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Naming {
    pub capacity: Capacity,
    /// Of the representative.
    pub name: Name,
    /// Of the applicant.
    pub national_id: NationalId,
    pub mobile: Mobile,
}

impl Naming {
    /// A delegate needs the applicant's own phone; a guardian's own is the applicant's.
    pub fn agreeing_phone(
        capacity: Capacity,
        given: Option<Mobile>,
        representative: &Mobile,
    ) -> Result<Mobile, Invalid> {
        match (capacity, given) {
            (Capacity::Guardian, _) => Ok(representative.clone()),
            (Capacity::Delegate, None) => Err(Invalid::Missing),
            (Capacity::Delegate, Some(own)) if own == *representative => Err(Invalid::OwnMobile),
            (Capacity::Delegate, Some(theirs)) => Ok(theirs),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delegate_cannot_agree_on_their_own_phone() -> Result<(), Invalid> {
        let (mine, theirs) = (Mobile::parse("0501234567")?, Mobile::parse("0559876543")?);
        let phone = |capacity, given: Option<&Mobile>| Naming::agreeing_phone(capacity, given.cloned(), &mine);
        assert_eq!(phone(Capacity::Delegate, Some(&theirs)), Ok(theirs.clone()));
        assert_eq!(phone(Capacity::Delegate, Some(&mine)), Err(Invalid::OwnMobile));
        assert_eq!(phone(Capacity::Delegate, None), Err(Invalid::Missing));
        assert_eq!(phone(Capacity::Guardian, Some(&theirs)), Ok(mine.clone()));
        Ok(())
    }

    #[test]
    fn names_of_capacities_lead_back() {
        for capacity in Capacity::ALL {
            assert_eq!(Capacity::from_slug(capacity.slug()), Some(capacity));
            assert_eq!(serde_json::to_value(capacity).ok(), Some(capacity.slug().into()));
        }
    }
}

//! Who wants to volunteer, and what became of it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{NotPossible, Skill, Tongue};
use crate::household::age;
use crate::national_id::NationalIdKind;
use crate::{Invalid, LongText, Mobile, PersonName, StaffId, Timestamp};

/// From this age on one may volunteer with a guardian's knowledge.
const WITH_GUARDIAN: i32 = 15;
/// From this age on one decides alone.
const ALONE: i32 = 18;

/// What a volunteer says of themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    pub name: PersonName,
    pub born_on: NaiveDate,
    /// The mobile of the guardian of somebody under eighteen.
    pub guardian: Option<Mobile>,
    pub skills: BTreeSet<Skill>,
    pub languages: BTreeSet<Tongue>,
}

impl Profile {
    /// A whole name, and an age of eighteen, or fifteen with the mobile of a guardian that is not the volunteer's own.
    /// Gives the profile, or the field that is wrong.
    pub fn checked(mut self, own: &Mobile, today: NaiveDate) -> Result<Self, (&'static str, Invalid)> {
        if self.born_on > today {
            return Err(("born", Invalid::DateInFuture));
        }
        match age(self.born_on, today) {
            ..WITH_GUARDIAN => return Err(("born", Invalid::TooYoung { min: WITH_GUARDIAN.unsigned_abs() })),
            ALONE.. => self.guardian = None,
            _ => match &self.guardian {
                None => return Err(("guardian", Invalid::Missing)),
                Some(guardian) if guardian == own => return Err(("guardian", Invalid::GuardianIsSelf)),
                Some(_) => {}
            },
        }
        self.name = self.name.complete_for(NationalIdKind::Citizen).map_err(|why| ("name_father", why))?;
        Ok(self)
    }
}

/// The first letter of each part of a name, as the public page of a certificate shows it; the article is no letter of a
/// family.
pub fn initials(name: &PersonName) -> String {
    let parts = [Some(&name.own), name.father.as_ref(), name.grandfather.as_ref(), Some(&name.family)];
    let letter = |part: &str| {
        let bare = part.strip_prefix("ال").filter(|rest| rest.chars().count() > 1).unwrap_or(part);
        bare.chars().next()
    };
    let letters = parts.into_iter().flatten().filter_map(|part| letter(part.as_str()));
    letters.map(|letter| format!("{letter}.")).collect::<Vec<_>>().join(" ")
}

/// Where an application stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "standing")]
pub enum Standing {
    Received,
    Accepted { by: StaffId, at: Timestamp },
    Declined { reason: LongText, by: StaffId, at: Timestamp },
}

impl Standing {
    pub fn kind(&self) -> StandingKind {
        match self {
            Self::Received => StandingKind::Received,
            Self::Accepted { .. } => StandingKind::Accepted,
            Self::Declined { .. } => StandingKind::Declined,
        }
    }

    /// Accepts what was not answered yet.
    pub fn accept(self, by: StaffId, at: Timestamp) -> Result<Self, NotPossible> {
        match self {
            Self::Received => Ok(Self::Accepted { by, at }),
            Self::Accepted { .. } | Self::Declined { .. } => Err(NotPossible::Answered),
        }
    }

    /// Declines what was not answered yet, in words the volunteer reads.
    pub fn decline(self, reason: LongText, by: StaffId, at: Timestamp) -> Result<Self, NotPossible> {
        match self {
            Self::Received => Ok(Self::Declined { reason, by, at }),
            Self::Accepted { .. } | Self::Declined { .. } => Err(NotPossible::Answered),
        }
    }
}

/// A standing without its facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StandingKind {
    Received,
    Accepted,
    Declined,
}

impl StandingKind {
    pub const ALL: [Self; 3] = [Self::Received, Self::Accepted, Self::Declined];

    /// The name in stored rows and addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::NamePart;

    fn name(parts: [&str; 4]) -> Result<PersonName, Invalid> {
        let [own, father, grandfather, family] = parts.map(NamePart::parse);
        Ok(PersonName { own: own?, father: Some(father?), grandfather: Some(grandfather?), family: family? })
    }

    fn profile(born: i32, guardian: Option<&str>) -> Result<Profile, Invalid> {
        Ok(Profile {
            name: name(["سارة", "محمد", "علي", "السالم"])?,
            born_on: NaiveDate::from_ymd_opt(born, 11, 22).ok_or(Invalid::Date)?,
            guardian: guardian.map(Mobile::parse).transpose()?,
            skills: BTreeSet::new(),
            languages: BTreeSet::new(),
        })
    }

    #[test]
    fn the_young_need_a_guardian_and_children_are_too_young() -> Result<(), Invalid> {
        let own = Mobile::parse("0500000001")?;
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).ok_or(Invalid::Date)?;
        let check = |born, guardian| Ok(profile(born, guardian)?.checked(&own, today).map(|profile| profile.guardian));
        assert_eq!(check(2012, Some("0500000002"))?, Err(("born", Invalid::TooYoung { min: 15 })));
        assert_eq!(check(2011, None)?, Err(("guardian", Invalid::Missing)));
        assert_eq!(check(2011, Some("0500000001"))?, Err(("guardian", Invalid::GuardianIsSelf)));
        assert!(check(2011, Some("0500000002"))?.is_ok_and(|guardian| guardian.is_some()));
        assert_eq!(check(2008, Some("0500000002"))?, Ok(None), "whoever is of age needs none");
        assert_eq!(check(2027, None)?, Err(("born", Invalid::DateInFuture)));
        Ok(())
    }

    #[test]
    fn a_name_has_four_parts() -> Result<(), Invalid> {
        let mut short = profile(1990, None)?;
        short.name.father = None;
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).ok_or(Invalid::Date)?;
        let checked = short.checked(&Mobile::parse("0500000001")?, today);
        assert_eq!(checked.err(), Some(("name_father", Invalid::NameTooFewParts)));
        Ok(())
    }

    #[test]
    fn initials_name_nobody() -> Result<(), Invalid> {
        assert_eq!(initials(&name(["سارة", "محمد", "علي", "السالم"])?), "س. م. ع. س.");
        assert_eq!(initials(&name(["Sara", "Al", "O'Brien", "ال"])?), "S. A. O. ا.");
        Ok(())
    }

    #[test]
    fn an_answer_stands() -> Result<(), Invalid> {
        let (by, at) = (StaffId(1), Timestamp::UNIX_EPOCH);
        let accepted = Standing::Received.accept(by, at).expect("accepted");
        assert_eq!(accepted.kind(), StandingKind::Accepted);
        assert_eq!(accepted.clone().accept(by, at), Err(NotPossible::Answered));
        assert_eq!(accepted.decline(LongText::parse("اكتفينا")?, by, at), Err(NotPossible::Answered));
        Ok(())
    }
}

//! The household and what it lives on: `(incomes − rent − debts) ÷ people`.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{Halalas, ShortText};

/// How a member is related to the applicant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kinship {
    Spouse,
    Son,
    Daughter,
    Father,
    Mother,
    Brother,
    Sister,
    Grandchild,
    Other,
}

impl Kinship {
    pub const ALL: [Self; 9] = [
        Self::Spouse,
        Self::Son,
        Self::Daughter,
        Self::Father,
        Self::Mother,
        Self::Brother,
        Self::Sister,
        Self::Grandchild,
        Self::Other,
    ];
}

/// Where a member is at school.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Schooling {
    #[default]
    None,
    Kindergarten,
    Primary,
    Middle,
    Secondary,
    University,
    SpecialNeeds,
}

impl Schooling {
    pub const ALL: [Self; 7] = [
        Self::None,
        Self::Kindergarten,
        Self::Primary,
        Self::Middle,
        Self::Secondary,
        Self::University,
        Self::SpecialNeeds,
    ];
}

/// A member's health, as far as it weighs on the household.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Health {
    #[default]
    Well,
    ChronicIllness,
    Disability,
}

impl Health {
    pub const ALL: [Self; 3] = [Self::Well, Self::ChronicIllness, Self::Disability];
}

/// Where a member lives, and so whether the household's income is shared with them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Residence {
    #[default]
    WithUs,
    /// In the applicant's custody for part of the time.
    SharedCustody,
    /// In the care of somebody else, or away for study or work: not counted.
    Elsewhere,
}

impl Residence {
    pub const ALL: [Self; 3] = [Self::WithUs, Self::SharedCustody, Self::Elsewhere];
}

/// A person of the applicant's household. What is as usual is not written down, so that a signature over answers
/// given before a question was added stays whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    pub name: ShortText<120>,
    pub kinship: Kinship,
    pub born_on: NaiveDate,
    #[serde(default, skip_serializing_if = "is_usual")]
    pub schooling: Schooling,
    #[serde(default, skip_serializing_if = "is_usual")]
    pub health: Health,
    #[serde(default, skip_serializing_if = "is_usual")]
    pub residence: Residence,
}

impl Member {
    /// Somebody in good health who lives with the applicant and goes to no school.
    pub fn new(name: ShortText<120>, kinship: Kinship, born_on: NaiveDate) -> Self {
        Self {
            name,
            kinship,
            born_on,
            schooling: Schooling::default(),
            health: Health::default(),
            residence: Residence::default(),
        }
    }

    /// Does the household's income feed this member?
    pub fn is_fed(&self) -> bool {
        self.residence != Residence::Elsewhere
    }
}

fn is_usual<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Where an income comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IncomeKind {
    Salary,
    SocialSecurity,
    Retirement,
    SocialInsurance,
    CitizenAccount,
    Alimony,
    OtherAssociation,
    Other,
}

impl IncomeKind {
    pub const ALL: [Self; 8] = [
        Self::Salary,
        Self::SocialSecurity,
        Self::Retirement,
        Self::SocialInsurance,
        Self::CitizenAccount,
        Self::Alimony,
        Self::OtherAssociation,
        Self::Other,
    ];
}

/// What a fixed monthly instalment is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DebtKind {
    Bank,
    Vehicle,
    Treatment,
    Court,
    Personal,
}

impl DebtKind {
    pub const ALL: [Self; 5] = [Self::Bank, Self::Vehicle, Self::Treatment, Self::Court, Self::Personal];
}

/// One income of the household, per month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Income {
    pub kind: IncomeKind,
    pub monthly: Halalas,
}

/// One fixed instalment of the household, per month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Debt {
    pub kind: DebtKind,
    pub monthly: Halalas,
}

/// How the household lives in its home.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tenure {
    Owned,
    Rented,
    Hosted,
    Endowment,
}

impl Tenure {
    pub const ALL: [Self; 4] = [Self::Owned, Self::Rented, Self::Hosted, Self::Endowment];
}

/// The household; the applicant is counted beside `members`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Household {
    pub members: Vec<Member>,
    pub tenure: Tenure,
}

impl Household {
    /// Most members one household may list.
    pub const MOST: usize = 30;

    /// The applicant and everyone the income is shared with.
    pub fn people(&self) -> u32 {
        let fed = self.members.iter().filter(|member| member.is_fed()).count();
        u32::try_from(fed).map_or(u32::MAX, |fed| fed.saturating_add(1))
    }

    /// Members under eighteen on a day, of those the income is shared with.
    pub fn children(&self, on: NaiveDate) -> u32 {
        let minors = self.members.iter().filter(|member| member.is_fed() && age(member.born_on, on) < 18).count();
        u32::try_from(minors).unwrap_or(u32::MAX)
    }
}

/// Full years lived on a day.
pub fn age(born_on: NaiveDate, on: NaiveDate) -> i32 {
    let years = on.year() - born_on.year();
    let before_birthday = (on.month(), on.day()) < (born_on.month(), born_on.day());
    if before_birthday { years - 1 } else { years }
}

/// Incomes and fixed outgoings of a household, per month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Livelihood {
    pub incomes: Vec<Income>,
    pub rent: Halalas,
    pub debts: Vec<Debt>,
}

impl Livelihood {
    /// The net monthly income per head, with every figure it was made of.
    pub fn net_per_head(&self, people: u32) -> NetPerHead {
        let incomes = self.incomes.iter().map(|income| income.monthly).sum();
        let debts = self.debts.iter().map(|debt| debt.monthly).sum();
        let people = people.max(1);
        let net: Halalas = incomes - self.rent - debts;
        NetPerHead { incomes, rent: self.rent, debts, people, net, per_head: net.divided_by(people) }
    }
}

/// `(incomes − rent − debts) ÷ people`, shown with its parts so that anyone can follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NetPerHead {
    pub incomes: Halalas,
    pub rent: Halalas,
    pub debts: Halalas,
    pub people: u32,
    /// May be negative.
    pub net: Halalas,
    /// Rounded toward negative infinity to a halala.
    pub per_head: Halalas,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn livelihood(incomes: &[i64], rent: i64, debts: &[i64]) -> Livelihood {
        Livelihood {
            incomes: incomes.iter().map(|h| Income { kind: IncomeKind::Salary, monthly: Halalas(*h) }).collect(),
            rent: Halalas(rent),
            debts: debts.iter().map(|h| Debt { kind: DebtKind::Bank, monthly: Halalas(*h) }).collect(),
        }
    }

    #[test]
    fn a_widow_with_four_children() {
        let net = livelihood(&[250_000, 80_000], 120_000, &[30_000]).net_per_head(5);
        assert_eq!(net.net, Halalas(180_000));
        assert_eq!(net.per_head, Halalas(36_000));
    }

    fn member(residence: Residence) -> Member {
        let name = ShortText::parse("ريم").expect("a name");
        let born = NaiveDate::from_ymd_opt(2015, 6, 1).expect("date");
        Member { residence, ..Member::new(name, Kinship::Daughter, born) }
    }

    #[test]
    fn who_lives_elsewhere_shares_no_income() {
        let members = Residence::ALL.map(member).to_vec();
        let household = Household { members, tenure: Tenure::Rented };
        assert_eq!(household.people(), 3);
        assert_eq!(household.children(NaiveDate::from_ymd_opt(2026, 1, 1).expect("date")), 2);
    }

    #[test]
    fn what_is_as_usual_is_not_written_down() {
        let usual = serde_json::to_value(member(Residence::WithUs)).expect("written");
        assert_eq!(usual, serde_json::json!({ "name": "ريم", "kinship": "daughter", "born_on": "2015-06-01" }));
        let read: Member = serde_json::from_value(usual).expect("read");
        assert_eq!(read, member(Residence::WithUs));
    }

    #[test]
    fn a_birthday_counts_from_its_day() {
        let born = NaiveDate::from_ymd_opt(2008, 11, 22).expect("date");
        let eve = NaiveDate::from_ymd_opt(2026, 11, 21).expect("date");
        assert_eq!(age(born, eve), 17);
        assert_eq!(age(born, eve.succ_opt().expect("date")), 18);
    }

    proptest! {
        #[test]
        fn more_income_never_lowers_the_share(
            incomes in proptest::collection::vec(0i64..10_000_000, 0..6),
            rent in 0i64..1_000_000, extra in 0i64..1_000_000, people in 1u32..20,
        ) {
            let before = livelihood(&incomes, rent, &[]).net_per_head(people).per_head;
            let mut more = incomes.clone();
            more.push(extra);
            let after = livelihood(&more, rent, &[]).net_per_head(people).per_head;
            prop_assert!(after >= before);
        }

        #[test]
        fn the_share_times_people_is_the_net_within_a_halala_a_head(
            income in 0i64..10_000_000, rent in 0i64..10_000_000, people in 1u32..20,
        ) {
            let net = livelihood(&[income], rent, &[]).net_per_head(people);
            let back = net.per_head.0 * i64::from(people);
            prop_assert!(back <= net.net.0 && net.net.0 - back < i64::from(people));
        }
    }
}

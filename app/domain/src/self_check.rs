//! What a visitor tells the self-check: a few round figures, any of which may be unknown (D1).
//!
//! It is never stored. On the way into an application the visitor's own browser carries it, and what was told once is
//! not asked again.

use serde::{Deserialize, Serialize};

use crate::{
    Halalas,
    application::Group,
    eligibility::Facts,
    household::{Debt, DebtKind, Income, IncomeKind, Livelihood, NetPerHead},
};

/// The answers of the self-check. `None` is "I do not know".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub group: Option<Group>,
    /// Full years.
    pub age: Option<i32>,
    /// Everyone in the home, the visitor included.
    pub people: Option<u32>,
    /// Those of them under eighteen.
    pub children: Option<u32>,
    /// What comes into the whole home in a month.
    pub income: Option<Halalas>,
    /// Rent of a month.
    pub rent: Option<Halalas>,
    /// Fixed instalments of a month.
    pub debts: Option<Halalas>,
}

impl Told {
    /// What the rules of a programme are asked about.
    pub fn facts(&self) -> Facts {
        Facts {
            group: self.group,
            age: self.age,
            people: self.people,
            children: self.children,
            per_head: self.net().map(|net| net.per_head),
        }
    }

    /// The net income per head, once every figure of it is known.
    pub fn net(&self) -> Option<NetPerHead> {
        let livelihood = Livelihood {
            incomes: vec![Income { kind: IncomeKind::Other, monthly: self.income? }],
            rent: self.rent?,
            debts: vec![Debt { kind: DebtKind::Personal, monthly: self.debts? }],
        };
        Some(livelihood.net_per_head(self.people?))
    }

    /// Was anything told at all?
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told() -> Told {
        Told {
            people: Some(5),
            income: Some(Halalas::from_riyals(3_300)),
            rent: Some(Halalas::from_riyals(1_200)),
            debts: Some(Halalas::from_riyals(300)),
            ..Told::default()
        }
    }

    #[test]
    fn the_share_is_worked_out_from_the_round_figures() {
        assert_eq!(told().facts().per_head, Some(Halalas::from_riyals(360)));
        assert!(!told().is_empty());
    }

    #[test]
    fn one_unknown_figure_leaves_the_share_unknown() {
        for unknown in [
            Told { people: None, ..told() },
            Told { income: None, ..told() },
            Told { rent: None, ..told() },
            Told { debts: None, ..told() },
        ] {
            assert_eq!(unknown.facts().per_head, None);
        }
        assert!(Told::default().is_empty());
    }
}

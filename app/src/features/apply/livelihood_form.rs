//! What the form of incomes and outgoings says. The same reading runs on the server and, while typing, in the browser.

use domain::{
    Halalas,
    household::{Debt, DebtKind, Income, IncomeKind, Livelihood, NetPerHead},
};

use super::words;
use crate::form::{Problem, Reading, Values};

/// The field of an income.
pub fn income_field(kind: IncomeKind) -> String {
    format!("income_{}", words::slug(&kind))
}

/// The field of an instalment.
pub fn debt_field(kind: DebtKind) -> String {
    format!("debt_{}", words::slug(&kind))
}

/// Every field with an amount.
pub fn fields() -> Vec<String> {
    let incomes = IncomeKind::ALL.into_iter().map(income_field);
    let debts = DebtKind::ALL.into_iter().map(debt_field);
    incomes.chain(["rent".to_owned()]).chain(debts).collect()
}

/// What is left blank, or is nothing, does not count.
pub fn read(values: &Values) -> Result<Livelihood, Problem> {
    let mut reading = Reading::of(values);
    let mut amount = |field: &str| reading.optional(field, Halalas::parse).map(Option::unwrap_or_default);
    let incomes: Vec<Option<Income>> = IncomeKind::ALL
        .into_iter()
        .map(|kind| amount(&income_field(kind)).map(|monthly| Income { kind, monthly }))
        .collect();
    let rent = amount("rent");
    let debts: Vec<Option<Debt>> =
        DebtKind::ALL.into_iter().map(|kind| amount(&debt_field(kind)).map(|monthly| Debt { kind, monthly })).collect();
    let read = (|| {
        let mut incomes = incomes.into_iter().collect::<Option<Vec<_>>>()?;
        let mut debts = debts.into_iter().collect::<Option<Vec<_>>>()?;
        incomes.retain(|income| income.monthly > Halalas::ZERO);
        debts.retain(|debt| debt.monthly > Halalas::ZERO);
        Some(Livelihood { incomes, rent: rent?, debts })
    })();
    reading.done(read)
}

/// The share per head of what is typed, as soon as it can be read.
pub fn net(values: &Values, people: u32) -> Option<NetPerHead> {
    read(values).ok().map(|livelihood| livelihood.net_per_head(people))
}

#[cfg(test)]
mod tests {
    use domain::Invalid;

    use super::*;

    fn form(pairs: &[(&str, &str)]) -> Values {
        Values(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn arabic_digits_and_separators_are_fine() {
        let typed = form(&[("income_salary", "٣٬٢٥٠٫٥"), ("income_other", " "), ("rent", "1,200"), ("debt_bank", "0")]);
        let livelihood = read(&typed).expect("read");
        assert_eq!(livelihood.incomes, vec![Income { kind: IncomeKind::Salary, monthly: Halalas(325_050) }]);
        assert_eq!(livelihood.rent, Halalas::from_riyals(1_200));
        assert!(livelihood.debts.is_empty());
        assert_eq!(net(&typed, 5).map(|net| net.per_head), Some(Halalas(41_010)));
    }

    #[test]
    fn a_wrong_amount_is_named() {
        let refused = read(&form(&[("rent", "كثير"), ("debt_bank", "-5")]));
        let problems = vec![("rent".to_owned(), Invalid::Amount), ("debt_bank".to_owned(), Invalid::AmountNegative)];
        assert_eq!(refused, Err(Problem::Fields(problems)));
    }

    #[test]
    fn every_field_is_known_to_the_browser() {
        assert_eq!(fields().len(), IncomeKind::ALL.len() + DebtKind::ALL.len() + 1);
        assert!(fields().contains(&"income_social_security".to_owned()));
    }
}

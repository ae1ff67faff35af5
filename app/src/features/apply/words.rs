//! Small texts used on several pages of an application.

use domain::{Halalas, Invalid, iban::Bank};
use i18n::{Label, Locale, td_string};
use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use ui::{Choice, Ltr};

/// The name of a choice in forms and addresses.
pub fn slug<T: Serialize>(choice: &T) -> String {
    match serde_json::to_value(choice) {
        Ok(serde_json::Value::String(slug)) => slug,
        _ => String::new(),
    }
}

/// The choice of a name, if it is one of those offered.
pub fn choice<T: DeserializeOwned>(slug: &str) -> Result<T, Invalid> {
    if slug.trim().is_empty() {
        return Err(Invalid::Missing);
    }
    serde_json::from_value(serde_json::Value::String(slug.to_owned())).map_err(|_| Invalid::Choice)
}

/// Choices with their labels, in order.
pub fn choices<T: Serialize + Label>(all: &[T], locale: Locale) -> Vec<Choice> {
    all.iter().map(|one| Choice::new(slug(one), one.label(locale))).collect()
}

/// `1,250 ريال`, the number from left to right.
pub fn riyals(locale: Locale, amount: Halalas) -> impl IntoView {
    view! { <Ltr text=amount.to_string()/>" "{td_string!(locale, apply.amount)} }
}

/// The name of a bank.
pub fn bank(locale: Locale, bank: Bank) -> &'static str {
    match bank {
        Bank::Alinma => td_string!(locale, apply.bank.alinma),
        Bank::SaudiNational => td_string!(locale, apply.bank.saudi_national),
        Bank::Albilad => td_string!(locale, apply.bank.albilad),
        Bank::Riyad => td_string!(locale, apply.bank.riyad),
        Bank::ArabNational => td_string!(locale, apply.bank.arab_national),
        Bank::SaudiAwwal => td_string!(locale, apply.bank.saudi_awwal),
        Bank::BanqueSaudiFransi => td_string!(locale, apply.bank.banque_saudi_fransi),
        Bank::Aljazira => td_string!(locale, apply.bank.aljazira),
        Bank::SaudiInvestment => td_string!(locale, apply.bank.saudi_investment),
        Bank::AlRajhi => td_string!(locale, apply.bank.al_rajhi),
    }
}

//! Small texts used on several pages of an application.

use domain::{Halalas, iban::Bank};
use i18n::{Label, Locale, td_string};
use leptos::prelude::*;
use serde::Serialize;
use ui::{Choice, Ltr};

/// The name of a choice in forms and addresses.
pub fn slug<T: Serialize>(choice: &T) -> String {
    match serde_json::to_value(choice) {
        Ok(serde_json::Value::String(slug)) => slug,
        _ => String::new(),
    }
}

/// The choice of a name, if it is one of those offered.
#[cfg(feature = "ssr")]
pub fn choice<T: serde::de::DeserializeOwned>(slug: &str) -> Result<T, domain::Invalid> {
    if slug.trim().is_empty() {
        return Err(domain::Invalid::Missing);
    }
    serde_json::from_value(serde_json::Value::String(slug.to_owned())).map_err(|_| domain::Invalid::Choice)
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

//! Saudi bank account numbers. They are checked, never built.

use iban::{BaseIban, ParseBaseIbanError};
use serde::{Deserialize, Serialize};

use crate::digits;
use crate::invalid::{Invalid, canonical_string, masked_in_debug, shown_as_stored};

/// A Saudi IBAN: `SA`, two check digits, two digits of the bank, eighteen letters or digits. Stored without spaces.
/// `Debug` shows it masked.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Iban(String);

/// A Saudi bank recognised by the two bank digits of an IBAN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bank {
    /// 05
    Alinma,
    /// 10, and 40 of the former Samba
    SaudiNational,
    /// 15
    Albilad,
    /// 20
    Riyad,
    /// 30
    ArabNational,
    /// 45, and 50 of the former Alawwal
    SaudiAwwal,
    /// 55
    BanqueSaudiFransi,
    /// 60
    Aljazira,
    /// 65
    SaudiInvestment,
    /// 80
    AlRajhi,
}

impl Bank {
    /// The bank of two bank digits; banks seldom met are not listed.
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "05" => Self::Alinma,
            "10" | "40" => Self::SaudiNational,
            "15" => Self::Albilad,
            "20" => Self::Riyad,
            "30" => Self::ArabNational,
            "45" | "50" => Self::SaudiAwwal,
            "55" => Self::BanqueSaudiFransi,
            "60" => Self::Aljazira,
            "65" => Self::SaudiInvestment,
            "80" => Self::AlRajhi,
            _ => return None,
        })
    }
}

impl Iban {
    /// How many characters a Saudi IBAN has.
    const LENGTH: usize = 24;

    /// Accepts lower case, spaces, dashes and any digits.
    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        let typed = digits::compact(raw).to_ascii_uppercase();
        if typed.is_empty() {
            return Err(Invalid::Missing);
        }
        if !typed.starts_with("SA") {
            return Err(Invalid::IbanCountry);
        }
        if typed.len() != Self::LENGTH {
            return Err(Invalid::IbanLength);
        }
        let base: BaseIban = typed.parse().map_err(|error| match error {
            ParseBaseIbanError::InvalidFormat => Invalid::IbanLength,
            ParseBaseIbanError::InvalidChecksum => Invalid::IbanChecksum,
        })?;
        match iban::Iban::try_from(base) {
            Ok(_) => Ok(Self(typed)),
            Err(_) => Err(Invalid::IbanLength),
        }
    }

    /// In fours, as printed on bank papers: `SA03 8000 0000 6080 1016 7519`.
    pub fn grouped(&self) -> String {
        let groups: Vec<&str> = (0..Self::LENGTH).step_by(4).map(|at| &self.0[at..at + 4]).collect();
        groups.join(" ")
    }

    /// The bank and the last four: `SA•• 80•• •••• •••• •••• 7519`.
    pub fn masked(&self) -> String {
        format!("SA•• {}•• •••• •••• •••• {}", self.bank_code(), &self.0[Self::LENGTH - 4..])
    }

    /// The two digits of the bank.
    pub fn bank_code(&self) -> &str {
        &self.0[4..6]
    }

    /// The bank, if it is one of the well-known ones.
    pub fn bank(&self) -> Option<Bank> {
        Bank::from_code(self.bank_code())
    }
}

shown_as_stored!(Iban);
canonical_string!(Iban);
masked_in_debug!(Iban);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SAMPLE: &str = "SA0380000000608010167519";

    /// Any valid IBAN: the check digits are found by trying.
    fn valid() -> impl Strategy<Value = Iban> {
        "[0-9]{2}[0-9A-Z]{18}".prop_filter_map("no check digits fit", |account| {
            (2..=98).find_map(|check| Iban::parse(&format!("SA{check:02}{account}")).ok())
        })
    }

    #[test]
    fn takes_the_known_sample_in_every_dress() -> Result<(), Invalid> {
        for typed in [
            SAMPLE,
            "SA03 8000 0000 6080 1016 7519",
            "sa03-8000-0000-6080-1016-7519",
            "SA٠٣ ٨٠٠٠ ٠٠٠٠ ٦٠٨٠ ١٠١٦ ٧٥١٩",
            "\u{200E}SA038000 0000608010167519",
        ] {
            assert_eq!(Iban::parse(typed)?.as_str(), SAMPLE);
        }
        let iban = Iban::parse(SAMPLE)?;
        assert_eq!(iban.grouped(), "SA03 8000 0000 6080 1016 7519");
        assert_eq!(iban.masked(), "SA•• 80•• •••• •••• •••• 7519");
        assert_eq!((iban.bank_code(), iban.bank()), ("80", Some(Bank::AlRajhi)));
        Ok(())
    }

    #[test]
    fn says_what_is_wrong() {
        let refused = |raw: &str| Iban::parse(raw).err();
        assert_eq!(refused(""), Some(Invalid::Missing));
        assert_eq!(refused("0380000000608010167519"), Some(Invalid::IbanCountry));
        assert_eq!(refused("GB82 WEST 1234 5698 7654 32"), Some(Invalid::IbanCountry));
        assert_eq!(refused("SA03 8000 0000 6080 1016 751"), Some(Invalid::IbanLength));
        assert_eq!(refused("SA03 8000 0000 6080 1016 75199"), Some(Invalid::IbanLength));
        assert_eq!(refused("SA03 8000 0000 6080 1016 75$9"), Some(Invalid::IbanLength));
        assert_eq!(refused("SA04 8000 0000 6080 1016 7519"), Some(Invalid::IbanChecksum));
        assert_eq!(refused("SAسسسسسسسسسسس"), Some(Invalid::IbanLength));
    }

    #[test]
    fn the_bank_of_an_unknown_code_is_unknown() {
        assert_eq!(Bank::from_code("99"), None);
        assert_eq!(Bank::from_code("40"), Bank::from_code("10"));
        assert_eq!(Bank::from_code("50"), Bank::from_code("45"));
    }

    proptest! {
        #[test]
        fn parsing_what_is_shown_changes_nothing(iban in valid()) {
            prop_assert_eq!(Iban::parse(&iban.to_string())?, iban.clone());
            prop_assert_eq!(Iban::parse(&iban.grouped())?, iban.clone());
            prop_assert_eq!(serde_json::from_str::<Iban>(&serde_json::to_string(&iban)?)?, iban);
        }

        #[test]
        fn one_wrong_digit_is_always_found(at in 2_usize..24, digit in 0_u32..10) {
            let changed: String = SAMPLE.chars().enumerate()
                .map(|(i, c)| if i == at { char::from_digit(digit, 10).unwrap_or(c) } else { c })
                .collect();
            prop_assert_eq!(Iban::parse(&changed).is_ok(), changed == SAMPLE);
        }

        #[test]
        fn never_panics(raw in "(SA)?.*") {
            let _ = Iban::parse(&raw);
        }
    }
}

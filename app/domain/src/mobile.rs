//! Saudi mobile numbers.

use crate::digits;
use crate::invalid::{Invalid, canonical_string, masked_in_debug, shown_as_stored};

/// A Saudi mobile number, stored as `+9665XXXXXXXX`. `Debug` shows it masked.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mobile(String);

impl Mobile {
    /// Accepts `5…`, `05…`, `9665…`, `009665…`, `+9665…` and the country code before `05…`, in any digits, with
    /// spaces, dashes and brackets.
    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        let typed = digits::compact(raw);
        if typed.is_empty() {
            return Err(Invalid::Missing);
        }
        let national =
            ["+966", "00966", "966"].into_iter().find_map(|country| typed.strip_prefix(country)).unwrap_or(&typed);
        let subscriber = national.strip_prefix('0').unwrap_or(national);
        if subscriber.len() == 9 && subscriber.starts_with('5') && digits::all_digits(subscriber) {
            Ok(Self(format!("+966{subscriber}")))
        } else {
            Err(Invalid::Mobile)
        }
    }

    /// As people in the kingdom write it: `05XXXXXXXX`.
    pub fn local(&self) -> String {
        format!("0{}", self.subscriber())
    }

    /// Enough for its owner to recognise it: `05••••4567`.
    pub fn masked(&self) -> String {
        format!("05••••{}", &self.subscriber()[5..])
    }

    fn subscriber(&self) -> &str {
        &self.0["+966".len()..]
    }
}

shown_as_stored!(Mobile);
canonical_string!(Mobile);
masked_in_debug!(Mobile);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn takes_every_shape_people_type() {
        for typed in [
            "500004567",
            "0500004567",
            "966500004567",
            "00966500004567",
            "+966500004567",
            "+966 50 000 4567",
            "+966 (0) 50-000-4567",
            "٠٥٠٠٠٠٤٥٦٧",
            "۰۵۰۰۰۰۴۵۶۷",
            "\u{202A}+966 50 000 4567\u{202C}",
        ] {
            let mobile = Mobile::parse(typed).map(|mobile| mobile.to_string());
            assert_eq!(mobile, Ok("+966500004567".to_owned()), "{typed}");
        }
    }

    #[test]
    fn refuses_what_is_not_a_saudi_mobile() {
        assert_eq!(Mobile::parse(" - "), Err(Invalid::Missing));
        for typed in
            ["0112345678", "05000045", "05000045678", "00500004567", "+971500004567", "05O0004567", "+500004567"]
        {
            assert_eq!(Mobile::parse(typed), Err(Invalid::Mobile), "{typed}");
        }
    }

    #[test]
    fn is_shown_locally_or_masked() -> Result<(), Invalid> {
        let mobile = Mobile::parse("+966500004567")?;
        assert_eq!(mobile.local(), "0500004567");
        assert_eq!(mobile.masked(), "05••••4567");
        assert_eq!(format!("{mobile:?}"), "Mobile(05••••4567)");
        Ok(())
    }

    proptest! {
        #[test]
        fn parsing_what_is_shown_changes_nothing(subscriber in "5[0-9]{8}") {
            let mobile = Mobile::parse(&subscriber)?;
            prop_assert_eq!(Mobile::parse(mobile.as_str())?, mobile.clone());
            prop_assert_eq!(Mobile::parse(&mobile.local())?, mobile.clone());
            prop_assert_eq!(serde_json::from_str::<Mobile>(&serde_json::to_string(&mobile)?)?, mobile);
        }

        #[test]
        fn never_panics(raw in "[+0٠]{0,3}[0-9٥ ]*.*") {
            let _ = Mobile::parse(&raw);
        }
    }
}

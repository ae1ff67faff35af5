//! Where a message goes: one channel and one address of it, chosen once.

use serde::{Deserialize, Serialize};

use crate::{
    Mobile,
    invalid::{Invalid, canonical_string, masked_in_debug, shown_as_stored},
};

/// How a message reaches somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    #[default]
    Sms,
    Email,
}

impl Channel {
    pub fn slug(self) -> &'static str {
        match self {
            Self::Sms => "sms",
            Self::Email => "email",
        }
    }
}

/// Who gets a message, on which channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    Sms(Mobile),
    Email(EmailAddress),
}

impl Recipient {
    pub fn channel(&self) -> Channel {
        match self {
            Self::Sms(_) => Channel::Sms,
            Self::Email(_) => Channel::Email,
        }
    }

    /// Enough for its owner to recognise it.
    pub fn masked(&self) -> String {
        match self {
            Self::Sms(mobile) => mobile.masked(),
            Self::Email(address) => address.masked(),
        }
    }
}

impl std::fmt::Display for Recipient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sms(mobile) => mobile.fmt(f),
            Self::Email(address) => address.fmt(f),
        }
    }
}

/// An e-mail address of plain letters, its domain in lower case. `Debug` shows it masked.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EmailAddress(String);

impl EmailAddress {
    const LONGEST: usize = 254;

    /// Takes what mail servers everywhere take; quoted and non-Latin addresses are refused.
    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        let text = raw.trim();
        if text.is_empty() {
            return Err(Invalid::Missing);
        }
        if text.len() > Self::LONGEST {
            return Err(Invalid::TooLong { max: Self::LONGEST });
        }
        let (user, domain) = text.split_once('@').ok_or(Invalid::NotText)?;
        let user_fits =
            (1..=64).contains(&user.len()) && user.split('.').all(|atom| !atom.is_empty() && atom.bytes().all(is_atom));
        let labels = domain.split('.').count();
        let fits = |label: &str| {
            let plain = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            (1..=63).contains(&label.len()) && plain && !label.starts_with('-') && !label.ends_with('-')
        };
        if user_fits && labels >= 2 && domain.split('.').all(fits) {
            Ok(Self(format!("{user}@{}", domain.to_ascii_lowercase())))
        } else {
            Err(Invalid::NotText)
        }
    }

    /// `s••••@example.org`.
    pub fn masked(&self) -> String {
        let (user, domain) = self.0.split_once('@').unwrap_or_default();
        format!("{}••••@{domain}", user.get(..1).unwrap_or_default())
    }
}

fn is_atom(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte)
}

shown_as_stored!(EmailAddress);
canonical_string!(EmailAddress);
masked_in_debug!(EmailAddress);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_addresses_are_taken() -> Result<(), Invalid> {
        let address = EmailAddress::parse(" Sara.Ali+wisal@Mail.Example.ORG ")?;
        assert_eq!(address.as_str(), "Sara.Ali+wisal@mail.example.org");
        assert_eq!(format!("{address:?}"), "EmailAddress(S••••@mail.example.org)");
        Ok(())
    }

    #[test]
    fn nothing_reaches_a_mail_header_but_an_address() {
        for wrong in [
            "",
            "sara",
            "@example.org",
            "sara@",
            "sara@localhost",
            "a@b@example.org",
            "sara@example..org",
            "sara@-a.org",
            ".a@example.org",
            "sara@example.org\r\nBcc: all@example.org",
            "sara ali@example.org",
            "سارة@example.org",
            "<sara@example.org>",
        ] {
            assert!(EmailAddress::parse(wrong).is_err(), "{wrong:?}");
        }
        assert!(EmailAddress::parse(&format!("{}@example.org", "a".repeat(65))).is_err());
    }
}

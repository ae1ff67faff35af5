//! Why a typed value was refused: one enum, worded only in the `i18n` crate.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why an answer cannot be taken. The `Display` text is for developers and logs; people read
/// `i18n::invalid`, which says what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Error)]
#[serde(rename_all = "snake_case")]
pub enum Invalid {
    /// Nothing was given where something is needed.
    #[error("missing")]
    Missing,
    /// More than `max` characters.
    #[error("longer than {max} characters")]
    TooLong { max: usize },
    /// Fewer than `min` characters.
    #[error("shorter than {min} characters")]
    TooShort { min: usize },
    /// Control characters or direction overrides (U+202A–202E, U+2066–2069).
    #[error("control characters or direction overrides")]
    NotText,
    /// A national ID or iqama that is not ten digits.
    #[error("national ID: not ten digits")]
    NationalIdLength,
    /// A national ID that begins with neither 1 (citizen) nor 2 (resident).
    #[error("national ID: first digit is neither 1 nor 2")]
    NationalIdKind,
    /// A national ID whose Luhn sum is wrong.
    #[error("national ID: wrong checksum")]
    NationalIdChecksum,
    /// Not a Saudi mobile number.
    #[error("not a Saudi mobile number")]
    Mobile,
    /// An IBAN that does not begin with `SA`.
    #[error("IBAN: not Saudi")]
    IbanCountry,
    /// A Saudi IBAN that is not `SA`, four digits and eighteen letters or digits.
    #[error("IBAN: wrong length or characters")]
    IbanLength,
    /// An IBAN whose remainder by 97 is not 1.
    #[error("IBAN: wrong checksum")]
    IbanChecksum,
    /// A short national address that is not four letters and four digits.
    #[error("not a short national address")]
    ShortAddress,
    /// A building number that is not four digits.
    #[error("not a building number")]
    BuildingNumber,
    /// A postal code that is not five digits.
    #[error("not a postal code")]
    PostalCode,
    /// A secondary number that is not four digits.
    #[error("not a secondary number")]
    SecondaryNumber,
    /// The ID of somebody who applies for another person, given as that person's.
    #[error("their own ID, not the other person's")]
    OwnId,
    /// The number of somebody who applies for another person, given as that person's.
    #[error("their own mobile number, not the other person's")]
    OwnMobile,
    /// The other person has begun a request of this programme themselves.
    #[error("the applicant has an open request of this programme")]
    HasOpenRequest,
    /// Not an amount of riyals with at most two decimals.
    #[error("not an amount of riyals")]
    Amount,
    /// An amount below zero where only zero or more makes sense.
    #[error("negative amount")]
    AmountNegative,
    /// An amount beyond `Halalas::MAX`.
    #[error("amount too large")]
    AmountTooLarge,
    /// Not a whole number.
    #[error("not a whole number")]
    Number,
    /// A whole number outside its range.
    #[error("not between {min} and {max}")]
    NumberRange { min: i64, max: i64 },
    /// Not a date of either calendar.
    #[error("not a date")]
    Date,
    /// A date outside the Umm al-Qura table (1300–1600 AH).
    #[error("date outside the Umm al-Qura table")]
    DateOutOfTable,
    /// A date that has not come yet.
    #[error("date in the future")]
    DateInFuture,
    /// A date that has passed.
    #[error("date in the past")]
    DateInPast,
    /// Not a time of the day, or not hours and minutes.
    #[error("not a time")]
    Time,
    /// A stretch of time that ends before it begins.
    #[error("ends before it begins")]
    EndsBeforeItBegins,
    /// Younger than `min` years.
    #[error("younger than {min} years")]
    TooYoung { min: u32 },
    /// The guardian's mobile is the ward's own.
    #[error("the guardian's mobile is the ward's own")]
    GuardianIsSelf,
    /// A citizen's name without its four parts.
    #[error("name has too few parts")]
    NameTooFewParts,
    /// A name with something that is not a letter, mark, hyphen, apostrophe or space.
    #[error("name has characters that are not letters")]
    NameCharacters,
    /// Not a reference number, or one typed wrongly.
    #[error("not a reference number")]
    Reference,
    /// Not lower-case Latin letters, digits and hyphens, or a word the site needs itself.
    #[error("not the end of an address")]
    Slug,
    /// Something else stands at this address.
    #[error("address in use")]
    SlugTaken,
    /// Not the code that was given with a reference, or no code at all.
    #[error("not the code of this reference")]
    FollowCode,
    /// Only complaints are taken from people who do not want to be known.
    #[error("not a complaint, and yet anonymous")]
    NotAnonymous,
    /// Not one of the choices offered.
    #[error("not one of the choices")]
    Choice,
    /// A one-time code of the wrong shape.
    #[error("not a one-time code")]
    Code,
    /// A one-time code that is no longer valid.
    #[error("one-time code expired")]
    CodeExpired,
    /// A wrong one-time code; `left` tries remain.
    #[error("wrong one-time code, {left} tries left")]
    CodeWrong { left: u8 },
    /// A wrong code of the authenticator app or a wrong recovery code; `left` tries remain.
    #[error("wrong authenticator code, {left} tries left")]
    AuthenticatorCode { left: u8 },
    /// User name and password that do not open an account, whatever the reason.
    #[error("wrong user name or password")]
    Credentials,
    /// The new password was not repeated as it was typed first.
    #[error("passwords differ")]
    PasswordsDiffer,
    /// The new password is the one to be replaced.
    #[error("password in use already")]
    PasswordUsed,
    /// No file was attached.
    #[error("no file")]
    FileMissing,
    /// A file of a kind that is not taken.
    #[error("file type not accepted")]
    FileType,
    /// A file above `max_megabytes`.
    #[error("file larger than {max_megabytes} MB")]
    FileTooLarge { max_megabytes: u16 },
    /// A photo in the iPhone's own format, which nobody else opens.
    #[error("a HEIC picture")]
    FileHeic,
    /// A document with more than `max` pages.
    #[error("more than {max} pages")]
    TooManyPages { max: usize },
    /// The pages of a document above `max_megabytes` together.
    #[error("pages larger than {max_megabytes} MB together")]
    PagesTooLarge { max_megabytes: u16 },
    /// A file that cannot be opened.
    #[error("damaged file")]
    FileDamaged,
    /// A PDF with something in it that acts, sends or carries another file.
    #[error("file holds more than pages")]
    FileActive,
    /// A wording that lacks a value it must tell; `name` as it is written.
    #[error("wording lacks {name}")]
    PlaceholderMissing { name: String },
    /// A wording with a value there is none of, or braces that enclose none.
    #[error("wording holds the unknown `{text}`")]
    PlaceholderUnknown { text: String },
    /// The applicant has not confirmed the declaration (H4).
    #[error("declaration not confirmed")]
    DeclarationNotConfirmed,
    /// The applicant has not signed (H4).
    #[error("signature missing")]
    SignatureMissing,
    /// The typed signature is not the applicant's name (H4).
    #[error("signature is not the applicant's name")]
    SignatureNameDiffers,
    /// A household without members.
    #[error("household has no members")]
    HouseholdEmpty,
    /// More than `max` entries in a list.
    #[error("more than {max} entries")]
    TooMany { max: usize },
}

/// Gives a type that has `parse` and `Display` its `FromStr` and its serde form: the canonical string,
/// parsed again when it is read.
macro_rules! canonical_string {
    ($name:ty $(, const $max:ident)?) => {
        impl$(<const $max: usize>)? std::str::FromStr for $name {
            type Err = $crate::invalid::Invalid;

            fn from_str(raw: &str) -> Result<Self, Self::Err> {
                Self::parse(raw)
            }
        }

        impl$(<const $max: usize>)? serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de $(, const $max: usize)?> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let raw = <String as serde::Deserialize>::deserialize(deserializer)?;
                Self::parse(&raw).map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use canonical_string;

/// Gives a type that is a checked string its `as_str` and `Display`.
macro_rules! shown_as_stored {
    ($name:ty $(, const $max:ident)?) => {
        impl$(<const $max: usize>)? $name {
            /// The canonical form, as stored.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl$(<const $max: usize>)? std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }
    };
}
pub(crate) use shown_as_stored;

/// Shows a type in `Debug` as its `masked()` form, so that a log line never holds a person's number.
macro_rules! masked_in_debug {
    ($name:ident) => {
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({})", stringify!($name), self.masked())
            }
        }
    };
}
pub(crate) use masked_in_debug;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_written_in_the_words_of_its_message_keys() -> serde_json::Result<()> {
        assert_eq!(serde_json::to_string(&Invalid::NationalIdLength)?, r#""national_id_length""#);
        assert_eq!(serde_json::to_string(&Invalid::CodeWrong { left: 2 })?, r#"{"code_wrong":{"left":2}}"#);
        Ok(())
    }

    #[test]
    fn tells_developers_what_was_refused() {
        assert_eq!(Invalid::NumberRange { min: 1, max: 20 }.to_string(), "not between 1 and 20");
    }
}

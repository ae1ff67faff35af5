//! What a person is told when an answer cannot be taken: what to do, not what went wrong inside.

use domain::Invalid;
use leptos_i18n::td_string;

use crate::Locale;

/// The message of a refused answer, in the reader's language.
pub fn invalid(locale: Locale, invalid: &Invalid) -> String {
    match invalid {
        Invalid::Missing => td_string!(locale, invalid.missing).to_owned(),
        Invalid::TooLong { max } => td_string!(locale, invalid.too_long, max = *max),
        Invalid::TooShort { min } => td_string!(locale, invalid.too_short, min = *min),
        Invalid::NotText => td_string!(locale, invalid.not_text).to_owned(),
        Invalid::NationalIdLength => td_string!(locale, invalid.national_id_length).to_owned(),
        Invalid::NationalIdKind => td_string!(locale, invalid.national_id_kind).to_owned(),
        Invalid::NationalIdChecksum => td_string!(locale, invalid.national_id_checksum).to_owned(),
        Invalid::Mobile => td_string!(locale, invalid.mobile).to_owned(),
        Invalid::IbanCountry => td_string!(locale, invalid.iban_country).to_owned(),
        Invalid::IbanLength => td_string!(locale, invalid.iban_length).to_owned(),
        Invalid::IbanChecksum => td_string!(locale, invalid.iban_checksum).to_owned(),
        Invalid::ShortAddress => td_string!(locale, invalid.short_address).to_owned(),
        Invalid::BuildingNumber => td_string!(locale, invalid.building_number).to_owned(),
        Invalid::PostalCode => td_string!(locale, invalid.postal_code).to_owned(),
        Invalid::SecondaryNumber => td_string!(locale, invalid.secondary_number).to_owned(),
        Invalid::OwnId => td_string!(locale, invalid.own_id).to_owned(),
        Invalid::OwnMobile => td_string!(locale, invalid.own_mobile).to_owned(),
        Invalid::HasOpenRequest => td_string!(locale, invalid.has_open_request).to_owned(),
        Invalid::Amount => td_string!(locale, invalid.amount).to_owned(),
        Invalid::AmountNegative => td_string!(locale, invalid.amount_negative).to_owned(),
        Invalid::AmountTooLarge => td_string!(locale, invalid.amount_too_large).to_owned(),
        Invalid::Number => td_string!(locale, invalid.number).to_owned(),
        Invalid::NumberRange { min, max } => td_string!(locale, invalid.number_range, min = *min, max = *max),
        Invalid::Date => td_string!(locale, invalid.date).to_owned(),
        Invalid::DateOutOfTable => td_string!(locale, invalid.date_out_of_table).to_owned(),
        Invalid::DateInFuture => td_string!(locale, invalid.date_in_future).to_owned(),
        Invalid::DateInPast => td_string!(locale, invalid.date_in_past).to_owned(),
        Invalid::Time => td_string!(locale, invalid.time).to_owned(),
        Invalid::EndsBeforeItBegins => td_string!(locale, invalid.ends_before_it_begins).to_owned(),
        Invalid::TooYoung { min } => td_string!(locale, invalid.too_young, min = *min),
        Invalid::GuardianIsSelf => td_string!(locale, invalid.guardian_is_self).to_owned(),
        Invalid::NameTooFewParts => td_string!(locale, invalid.name_too_few_parts).to_owned(),
        Invalid::NameCharacters => td_string!(locale, invalid.name_characters).to_owned(),
        Invalid::Reference => td_string!(locale, invalid.reference).to_owned(),
        Invalid::Slug => td_string!(locale, invalid.slug).to_owned(),
        Invalid::SlugTaken => td_string!(locale, invalid.slug_taken).to_owned(),
        Invalid::FollowCode => td_string!(locale, invalid.follow_code).to_owned(),
        Invalid::NotAnonymous => td_string!(locale, invalid.not_anonymous).to_owned(),
        Invalid::Choice => td_string!(locale, invalid.choice).to_owned(),
        Invalid::Code => td_string!(locale, invalid.code).to_owned(),
        Invalid::CodeExpired => td_string!(locale, invalid.code_expired).to_owned(),
        Invalid::CodeWrong { left } => td_string!(locale, invalid.code_wrong, left = *left),
        Invalid::AuthenticatorCode { left } => td_string!(locale, invalid.authenticator_code, left = *left),
        Invalid::Credentials => td_string!(locale, invalid.credentials).to_owned(),
        Invalid::PasswordsDiffer => td_string!(locale, invalid.passwords_differ).to_owned(),
        Invalid::PasswordUsed => td_string!(locale, invalid.password_used).to_owned(),
        Invalid::FileMissing => td_string!(locale, invalid.file_missing).to_owned(),
        Invalid::FileType => td_string!(locale, invalid.file_type).to_owned(),
        Invalid::FileTooLarge { max_megabytes } => {
            td_string!(locale, invalid.file_too_large, max_megabytes = *max_megabytes)
        }
        Invalid::FileHeic => td_string!(locale, invalid.file_heic).to_owned(),
        Invalid::TooManyPages { max } => td_string!(locale, invalid.too_many_pages, max = *max),
        Invalid::PagesTooLarge { max_megabytes } => {
            td_string!(locale, invalid.pages_too_large, max_megabytes = *max_megabytes)
        }
        Invalid::FileDamaged => td_string!(locale, invalid.file_damaged).to_owned(),
        Invalid::FileActive => td_string!(locale, invalid.file_active).to_owned(),
        Invalid::PlaceholderMissing { name } => {
            td_string!(locale, invalid.placeholder_missing, name = name.as_str())
        }
        Invalid::PlaceholderUnknown { text } => {
            td_string!(locale, invalid.placeholder_unknown, text = text.as_str())
        }
        Invalid::DeclarationNotConfirmed => td_string!(locale, invalid.declaration_not_confirmed).to_owned(),
        Invalid::SignatureMissing => td_string!(locale, invalid.signature_missing).to_owned(),
        Invalid::SignatureNameDiffers => td_string!(locale, invalid.signature_name_differs).to_owned(),
        Invalid::HouseholdEmpty => td_string!(locale, invalid.household_empty).to_owned(),
        Invalid::TooMany { max } => td_string!(locale, invalid.too_many, max = *max),
    }
}

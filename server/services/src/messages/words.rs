//! The product's own words, with their placeholders in place.

use domain::message::{Template, placeholder};
use i18n::{Locale, td_string};

/// The product's own words of a message.
pub fn product_words(template: Template, locale: Locale) -> String {
    let (reference, code) = (placeholder("reference"), placeholder("code"));
    let (earliest, latest) = (placeholder("earliest"), placeholder("latest"));
    match template {
        Template::SignInCode => td_string!(locale, messages.sign_in_code, code = code),
        Template::SignatureCode => td_string!(locale, messages.signature_code, code = code),
        Template::TrackingCode => td_string!(locale, messages.tracking_code, code = code),
        Template::RepresentationCode => td_string!(locale, messages.representation_code, code = code),
        Template::RepresentativeNamed => {
            td_string!(locale, messages.representative_named, reference = reference, link = placeholder("link"))
        }
        Template::Received => {
            td_string!(locale, messages.received, reference = reference, earliest = earliest, latest = latest)
        }
        Template::Returned => td_string!(locale, messages.returned, reference = reference, link = placeholder("link")),
        Template::Matched => td_string!(locale, messages.matched, reference = reference),
        Template::StudyStarted => td_string!(locale, messages.study_started, reference = reference),
        Template::BeforeCommittee => {
            td_string!(locale, messages.before_committee, reference = reference, earliest = earliest, latest = latest)
        }
        Template::Answered => td_string!(locale, messages.answered, reference = reference, link = placeholder("link")),
        Template::AppealReceived => td_string!(locale, messages.appeal_received, reference = reference),
        Template::Registered => td_string!(locale, messages.registered, reference = reference),
        Template::OnItsWay => td_string!(locale, messages.on_its_way, reference = reference, code = code),
        Template::Completed => {
            td_string!(locale, messages.completed, reference = reference, link = placeholder("link"))
        }
        Template::Withdrawn => td_string!(locale, messages.withdrawn, reference = reference),
        Template::Lapsed => td_string!(locale, messages.lapsed, reference = reference),
        Template::DataRequestReceived => {
            td_string!(locale, messages.data_request_received, reference = reference, due = placeholder("due"))
        }
        Template::DataRequestAnswered => {
            td_string!(locale, messages.data_request_answered, reference = reference, link = placeholder("link"))
        }
        Template::VoiceReceived => {
            td_string!(locale, messages.voice_received, reference = reference, due = placeholder("due"))
        }
        Template::VoiceReceivedCode => {
            td_string!(
                locale,
                messages.voice_received_code,
                reference = reference,
                due = placeholder("due"),
                code = code,
                link = placeholder("link")
            )
        }
        Template::VoiceAnswered => {
            td_string!(locale, messages.voice_answered, reference = reference, link = placeholder("link"))
        }
        Template::VoicePublished => {
            td_string!(locale, messages.voice_published, reference = reference, link = placeholder("link"))
        }
        Template::VolunteerCode => {
            td_string!(locale, messages.volunteer_code, code = code)
        }
        Template::VolunteerReceived => {
            td_string!(locale, messages.volunteer_received, reference = reference, link = placeholder("link"))
        }
        Template::VolunteerAccepted => {
            td_string!(locale, messages.volunteer_accepted, link = placeholder("link"))
        }
        Template::VolunteerDeclined => {
            td_string!(locale, messages.volunteer_declined, link = placeholder("link"))
        }
        Template::VolunteerShift => {
            td_string!(
                locale,
                messages.volunteer_shift,
                day = placeholder("day"),
                from = placeholder("from"),
                until = placeholder("until"),
                link = placeholder("link")
            )
        }
        Template::VolunteerCertificate => {
            td_string!(locale, messages.volunteer_certificate, link = placeholder("link"))
        }
    }
}

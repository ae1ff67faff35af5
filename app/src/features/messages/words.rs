//! What messages and their weights are called.

use domain::message::{Piece, Template, Weight, pieces, placeholder};
use i18n::{Locale, td_string};
use leptos::prelude::*;
use ui::Ltr;

pub fn name(locale: Locale, template: Template) -> &'static str {
    match template {
        Template::SignInCode => td_string!(locale, messages.names.sign_in_code),
        Template::SignatureCode => td_string!(locale, messages.names.signature_code),
        Template::TrackingCode => td_string!(locale, messages.names.tracking_code),
        Template::RepresentationCode => td_string!(locale, messages.names.representation_code),
        Template::RepresentativeNamed => td_string!(locale, messages.names.representative_named),
        Template::Received => td_string!(locale, messages.names.received),
        Template::Returned => td_string!(locale, messages.names.returned),
        Template::Matched => td_string!(locale, messages.names.matched),
        Template::StudyStarted => td_string!(locale, messages.names.study_started),
        Template::BeforeCommittee => td_string!(locale, messages.names.before_committee),
        Template::Answered => td_string!(locale, messages.names.answered),
        Template::AppealReceived => td_string!(locale, messages.names.appeal_received),
        Template::Registered => td_string!(locale, messages.names.registered),
        Template::OnItsWay => td_string!(locale, messages.names.on_its_way),
        Template::Completed => td_string!(locale, messages.names.completed),
        Template::Withdrawn => td_string!(locale, messages.names.withdrawn),
        Template::Lapsed => td_string!(locale, messages.names.lapsed),
        Template::DataRequestReceived => td_string!(locale, messages.names.data_request_received),
        Template::DataRequestAnswered => td_string!(locale, messages.names.data_request_answered),
        Template::VoiceReceived => td_string!(locale, messages.names.voice_received),
        Template::VoiceReceivedCode => td_string!(locale, messages.names.voice_received_code),
        Template::VoiceAnswered => td_string!(locale, messages.names.voice_answered),
        Template::VoicePublished => td_string!(locale, messages.names.voice_published),
        Template::VolunteerCode => td_string!(locale, messages.names.volunteer_code),
        Template::VolunteerReceived => td_string!(locale, messages.names.volunteer_received),
        Template::VolunteerAccepted => td_string!(locale, messages.names.volunteer_accepted),
        Template::VolunteerDeclined => td_string!(locale, messages.names.volunteer_declined),
        Template::VolunteerShift => td_string!(locale, messages.names.volunteer_shift),
        Template::VolunteerCertificate => td_string!(locale, messages.names.volunteer_certificate),
    }
}

/// A wording; the places of its values are read from left to right in either language.
pub fn worded(text: &str) -> AnyView {
    let parts = pieces(text).map(|piece| match piece {
        Piece::Words(words) => words.to_owned().into_any(),
        Piece::Value(name) => view! { <Ltr text=placeholder(name)/> }.into_any(),
    });
    parts.collect_view().into_any()
}

/// When it is sent, and whether it can be stopped.
pub fn weight(locale: Locale, weight: Weight) -> &'static str {
    match weight {
        Weight::Code | Weight::Prompt => td_string!(locale, messages.weights.prompt),
        Weight::Needed => td_string!(locale, messages.weights.needed),
        Weight::Courtesy => td_string!(locale, messages.weights.courtesy),
    }
}

/// The name of a language.
pub fn language(locale: Locale, language: &str) -> &'static str {
    if language == "ar" { td_string!(locale, messages.arabic) } else { td_string!(locale, messages.english) }
}

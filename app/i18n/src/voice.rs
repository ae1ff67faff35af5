//! Labels of inquiries, complaints and proposals.

use domain::voice::{Decision, Kind, Stage};
use leptos_i18n::td_string;

use crate::{Label, Locale};

impl Label for Kind {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Inquiry => td_string!(locale, voice.kind.inquiry),
            Self::Complaint => td_string!(locale, voice.kind.complaint),
            Self::Proposal => td_string!(locale, voice.kind.proposal),
        }
    }
}

/// As the sender reads it.
impl Label for Stage {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Received => td_string!(locale, voice.stage.received),
            Self::InHand => td_string!(locale, voice.stage.in_hand),
            Self::Answered => td_string!(locale, voice.stage.answered),
            Self::Closed => td_string!(locale, voice.stage.closed),
        }
    }
}

impl Label for Decision {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Adopted => td_string!(locale, voice.decision.adopted),
            Self::NotNow => td_string!(locale, voice.decision.not_now),
            Self::Declined => td_string!(locale, voice.decision.declined),
        }
    }
}

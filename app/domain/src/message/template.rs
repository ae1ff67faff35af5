//! The messages there are.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

/// A message the product writes, without its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Template {
    SignInCode,
    SignatureCode,
    TrackingCode,
    RepresentationCode,
    RepresentativeNamed,
    Received,
    Returned,
    Matched,
    StudyStarted,
    BeforeCommittee,
    Answered,
    AppealReceived,
    Registered,
    OnItsWay,
    Completed,
    Withdrawn,
    Lapsed,
    DataRequestReceived,
    DataRequestAnswered,
    VoiceReceived,
    VoiceReceivedCode,
    VoiceAnswered,
    VoicePublished,
    VolunteerCode,
    VolunteerReceived,
    VolunteerAccepted,
    VolunteerDeclined,
    VolunteerShift,
    VolunteerCertificate,
}

/// How much a message presses: whether it may ring at night, and whether its recipient may stop it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Somebody waits for it on a screen, and it is worth nothing a few minutes later.
    Code,
    /// The receipt of what its recipient has just done, or what they need at the door: sent at once.
    Prompt,
    /// They must learn of it, but not at night.
    Needed,
    /// Good to know.
    Courtesy,
}

impl Weight {
    /// Is it held back at night and on Friday morning, and counted against the day's most?
    pub fn can_wait(self) -> bool {
        matches!(self, Self::Needed | Self::Courtesy)
    }

    /// May its recipient do without it?
    pub fn may_be_stopped(self) -> bool {
        self == Self::Courtesy
    }
}

impl Template {
    pub const ALL: [Self; 29] = [
        Self::SignInCode,
        Self::SignatureCode,
        Self::TrackingCode,
        Self::RepresentationCode,
        Self::RepresentativeNamed,
        Self::Received,
        Self::Returned,
        Self::Matched,
        Self::StudyStarted,
        Self::BeforeCommittee,
        Self::Answered,
        Self::AppealReceived,
        Self::Registered,
        Self::OnItsWay,
        Self::Completed,
        Self::Withdrawn,
        Self::Lapsed,
        Self::DataRequestReceived,
        Self::DataRequestAnswered,
        Self::VoiceReceived,
        Self::VoiceReceivedCode,
        Self::VoiceAnswered,
        Self::VoicePublished,
        Self::VolunteerCode,
        Self::VolunteerReceived,
        Self::VolunteerAccepted,
        Self::VolunteerDeclined,
        Self::VolunteerShift,
        Self::VolunteerCertificate,
    ];

    /// Its name, as stored and in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Self::SignInCode => "sign_in_code",
            Self::SignatureCode => "signature_code",
            Self::TrackingCode => "tracking_code",
            Self::RepresentationCode => "representation_code",
            Self::RepresentativeNamed => "representative_named",
            Self::Received => "received",
            Self::Returned => "returned",
            Self::Matched => "matched",
            Self::StudyStarted => "study_started",
            Self::BeforeCommittee => "before_committee",
            Self::Answered => "answered",
            Self::AppealReceived => "appeal_received",
            Self::Registered => "registered",
            Self::OnItsWay => "on_its_way",
            Self::Completed => "completed",
            Self::Withdrawn => "withdrawn",
            Self::Lapsed => "lapsed",
            Self::DataRequestReceived => "data_request_received",
            Self::DataRequestAnswered => "data_request_answered",
            Self::VoiceReceived => "voice_received",
            Self::VoiceReceivedCode => "voice_received_code",
            Self::VoiceAnswered => "voice_answered",
            Self::VoicePublished => "voice_published",
            Self::VolunteerCode => "volunteer_code",
            Self::VolunteerReceived => "volunteer_received",
            Self::VolunteerAccepted => "volunteer_accepted",
            Self::VolunteerDeclined => "volunteer_declined",
            Self::VolunteerShift => "volunteer_shift",
            Self::VolunteerCertificate => "volunteer_certificate",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|template| template.slug() == slug)
    }

    pub fn weight(self) -> Weight {
        match self {
            Self::SignInCode
            | Self::SignatureCode
            | Self::TrackingCode
            | Self::RepresentationCode
            | Self::VolunteerCode => Weight::Code,
            Self::Received
            | Self::AppealReceived
            | Self::Withdrawn
            | Self::OnItsWay
            | Self::DataRequestReceived
            | Self::VoiceReceived
            | Self::VoiceReceivedCode
            | Self::VolunteerReceived => Weight::Prompt,
            // The two dates are told before the committee (H5): nobody may miss them by accident.
            Self::RepresentativeNamed
            | Self::Returned
            | Self::BeforeCommittee
            | Self::Answered
            | Self::Lapsed
            | Self::DataRequestAnswered
            | Self::VoiceAnswered
            | Self::VolunteerAccepted
            | Self::VolunteerDeclined
            | Self::VolunteerShift
            | Self::VolunteerCertificate => Weight::Needed,
            Self::Matched | Self::StudyStarted | Self::Registered | Self::Completed | Self::VoicePublished => {
                Weight::Courtesy
            }
        }
    }

    /// How long it is worth sending, as long as its code counts; `None` for ever.
    pub fn useful_for(self) -> Option<TimeDelta> {
        let minutes = if self == Self::RepresentationCode { 15 } else { 5 };
        (self.weight() == Weight::Code).then(|| TimeDelta::minutes(minutes))
    }

    /// The values it is filled with; each stands in the words at least once.
    pub fn placeholders(self) -> &'static [&'static str] {
        match self {
            Self::SignInCode
            | Self::SignatureCode
            | Self::TrackingCode
            | Self::RepresentationCode
            | Self::VolunteerCode => &["code"],
            Self::Received | Self::BeforeCommittee => &["reference", "earliest", "latest"],
            Self::OnItsWay => &["reference", "code"],
            Self::VolunteerShift => &["day", "from", "until", "link"],
            Self::VolunteerAccepted | Self::VolunteerDeclined | Self::VolunteerCertificate => &["link"],
            Self::VoiceReceivedCode => &["reference", "due", "code", "link"],
            Self::DataRequestReceived | Self::VoiceReceived => &["reference", "due"],
            Self::Completed
            | Self::VoiceAnswered
            | Self::VoicePublished
            | Self::VolunteerReceived
            | Self::RepresentativeNamed
            | Self::Returned
            | Self::Answered
            | Self::DataRequestAnswered => &["reference", "link"],
            Self::Matched
            | Self::StudyStarted
            | Self::AppealReceived
            | Self::Registered
            | Self::Withdrawn
            | Self::Lapsed => &["reference"],
        }
    }
}

impl std::fmt::Display for Template {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.slug())
    }
}

impl std::str::FromStr for Template {
    type Err = crate::Invalid;

    fn from_str(slug: &str) -> Result<Self, Self::Err> {
        Self::from_slug(slug).ok_or(crate::Invalid::Choice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_back_and_is_its_own() {
        for template in Template::ALL {
            assert_eq!(Template::from_slug(template.slug()), Some(template));
            assert_eq!(serde_json::to_value(template).ok(), Some(template.slug().into()));
        }
    }

    #[test]
    fn whatever_carries_a_code_rings_at_once_and_cannot_be_stopped() {
        for template in Template::ALL.into_iter().filter(|template| template.placeholders().contains(&"code")) {
            let weight = template.weight();
            assert!(!weight.can_wait() && !weight.may_be_stopped(), "{template}");
        }
    }

    #[test]
    fn answers_receipts_and_deadlines_cannot_be_stopped() {
        use Template::{Answered, AppealReceived, BeforeCommittee, Lapsed, Received, Returned, Withdrawn};
        for template in [Answered, Received, AppealReceived, Withdrawn, Returned, BeforeCommittee, Lapsed] {
            assert!(!template.weight().may_be_stopped(), "{template}");
        }
    }
}

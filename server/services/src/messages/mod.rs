//! Messages to a person, in their language. Nothing here shames on a lock screen: no amounts, no names, no outcomes.

mod preference;
mod stop;
pub mod wording;
mod words;

use domain::{
    NaiveDate, PersonId, Reference, RequestId, Timestamp,
    message::{Template, fill},
    volunteer::ShiftPlan,
};
use i18n::{Locale, date_pair, time_of_day};
use store::Source;

pub use stop::{resume, sheet as stop_sheet, stop};
use words::product_words;

use crate::{House, Result, requests::language_of};

/// Where volunteers see their shifts and hours.
const VOLUNTEERS: &str = "/volunteer/mine";

/// What is written to a person, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    SignInCode {
        code: String,
    },
    SignatureCode {
        code: String,
    },
    TrackingCode {
        code: String,
    },
    /// Somebody wants to apply for its reader; the code says yes to it.
    RepresentationCode {
        code: String,
    },
    RepresentativeNamed {
        reference: Reference,
    },
    Received {
        reference: Reference,
        earliest: NaiveDate,
        latest: NaiveDate,
    },
    Returned {
        reference: Reference,
    },
    Matched {
        reference: Reference,
    },
    StudyStarted {
        reference: Reference,
    },
    BeforeCommittee {
        reference: Reference,
        earliest: NaiveDate,
        latest: NaiveDate,
    },
    Answered {
        reference: Reference,
    },
    AppealReceived {
        reference: Reference,
    },
    Registered {
        reference: Reference,
    },
    /// The code that confirms the receipt; only the beneficiary gets it.
    OnItsWay {
        reference: Reference,
        code: String,
    },
    Completed {
        reference: Reference,
        rate_path: String,
    },
    Withdrawn {
        reference: Reference,
    },
    Lapsed {
        reference: Reference,
    },
    /// A request about the person's own data arrived (PDPL).
    DataRequestReceived {
        reference: Reference,
        due: NaiveDate,
    },
    DataRequestAnswered {
        reference: Reference,
    },
    /// What somebody wrote has arrived; the code is for who did not sign in.
    VoiceReceived {
        reference: Reference,
        due: NaiveDate,
        code: Option<String>,
    },
    VoiceAnswered {
        reference: Reference,
        rate_path: String,
    },
    VoicePublished {
        reference: Reference,
    },
    VolunteerCode {
        code: String,
    },
    VolunteerReceived {
        reference: Reference,
    },
    VolunteerAccepted,
    VolunteerDeclined,
    VolunteerShift {
        plan: ShiftPlan,
    },
    VolunteerCertificate,
}

impl Message {
    pub fn template(&self) -> Template {
        match self {
            Self::SignInCode { .. } => Template::SignInCode,
            Self::SignatureCode { .. } => Template::SignatureCode,
            Self::TrackingCode { .. } => Template::TrackingCode,
            Self::RepresentationCode { .. } => Template::RepresentationCode,
            Self::RepresentativeNamed { .. } => Template::RepresentativeNamed,
            Self::Received { .. } => Template::Received,
            Self::Returned { .. } => Template::Returned,
            Self::Matched { .. } => Template::Matched,
            Self::StudyStarted { .. } => Template::StudyStarted,
            Self::BeforeCommittee { .. } => Template::BeforeCommittee,
            Self::Answered { .. } => Template::Answered,
            Self::AppealReceived { .. } => Template::AppealReceived,
            Self::Registered { .. } => Template::Registered,
            Self::OnItsWay { .. } => Template::OnItsWay,
            Self::Completed { .. } => Template::Completed,
            Self::Withdrawn { .. } => Template::Withdrawn,
            Self::Lapsed { .. } => Template::Lapsed,
            Self::DataRequestReceived { .. } => Template::DataRequestReceived,
            Self::DataRequestAnswered { .. } => Template::DataRequestAnswered,
            Self::VoiceReceived { code: None, .. } => Template::VoiceReceived,
            Self::VoiceReceived { code: Some(_), .. } => Template::VoiceReceivedCode,
            Self::VoiceAnswered { .. } => Template::VoiceAnswered,
            Self::VoicePublished { .. } => Template::VoicePublished,
            Self::VolunteerCode { .. } => Template::VolunteerCode,
            Self::VolunteerReceived { .. } => Template::VolunteerReceived,
            Self::VolunteerAccepted => Template::VolunteerAccepted,
            Self::VolunteerDeclined => Template::VolunteerDeclined,
            Self::VolunteerShift { .. } => Template::VolunteerShift,
            Self::VolunteerCertificate => Template::VolunteerCertificate,
        }
    }

    /// The values of its placeholders.
    fn values(&self, locale: Locale, house: &House) -> Vec<(&'static str, String)> {
        let link = |path: &str| ("link", format!("{}{}", house.public_url, i18n::localised(locale, path)));
        let day = |day: &NaiveDate| date_pair(locale, *day);
        let about = |reference: &Reference| ("reference", reference.to_string());
        match self {
            Self::SignInCode { code }
            | Self::SignatureCode { code }
            | Self::TrackingCode { code }
            | Self::RepresentationCode { code }
            | Self::VolunteerCode { code } => vec![("code", code.clone())],
            Self::Received { reference, earliest, latest } | Self::BeforeCommittee { reference, earliest, latest } => {
                vec![about(reference), ("earliest", day(earliest)), ("latest", day(latest))]
            }
            Self::OnItsWay { reference, code } => vec![about(reference), ("code", code.clone())],
            Self::Completed { reference, rate_path } | Self::VoiceAnswered { reference, rate_path } => {
                vec![about(reference), link(rate_path)]
            }
            Self::DataRequestReceived { reference, due } | Self::VoiceReceived { reference, due, code: None } => {
                vec![about(reference), ("due", day(due))]
            }
            Self::VoiceReceived { reference, due, code: Some(code) } => {
                vec![about(reference), ("due", day(due)), ("code", code.clone()), link("/contact/follow")]
            }
            Self::VoicePublished { reference } => vec![about(reference), link("/proposals")],
            Self::VolunteerReceived { reference } => vec![about(reference), link(VOLUNTEERS)],
            Self::VolunteerShift { plan } => vec![
                ("day", day(&plan.on)),
                ("from", time_of_day(locale, plan.from.time())),
                ("until", time_of_day(locale, plan.until.time())),
                link(VOLUNTEERS),
            ],
            Self::VolunteerAccepted | Self::VolunteerDeclined | Self::VolunteerCertificate => vec![link(VOLUNTEERS)],
            Self::Returned { reference } | Self::Answered { reference } | Self::RepresentativeNamed { reference } => {
                vec![about(reference), link(&format!("/my/requests/{reference}"))]
            }
            Self::DataRequestAnswered { reference } => vec![about(reference), link("/my/data")],
            Self::Matched { reference }
            | Self::StudyStarted { reference }
            | Self::AppealReceived { reference }
            | Self::Registered { reference }
            | Self::Withdrawn { reference }
            | Self::Lapsed { reference } => vec![about(reference)],
        }
    }

    /// A code typed into a page of the site. Its last line binds it to the site's domain, so that phones fill it in
    /// nowhere else.
    fn bound_code(&self) -> Option<&str> {
        match self {
            Self::SignInCode { code }
            | Self::SignatureCode { code }
            | Self::TrackingCode { code }
            | Self::VolunteerCode { code } => Some(code),
            _ => None,
        }
    }

    /// The words: the association's own where it has some, else the product's.
    pub(crate) async fn words(&self, source: &impl Source, locale: Locale, house: &House) -> Result<String> {
        let own = store::wordings::find(source, self.template(), language_of(locale)).await?;
        let words = own.map_or_else(|| product_words(self.template(), locale), |own| own.body);
        let words = fill(&words, &self.values(locale, house));
        Ok(match self.bound_code() {
            Some(code) => format!("{words}\n{}", binding(house, code)),
            None => words,
        })
    }
}

/// Does a message of this template, as stored, hold a one-time code? One of a template that is gone may.
pub(crate) fn holds_code(template: &str) -> bool {
    Template::from_slug(template).is_none_or(|template| template.placeholders().contains(&"code"))
}

/// The line that binds a code to the site's domain.
fn binding(house: &House, code: &str) -> String {
    let host = house.public_url.split("://").last().unwrap_or_default();
    format!("@{host} #{code}")
}

/// Puts a message for a person into the outbox, in the same transaction as what it tells. The key keeps it single. What
/// they stopped is not even written.
pub(crate) async fn tell(
    tx: &store::Tx,
    house: &House,
    person: PersonId,
    request: Option<RequestId>,
    message: &Message,
    key: String,
    now: Timestamp,
) -> Result<()> {
    let wants = preference::of(tx, person).await?;
    let optional = message.template().weight().may_be_stopped();
    if optional && wants.stopped {
        return Ok(());
    }
    let locale = crate::requests::locale_of(wants.language);
    let mut body = message.words(tx, locale, house).await?;
    if optional {
        body.push('\n');
        body.push_str(&stop::line(tx, house, locale, person));
    }
    let letter = store::outbox::NewMessage {
        key,
        person: Some(person),
        request,
        to: wants.to,
        language: wants.language,
        template: message.template().slug().to_owned(),
        body,
        created_at: now,
        due_at: now,
    };
    store::outbox::enqueue(tx, &letter).await?;
    Ok(())
}

#[cfg(test)]
mod tests;

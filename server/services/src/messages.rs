//! Messages to a person, in their language. Nothing here shames on a lock screen: no amounts, no names, no outcomes.

use domain::{NaiveDate, PersonId, Reference, RequestId, Timestamp, volunteer::ShiftPlan};
use i18n::{Locale, date_pair, td_string};

use crate::{House, Result};

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
    Lapsed {
        reference: Reference,
    },
}

impl Message {
    /// The template's name, as stored.
    pub fn template(&self) -> &'static str {
        match self {
            Self::SignInCode { .. } => "sign_in_code",
            Self::SignatureCode { .. } => "signature_code",
            Self::TrackingCode { .. } => "tracking_code",
            Self::Received { .. } => "received",
            Self::Returned { .. } => "returned",
            Self::Matched { .. } => "matched",
            Self::StudyStarted { .. } => "study_started",
            Self::BeforeCommittee { .. } => "before_committee",
            Self::Answered { .. } => "answered",
            Self::AppealReceived { .. } => "appeal_received",
            Self::Registered { .. } => "registered",
            Self::OnItsWay { .. } => "on_its_way",
            Self::Completed { .. } => "completed",
            Self::Withdrawn { .. } => "withdrawn",
            Self::VolunteerCode { .. } => "volunteer_code",
            Self::VolunteerReceived { .. } => "volunteer_received",
            Self::VolunteerAccepted => "volunteer_accepted",
            Self::VolunteerDeclined => "volunteer_declined",
            Self::VolunteerShift { .. } => "volunteer_shift",
            Self::VolunteerCertificate => "volunteer_certificate",
            Self::Lapsed { .. } => "lapsed",
        }
    }

    /// The words. A code's last line binds it to the site's domain, so that phones fill it in nowhere else.
    pub fn words(&self, locale: Locale, house: &House) -> String {
        let bound = |words: String, code: &str| {
            let host = house.public_url.split("://").last().unwrap_or_default();
            format!("{words}\n@{host} #{code}")
        };
        match self {
            Self::SignInCode { code } => bound(td_string!(locale, messages.sign_in_code, code = code.as_str()), code),
            Self::SignatureCode { code } => {
                bound(td_string!(locale, messages.signature_code, code = code.as_str()), code)
            }
            Self::TrackingCode { code } => {
                bound(td_string!(locale, messages.tracking_code, code = code.as_str()), code)
            }
            Self::Received { reference, earliest, latest } => td_string!(
                locale,
                messages.received,
                reference = reference.to_string(),
                earliest = date_pair(locale, *earliest),
                latest = date_pair(locale, *latest)
            ),
            Self::Returned { reference } => {
                td_string!(locale, messages.returned, reference = reference.to_string())
            }
            Self::Matched { reference } => {
                td_string!(locale, messages.matched, reference = reference.to_string())
            }
            Self::StudyStarted { reference } => {
                td_string!(locale, messages.study_started, reference = reference.to_string())
            }
            Self::BeforeCommittee { reference, earliest, latest } => td_string!(
                locale,
                messages.before_committee,
                reference = reference.to_string(),
                earliest = date_pair(locale, *earliest),
                latest = date_pair(locale, *latest)
            ),
            Self::Answered { reference } => {
                td_string!(locale, messages.answered, reference = reference.to_string())
            }
            Self::AppealReceived { reference } => {
                td_string!(locale, messages.appeal_received, reference = reference.to_string())
            }
            Self::Registered { reference } => {
                td_string!(locale, messages.registered, reference = reference.to_string())
            }
            Self::OnItsWay { reference, code } => {
                td_string!(locale, messages.on_its_way, reference = reference.to_string(), code = code.as_str())
            }
            Self::Completed { reference, rate_path } => {
                let link = format!("{}{}", house.public_url, i18n::localised(locale, rate_path));
                td_string!(locale, messages.completed, reference = reference.to_string(), link = link)
            }
            Self::Withdrawn { reference } => {
                td_string!(locale, messages.withdrawn, reference = reference.to_string())
            }
            Self::VolunteerCode { code } => {
                bound(td_string!(locale, messages.volunteer_code, code = code.as_str()), code)
            }
            Self::VolunteerReceived { .. }
            | Self::VolunteerAccepted
            | Self::VolunteerDeclined
            | Self::VolunteerShift { .. }
            | Self::VolunteerCertificate => self.to_volunteer(locale, house),
            Self::Lapsed { reference } => {
                td_string!(locale, messages.lapsed, reference = reference.to_string())
            }
        }
    }
}

impl Message {
    /// What a volunteer is told, with the way to their page.
    fn to_volunteer(&self, locale: Locale, house: &House) -> String {
        let link = format!("{}{}", house.public_url, i18n::localised(locale, "/volunteer/mine"));
        match self {
            Self::VolunteerReceived { reference } => {
                td_string!(locale, messages.volunteer_received, reference = reference.to_string(), link = link)
            }
            Self::VolunteerAccepted => td_string!(locale, messages.volunteer_accepted, link = link),
            Self::VolunteerDeclined => td_string!(locale, messages.volunteer_declined, link = link),
            Self::VolunteerShift { plan } => td_string!(
                locale,
                messages.volunteer_shift,
                day = date_pair(locale, plan.on),
                from = plan.from.to_string(),
                until = plan.until.to_string(),
                link = link
            ),
            _ => td_string!(locale, messages.volunteer_certificate, link = link),
        }
    }
}

/// Puts a message for a person into the outbox, in the same transaction as what it tells. The key keeps it single.
pub(crate) async fn tell(
    tx: &store::Tx,
    house: &House,
    person: PersonId,
    request: Option<RequestId>,
    message: &Message,
    key: String,
    now: Timestamp,
) -> Result<()> {
    let person = store::people::find(tx, person).await?.ok_or(crate::Error::NotFound)?;
    let locale = crate::requests::locale_of(person.language);
    let letter = store::outbox::NewMessage {
        key,
        person: Some(person.id),
        request,
        to: person.mobile,
        language: person.language,
        template: message.template().to_owned(),
        body: message.words(locale, house),
        created_at: now,
        due_at: now,
    };
    store::outbox::enqueue(tx, &letter).await?;
    Ok(())
}

//! Messages to a person, in their language. Nothing here shames on a lock screen: no amounts, no names, no outcomes.

mod preference;
mod stop;
pub mod wording;
mod words;

use domain::{
    NaiveDate, PersonId, Reference, RequestId, Timestamp,
    message::{Template, fill},
};
use i18n::{Locale, date_pair};
use store::Source;

pub use stop::{resume, sheet as stop_sheet, stop};
use words::product_words;

use crate::{House, Result, requests::language_of};

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
    Lapsed {
        reference: Reference,
    },
}

impl Message {
    pub fn template(&self) -> Template {
        match self {
            Self::SignInCode { .. } => Template::SignInCode,
            Self::SignatureCode { .. } => Template::SignatureCode,
            Self::TrackingCode { .. } => Template::TrackingCode,
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
        }
    }

    /// The values of its placeholders.
    fn values(&self, locale: Locale, house: &House) -> Vec<(&'static str, String)> {
        match self {
            Self::SignInCode { code } | Self::SignatureCode { code } | Self::TrackingCode { code } => {
                vec![("code", code.clone())]
            }
            Self::Received { reference, earliest, latest } | Self::BeforeCommittee { reference, earliest, latest } => {
                vec![
                    ("reference", reference.to_string()),
                    ("earliest", date_pair(locale, *earliest)),
                    ("latest", date_pair(locale, *latest)),
                ]
            }
            Self::OnItsWay { reference, code } => vec![("reference", reference.to_string()), ("code", code.clone())],
            Self::Completed { reference, rate_path } => {
                let link = format!("{}{}", house.public_url, i18n::localised(locale, rate_path));
                vec![("reference", reference.to_string()), ("link", link)]
            }
            Self::Returned { reference }
            | Self::Matched { reference }
            | Self::StudyStarted { reference }
            | Self::Answered { reference }
            | Self::AppealReceived { reference }
            | Self::Registered { reference }
            | Self::Withdrawn { reference }
            | Self::Lapsed { reference } => vec![("reference", reference.to_string())],
        }
    }

    /// A code typed into a page of the site. Its last line binds it to the site's domain, so that phones fill it in
    /// nowhere else.
    fn bound_code(&self) -> Option<&str> {
        match self {
            Self::SignInCode { code } | Self::SignatureCode { code } | Self::TrackingCode { code } => Some(code),
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

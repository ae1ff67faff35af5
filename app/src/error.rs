//! The only error on the wire. Words live in `i18n`; an internal error shows a reference, never a detail.

use domain::{Invalid, committee::NoDecision, matching::Unmatched, request::NotNow, volunteer::NotPossible};
use i18n::{Label as _, Locale, td_string};
use leptos::{
    prelude::{FromServerFnError, ServerFnErrorErr},
    server_fn::codec::JsonEncoding,
};
use serde::{Deserialize, Serialize};

/// Why a page or a form could not be served.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "error")]
pub enum AppError {
    #[error("nobody is signed in")]
    NotSignedIn,
    #[error("not found")]
    NotFound,
    #[error("not allowed")]
    Forbidden,
    #[error("not now: {why}")]
    NotNow { why: NotNow },
    #[error("not possible: {why}")]
    NotPossible { why: NotPossible },
    #[error("not matched: {why}")]
    Unmatched { why: Unmatched },
    #[error("no decision: {why}")]
    NoDecision { why: NoDecision },
    #[error("changed by somebody else")]
    Conflict,
    #[error("{field}: {why}")]
    Field { field: String, why: Invalid },
    #[error("too many attempts")]
    TooMany { seconds: i64 },
    #[error("the programme is closed")]
    Closed,
    /// Something broke; the reference finds it in the log.
    #[error("internal error {reference}")]
    Internal { reference: String },
    /// The browser could not reach the server, or was answered something else.
    #[error("the server could not be reached")]
    Unreachable,
}

impl AppError {
    /// The HTTP status of the page that shows this error.
    pub fn status(&self) -> u16 {
        match self {
            Self::NotSignedIn => 401,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::Conflict => 409,
            Self::Field { .. }
            | Self::NotNow { .. }
            | Self::NotPossible { .. }
            | Self::Unmatched { .. }
            | Self::NoDecision { .. }
            | Self::Closed => 422,
            Self::TooMany { .. } => 429,
            Self::Internal { .. } => 500,
            Self::Unreachable => 503,
        }
    }

    /// The HTTP status of a page that shows nothing but this error: what had its time is gone.
    pub fn page_status(&self) -> u16 {
        match self {
            Self::NotNow { why: NotNow::TooLate(_) } => 410,
            other => other.status(),
        }
    }

    /// The title of the page that shows nothing but this error.
    pub fn title(&self, locale: Locale) -> &'static str {
        match self {
            Self::NotFound => td_string!(locale, errors.title_not_found),
            Self::NotNow { why: NotNow::TooLate(_) } => td_string!(locale, errors.title_gone),
            Self::Internal { .. } => td_string!(locale, errors.title_internal),
            Self::Unreachable => td_string!(locale, errors.title_unreachable),
            _ => td_string!(locale, errors.title),
        }
    }

    /// What a person is told: what happened and what to do.
    pub fn words(&self, locale: Locale) -> String {
        match self {
            Self::NotSignedIn => td_string!(locale, errors.not_signed_in).to_owned(),
            Self::NotFound => td_string!(locale, errors.not_found).to_owned(),
            Self::Forbidden => td_string!(locale, errors.forbidden).to_owned(),
            Self::NotNow { why } => not_now(locale, *why),
            Self::NotPossible { why } => why.label(locale).to_owned(),
            Self::Unmatched { .. } => td_string!(locale, errors.unmatched).to_owned(),
            Self::NoDecision { why: NoDecision::NoQuorum { have, need } } => {
                td_string!(locale, errors.no_quorum, have = *have, need = *need)
            }
            Self::NoDecision { why: NoDecision::Tied } => td_string!(locale, errors.tied).to_owned(),
            Self::Conflict => td_string!(locale, errors.conflict).to_owned(),
            Self::Field { why, .. } => i18n::invalid(locale, why),
            Self::TooMany { seconds } => {
                td_string!(locale, errors.too_many, minutes = seconds.div_euclid(60) + 1)
            }
            Self::Closed => td_string!(locale, errors.closed).to_owned(),
            Self::Internal { reference } => {
                td_string!(locale, errors.internal, reference = reference.as_str())
            }
            Self::Unreachable => td_string!(locale, errors.unreachable).to_owned(),
        }
    }
}

fn not_now(locale: Locale, why: NotNow) -> String {
    match why {
        NotNow::Stage { .. } => td_string!(locale, errors.wrong_stage).to_owned(),
        NotNow::Unsigned => td_string!(locale, errors.unsigned).to_owned(),
        NotNow::SignatureVoid => td_string!(locale, errors.signature_void).to_owned(),
        NotNow::NoStudy => td_string!(locale, errors.no_study).to_owned(),
        NotNow::TooEarly(day) => {
            td_string!(locale, errors.too_early, day = i18n::date_pair(locale, day))
        }
        NotNow::TooLate(day) => td_string!(locale, errors.too_late, day = i18n::date_pair(locale, day)),
    }
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(_: ServerFnErrorErr) -> Self {
        Self::Unreachable
    }
}

#[cfg(feature = "ssr")]
impl From<services::Error> for AppError {
    fn from(error: services::Error) -> Self {
        use services::Error as E;
        match error {
            E::NotSignedIn => Self::NotSignedIn,
            E::NotFound => Self::NotFound,
            E::Forbidden(_) | E::NotEntitled => Self::Forbidden,
            E::NotPossible(why) => Self::NotPossible { why },
            E::NotNow(why) => Self::NotNow { why },
            E::Unmatched(why) => Self::Unmatched { why },
            E::NoDecision(why) => Self::NoDecision { why },
            E::Conflict => Self::Conflict,
            E::Field { field, why } => Self::Field { field: field.to_owned(), why },
            E::TooMany { seconds } => Self::TooMany { seconds },
            E::Closed => Self::Closed,
            internal @ (E::Store(_) | E::Files(_) | E::Internal(_)) => {
                let reference = crate::request::error_reference();
                tracing::error!(reference, error = %internal, "a use case failed");
                Self::Internal { reference }
            }
        }
    }
}

//! Why a use case did not happen. Nothing here is worded: the screen does that.

use domain::{
    Invalid, access::Action, committee::NoDecision, matching::Unmatched, request::NotNow, volunteer::NotPossible,
};
use store::StoreError;

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a use case did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("nobody is signed in")]
    NotSignedIn,
    /// Also given when the thing does not exist: who may not see it cannot tell the difference.
    #[error("not found")]
    NotFound,
    #[error("{0:?} is not allowed")]
    Forbidden(Action),
    /// As [`Self::Forbidden`], for what concerns no support request.
    #[error("not allowed")]
    NotEntitled,
    #[error(transparent)]
    NotPossible(#[from] NotPossible),
    #[error(transparent)]
    NotNow(#[from] NotNow),
    #[error(transparent)]
    Unmatched(#[from] Unmatched),
    #[error(transparent)]
    NoDecision(#[from] NoDecision),
    /// Somebody else moved it since it was read; nothing was changed.
    #[error("changed by somebody else in the meantime")]
    Conflict,
    /// A field of the form the person filled in.
    #[error("{field}: {why}")]
    Field { field: &'static str, why: Invalid },
    #[error("too many attempts, again in {seconds} s")]
    TooMany { seconds: i64 },
    #[error("the programme takes no applications now")]
    Closed,
    #[error(transparent)]
    Store(StoreError),
    #[error("file storage: {0}")]
    Files(#[from] std::io::Error),
    #[error("{0}")]
    Internal(String),
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict => Self::Conflict,
            other => Self::Store(other),
        }
    }
}

impl Error {
    /// An answer of the form that cannot be taken.
    pub fn field(field: &'static str, why: Invalid) -> Self {
        Self::Field { field, why }
    }
}

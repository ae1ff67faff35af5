//! Server functions of the doors.

use domain::views::{EnrolmentSheet, PendingSheet, ProgrammeSheet};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use crate::request;

/// The step a half-finished sign-in of this browser waits for.
#[server(endpoint = "account/pending")]
pub async fn pending() -> Result<Option<PendingSheet>, AppError> {
    let Some(token) = request::pending() else { return Ok(None) };
    Ok(services::identity::pending(&request::ctx()?, &token).await?)
}

/// The programme somebody wants to apply to for another person.
#[server(endpoint = "account/for-another")]
pub async fn for_another(slug: String) -> Result<ProgrammeSheet, AppError> {
    Ok(services::identity::naming(&request::ctx()?, &slug).await?)
}

/// What the authenticator app is set up with.
#[server(endpoint = "account/enrolment")]
pub async fn enrolment() -> Result<Option<EnrolmentSheet>, AppError> {
    let Some(token) = request::pending() else { return Ok(None) };
    Ok(services::identity::enrolment(&request::ctx()?, &token).await?)
}

//! Server functions of the doors.

use domain::views::{EnrolmentSheet, PendingSheet};
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

/// What the authenticator app is set up with.
#[server(endpoint = "account/enrolment")]
pub async fn enrolment() -> Result<Option<EnrolmentSheet>, AppError> {
    let Some(token) = request::pending() else { return Ok(None) };
    Ok(services::identity::enrolment(&request::ctx()?, &token).await?)
}

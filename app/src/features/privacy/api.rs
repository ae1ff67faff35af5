//! Server functions of the privacy officer.

use domain::{
    Reference,
    views::{PrivacyCase, PrivacyQueue},
};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use crate::request;

/// What waits, and what was answered lately.
#[server(endpoint = "privacy/queue")]
pub async fn queue() -> Result<PrivacyQueue, AppError> {
    Ok(services::mydata::queue(&request::ctx()?).await?)
}

/// One request, to be answered.
#[server(endpoint = "privacy/case")]
pub async fn case(reference: Reference) -> Result<PrivacyCase, AppError> {
    Ok(services::mydata::case(&request::ctx()?, &reference).await?)
}

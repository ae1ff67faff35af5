//! Server functions of the committee.

use domain::{
    Reference, SessionId,
    views::{Agenda, Brief, Sessions},
};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use crate::request;

/// Every session.
#[server(endpoint = "committee/list")]
pub async fn list() -> Result<Sessions, AppError> {
    Ok(services::committee::sessions(&request::ctx()?).await?)
}

/// The files of a session.
#[server(endpoint = "committee/files")]
pub async fn files(session: SessionId) -> Result<Agenda, AppError> {
    Ok(services::committee::agenda(&request::ctx()?, session).await?)
}

/// One case on one page.
#[server(endpoint = "committee/case")]
pub async fn case(reference: Reference) -> Result<Brief, AppError> {
    Ok(services::committee::brief(&request::ctx()?, &reference).await?)
}

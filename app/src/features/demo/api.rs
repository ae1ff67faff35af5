//! Server functions of the demonstration.

use domain::views::{DemoMessage, DemoSheet};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use crate::request;

/// Accounts to try and the clock.
#[server(endpoint = "demo/sheet")]
pub async fn sheet() -> Result<DemoSheet, AppError> {
    Ok(services::demo::sheet(&request::ctx()?).await?)
}

/// The last messages that left.
#[server(endpoint = "demo/outbox")]
pub async fn outbox() -> Result<Vec<DemoMessage>, AppError> {
    Ok(services::demo::outbox(&request::ctx()?).await?)
}

/// Answers in a demonstration, and is not found elsewhere.
#[server(endpoint = "demo/open")]
pub async fn open() -> Result<(), AppError> {
    Ok(services::demo::answers(&request::ctx()?).await?)
}

//! Server functions of the back office.

use domain::{
    Reference,
    views::{OfficeFrame, Queue, QueueFilter, RequestSheet},
};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use crate::request;

/// Who is signed in, and how much waits for them.
#[server(endpoint = "office/frame")]
pub async fn frame() -> Result<OfficeFrame, AppError> {
    Ok(services::office::frame(&request::ctx()?).await?)
}

/// A page of the queue.
#[server(endpoint = "office/lines")]
pub async fn lines(filter: QueueFilter) -> Result<Queue, AppError> {
    Ok(services::office::queue(&request::ctx()?, filter).await?)
}

/// A request on one page.
#[server(endpoint = "office/sheet")]
pub async fn sheet(reference: Reference) -> Result<RequestSheet, AppError> {
    Ok(services::office::sheet(&request::ctx()?, &reference).await?)
}

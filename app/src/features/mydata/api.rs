//! Server functions of a person's own data.

use domain::views::{ErasurePlan, MyData, Safe};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use crate::request;

/// Everything held about the caller.
#[server(endpoint = "mydata/sheet")]
pub async fn sheet() -> Result<MyData, AppError> {
    Ok(services::mydata::sheet(&request::ctx()?).await?)
}

/// What would go if the caller asked for erasure now.
#[server(endpoint = "mydata/plan")]
pub async fn plan() -> Result<ErasurePlan, AppError> {
    Ok(services::mydata::plan(&request::ctx()?).await?)
}

/// The caller's documents.
#[server(endpoint = "mydata/documents")]
pub async fn documents() -> Result<Safe, AppError> {
    Ok(services::mydata::safe(&request::ctx()?).await?)
}

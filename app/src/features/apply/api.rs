//! Server functions of an application.

use domain::{Reference, views::ApplicationSheet};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use crate::request;

/// Everything answered so far, for the applicant.
#[server(endpoint = "apply/sheet")]
pub async fn sheet(reference: Reference) -> Result<ApplicationSheet, AppError> {
    let ctx = request::ctx()?;
    let sheet = services::applications::sheet(&ctx, &reference).await?;
    Ok(ApplicationSheet { told: request::told(&ctx), ..sheet })
}

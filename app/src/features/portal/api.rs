//! What the public pages read.

use domain::views::{Catalogue, ProgrammeSheet};
use leptos::prelude::*;

use crate::AppError;

#[server(endpoint = "portal/catalogue")]
pub async fn programmes() -> Result<Catalogue, AppError> {
    Ok(services::programmes::catalogue(&crate::request::ctx()?).await?)
}

#[server(endpoint = "portal/programme")]
pub async fn programme(slug: String) -> Result<ProgrammeSheet, AppError> {
    Ok(services::programmes::find(&crate::request::ctx()?, &slug).await?)
}

//! What the pages of volunteering read.

use domain::{
    views::{CertificateCheck, OpportunityCard, OpportunitySheet, VolunteerPage},
    volunteer::Slug,
};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use crate::request;

/// The opportunities that are open.
#[server(endpoint = "volunteer/list")]
pub async fn list() -> Result<Vec<OpportunityCard>, AppError> {
    Ok(services::volunteers::opportunities(&request::ctx()?).await?)
}

/// One opportunity.
#[server(endpoint = "volunteer/opportunity")]
pub async fn opportunity(slug: Slug) -> Result<OpportunitySheet, AppError> {
    Ok(services::volunteers::opportunity(&request::ctx()?, &slug).await?)
}

/// The page of the volunteer who is signed in.
#[server(endpoint = "volunteer/mine")]
pub async fn mine() -> Result<VolunteerPage, AppError> {
    Ok(services::volunteers::mine(&request::ctx()?).await?)
}

/// Whether a certificate is real.
#[server(endpoint = "volunteer/check")]
pub async fn check(token: String) -> Result<CertificateCheck, AppError> {
    Ok(services::volunteers::check(&request::ctx()?, &token).await?)
}

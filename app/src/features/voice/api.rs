//! What the pages of this area read.

use domain::{
    Reference,
    views::{ContactTerms, MatterCard, MatterFilter, MatterFolder, MatterQueue, MatterSheet, PublicProposal},
};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use crate::request;

/// What the page to write knows beforehand.
#[server(endpoint = "voice/terms")]
pub async fn terms() -> Result<ContactTerms, AppError> {
    Ok(services::voice::terms(&request::ctx()?).await?)
}

/// One matter, for who wrote it.
#[server(endpoint = "voice/sheet")]
pub async fn sheet(reference: Reference) -> Result<MatterSheet, AppError> {
    Ok(services::voice::sheet(&request::ctx()?, &reference).await?)
}

/// The matters of who signed in.
#[server(endpoint = "voice/mine")]
pub async fn mine() -> Result<Vec<MatterCard>, AppError> {
    Ok(services::voice::mine(&request::ctx()?).await?)
}

/// Proposals everybody may read.
#[server(endpoint = "voice/published")]
pub async fn published() -> Result<Vec<PublicProposal>, AppError> {
    Ok(services::voice::published(&request::ctx()?).await?)
}

/// A page of what waits for an answer.
#[server(endpoint = "voice/queue")]
pub async fn queue(filter: MatterFilter) -> Result<MatterQueue, AppError> {
    Ok(services::voice::queue(&request::ctx()?, filter).await?)
}

/// One matter, for who answers it.
#[server(endpoint = "voice/folder")]
pub async fn folder(reference: Reference) -> Result<MatterFolder, AppError> {
    Ok(services::voice::folder(&request::ctx()?, &reference).await?)
}

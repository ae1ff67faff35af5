//! What an applicant's pages read.

use domain::{
    Reference,
    views::{MyRequest, RatingSheet, StatusSheet},
};
use leptos::prelude::*;

use crate::AppError;

#[server(endpoint = "track/mine")]
pub async fn mine() -> Result<Vec<MyRequest>, AppError> {
    Ok(services::status::mine(&crate::request::ctx()?).await?)
}

#[server(endpoint = "track/status")]
pub async fn status(reference: Reference) -> Result<StatusSheet, AppError> {
    Ok(services::status::sheet(&crate::request::ctx()?, &reference).await?)
}

#[server(endpoint = "track/rating_of_link")]
pub async fn rating_of_link(token: String) -> Result<RatingSheet, AppError> {
    let door = services::ratings::Door::Link(token);
    Ok(services::ratings::sheet(&crate::request::ctx()?, &door).await?)
}

#[server(endpoint = "track/rating_of_contact")]
pub async fn rating_of_contact(reference: Reference) -> Result<RatingSheet, AppError> {
    let door = services::ratings::Door::Contact(reference);
    Ok(services::ratings::sheet(&crate::request::ctx()?, &door).await?)
}

#[server(endpoint = "track/rating_of_own")]
pub async fn rating_of_own(reference: Reference) -> Result<RatingSheet, AppError> {
    let door = services::ratings::Door::Own(reference);
    Ok(services::ratings::sheet(&crate::request::ctx()?, &door).await?)
}

//! What the pages of messages read.

use domain::{
    message::Template,
    views::{MessageLine, MessageSheet, StopSheet},
};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use crate::request;

#[server(endpoint = "messages/of_link")]
pub async fn of_link(token: String) -> Result<StopSheet, AppError> {
    Ok(services::messages::stop_sheet(&request::ctx()?, &token).await?)
}

#[server(endpoint = "messages/list")]
pub async fn list() -> Result<Vec<MessageLine>, AppError> {
    Ok(services::messages::wording::list(&request::ctx()?).await?)
}

#[server(endpoint = "messages/sheet")]
pub async fn sheet(template: Template, language: String) -> Result<MessageSheet, AppError> {
    Ok(services::messages::wording::sheet(&request::ctx()?, template, &language).await?)
}

//! What the pages of knowledge read.

use domain::{
    knowledge::Slug,
    views::{ArticleSheet, ChannelsSheet, DeskFilter, DeskLine, DeskSheet, Entry, Hit, Preview, Shelf},
};
use leptos::prelude::*;

use crate::AppError;
#[cfg(feature = "ssr")]
use crate::request;

#[server(endpoint = "knowledge/shelf")]
pub async fn open_shelf() -> Result<Shelf, AppError> {
    Ok(services::knowledge::shelf(&request::ctx()?).await?)
}

#[server(endpoint = "knowledge/search")]
pub async fn search(asked: String) -> Result<Vec<Hit>, AppError> {
    Ok(services::knowledge::search(&request::ctx()?, &asked).await?)
}

/// An article in its newest version, or in an older one.
#[server(endpoint = "knowledge/article")]
pub async fn article(slug: Slug, version: Option<i64>) -> Result<ArticleSheet, AppError> {
    Ok(services::knowledge::article(&request::ctx()?, &slug, version).await?)
}

#[server(endpoint = "knowledge/misconceptions")]
pub async fn misconceptions() -> Result<Vec<Entry>, AppError> {
    Ok(services::knowledge::misconceptions(&request::ctx()?).await?)
}

#[server(endpoint = "knowledge/improvements")]
pub async fn improvements() -> Result<Vec<Entry>, AppError> {
    Ok(services::knowledge::improvements(&request::ctx()?).await?)
}

#[server(endpoint = "knowledge/channels")]
pub async fn channels() -> Result<ChannelsSheet, AppError> {
    Ok(services::knowledge::channels(&request::ctx()?).await?)
}

#[server(endpoint = "knowledge/desk")]
pub async fn desk(#[server(default)] filter: DeskFilter) -> Result<Vec<DeskLine>, AppError> {
    Ok(services::knowledge::desk(&request::ctx()?, filter).await?)
}

#[server(endpoint = "knowledge/sheet")]
pub async fn sheet(slug: Slug) -> Result<DeskSheet, AppError> {
    Ok(services::knowledge::sheet(&request::ctx()?, &slug).await?)
}

/// What readers would see of a text that is being written. Nothing is waited for, but server functions are async.
#[server(endpoint = "knowledge/preview")]
pub async fn preview_text(ar: String, en: String) -> Result<Preview, AppError> {
    Ok(std::future::ready(services::knowledge::preview(&request::ctx()?, &ar, &en)).await?)
}

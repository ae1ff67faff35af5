//! What everybody can read (answers, guides, bylaws, corrected beliefs, improvements, channels), and the table of the
//! editor who writes it (T1–T3, D3, D6a, D7, C1–C8).

mod api;
mod article;
mod beliefs;
mod channels;
mod desk;
mod desk_address;
mod editor;
mod editor_fields;
mod found;
mod help;
mod prose;
mod said;

#[cfg(feature = "ssr")]
mod editor_form;
#[cfg(feature = "ssr")]
mod posts;
#[cfg(test)]
mod tests;

use leptos::prelude::*;
use leptos_router::{Lazy, MatchNestedRoutes, components::Route, path};

use self::{
    article::ArticlePage,
    beliefs::BeliefsPage,
    channels::ChannelsPage,
    desk::DeskPage,
    editor::{EditorPage, NewArticlePage},
    help::HelpPage,
    said::SaidPage,
};
use crate::area::lazy_area;

lazy_area! {
    fn knowledge_page in community: HelpPage, ArticlePage, BeliefsPage, SaidPage, ChannelsPage, DeskPage, NewArticlePage, EditorPage
}

#[component(transparent)]
pub fn KnowledgeRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/help") view={Lazy::<area::HelpPage>::new()}/>
        <Route path=path!("/help/:slug") view={Lazy::<area::ArticlePage>::new()}/>
        <Route path=path!("/true-or-false") view={Lazy::<area::BeliefsPage>::new()}/>
        <Route path=path!("/you-said") view={Lazy::<area::SaidPage>::new()}/>
        <Route path=path!("/channels") view={Lazy::<area::ChannelsPage>::new()}/>
        <Route path=path!("/office/knowledge") view={Lazy::<area::DeskPage>::new()}/>
        <Route path=path!("/office/knowledge/new") view={Lazy::<area::NewArticlePage>::new()}/>
        <Route path=path!("/office/knowledge/:slug") view={Lazy::<area::EditorPage>::new()}/>
        // Where a withdrawal that was refused is shown.
        <Route path=path!("/office/knowledge/:slug/withdraw") view={Lazy::<area::EditorPage>::new()}/>
    }
    .into_inner()
}

/// The page of an article.
fn address(slug: &domain::knowledge::Slug) -> String {
    format!("/help/{slug}")
}

/// The page the editor works on it.
fn editor_address(slug: &domain::knowledge::Slug) -> String {
    format!("/office/knowledge/{slug}")
}

#[cfg(feature = "ssr")]
pub use posts::forms;

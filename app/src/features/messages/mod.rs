//! Messages: the page behind the link that stops them, and the association's own wordings.

mod api;
mod edit;
mod list;
#[cfg(feature = "ssr")]
mod posts;
mod stop;
#[cfg(test)]
mod tests;
mod words;

use leptos::prelude::*;
use leptos_router::{Lazy, MatchNestedRoutes, components::Route, path};

#[cfg(feature = "ssr")]
pub use posts::forms;

use self::{edit::EditPage, list::MessagesPage, stop::StopPage};
use crate::area::lazy_area;

lazy_area! {
    fn messages_page in staff: StopPage, MessagesPage, EditPage
}

/// Some pages stand at two addresses: a form that was refused is shown again at the address it was posted to.
#[component(transparent)]
pub fn MessagesRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/stop/:token") view={Lazy::<area::StopPage>::new()}/>
        <Route path=path!("/stop/:token/resume") view={Lazy::<area::StopPage>::new()}/>
        <Route path=path!("/office/messages") view={Lazy::<area::MessagesPage>::new()}/>
        <Route path=path!("/office/messages/:template/:language") view={Lazy::<area::EditPage>::new()}/>
        <Route path=path!("/office/messages/:template/:language/reset") view={Lazy::<area::EditPage>::new()}/>
    }
    .into_inner()
}

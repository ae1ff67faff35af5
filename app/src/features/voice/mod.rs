//! Inquiries, complaints and proposals (G1, D3, D7, C7): writing to the association, following what one wrote, what
//! others proposed; and the desk where it is answered.

mod answer_form;
mod api;
mod contact;
mod desk;
mod desk_address;
mod folder;
mod folder_aside;
mod follow;
mod matter;
mod mine;
mod proposals;
mod sent;
mod talk;

#[cfg(feature = "ssr")]
mod contact_form;
#[cfg(feature = "ssr")]
mod contact_post;
#[cfg(feature = "ssr")]
mod desk_form;
#[cfg(feature = "ssr")]
mod posts;
#[cfg(test)]
mod samples;
#[cfg(feature = "ssr")]
mod settle_form;
#[cfg(test)]
mod tests;

use leptos::prelude::*;
use leptos_router::{Lazy, MatchNestedRoutes, components::Route, path};

use self::{
    contact::ContactPage, desk::DeskPage, folder::FolderPage, follow::FollowPage, matter::MatterPage,
    mine::MyMattersPage, proposals::ProposalsPage, sent::SentPage,
};
use crate::area::lazy_area;

lazy_area! {
    fn voice_page in community: ContactPage, SentPage, FollowPage, MatterPage, MyMattersPage, ProposalsPage, DeskPage, FolderPage
}

/// Some pages stand at two addresses: a form that was refused is shown again at the address it was posted to.
#[component(transparent)]
pub fn VoiceRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/contact") view={Lazy::<area::ContactPage>::new()}/>
        <Route path=path!("/contact/follow") view={Lazy::<area::FollowPage>::new()}/>
        <Route path=path!("/contact/sent/:reference") view={Lazy::<area::SentPage>::new()}/>
        <Route path=path!("/contact/:reference") view={Lazy::<area::MatterPage>::new()}/>
        <Route path=path!("/contact/:reference/settle") view={Lazy::<area::MatterPage>::new()}/>
        <Route path=path!("/my/contact") view={Lazy::<area::MyMattersPage>::new()}/>
        <Route path=path!("/proposals") view={Lazy::<area::ProposalsPage>::new()}/>
        <DeskRoutes/>
    }
    .into_inner()
}

#[component(transparent)]
fn DeskRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/office/contact") view={Lazy::<area::DeskPage>::new()}/>
        <Route path=path!("/office/contact/:reference") view={Lazy::<area::FolderPage>::new()}/>
        <Route path=path!("/office/contact/:reference/take") view={Lazy::<area::FolderPage>::new()}/>
        <Route path=path!("/office/contact/:reference/answer") view={Lazy::<area::FolderPage>::new()}/>
        <Route path=path!("/office/contact/:reference/publish") view={Lazy::<area::FolderPage>::new()}/>
        <Route path=path!("/office/contact/:reference/withdraw") view={Lazy::<area::FolderPage>::new()}/>
    }
    .into_inner()
}

#[cfg(feature = "ssr")]
pub(super) use contact_post::Contact;
#[cfg(feature = "ssr")]
pub use posts::forms;

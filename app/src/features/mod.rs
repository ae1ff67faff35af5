//! The areas of the product, each with its routes, server functions, pages and forms.

pub mod account;
pub mod apply;
pub mod committee;
pub mod demo;
pub mod knowledge;
mod members;
pub mod messages;
pub mod mydata;
pub mod office;
pub mod portal;
pub mod privacy;
mod replies;
pub mod track;
pub mod voice;
pub mod volunteer;
pub mod volunteer_desk;

#[cfg(feature = "ssr")]
use crate::{file_form::FileForm as _, posts::PostRouter};

/// The forms that take files: larger bodies, and more time, are allowed here only.
#[cfg(feature = "ssr")]
pub const UPLOADS: [&str; 3] = [apply::UPLOAD_PATH, voice::Contact::PATH, track::Appeal::PATH];

/// Every form of every area.
#[cfg(feature = "ssr")]
pub fn forms(router: PostRouter) -> PostRouter {
    let router = portal::forms(router);
    let router = account::forms(router);
    let router = apply::forms(router);
    let router = track::forms(router);
    let router = mydata::forms(router);
    let router = privacy::forms(router);
    let router = voice::forms(router);
    let router = office::forms(router);
    let router = committee::forms(router);
    let router = messages::forms(router);
    let router = knowledge::forms(router);
    let router = volunteer::forms(router);
    let router = volunteer_desk::forms(router);
    demo::forms(router)
}

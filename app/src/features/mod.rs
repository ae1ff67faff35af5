//! The areas of the product, each with its routes, server functions, pages and forms.

pub mod account;
pub mod apply;
pub mod committee;
pub mod demo;
pub mod office;
pub mod portal;
pub mod track;
pub mod volunteer;
pub mod volunteer_desk;

#[cfg(feature = "ssr")]
use crate::posts::PostRouter;

/// Every form of every area.
#[cfg(feature = "ssr")]
pub fn forms(router: PostRouter) -> PostRouter {
    let router = account::forms(router);
    let router = apply::forms(router);
    let router = track::forms(router);
    let router = office::forms(router);
    let router = committee::forms(router);
    let router = volunteer::forms(router);
    let router = volunteer_desk::forms(router);
    demo::forms(router)
}

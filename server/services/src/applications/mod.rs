//! Applying: from the first click on "start" to the receipt with its two dates (C5, H2, H4, H5).

mod add_page;
mod check;
pub(crate) mod once;
mod open_document;
pub(crate) mod pages;
mod remove_document;
mod remove_page;
mod reuse_document;
mod save;
mod sheet;
mod sign;
mod start;
mod submit;
mod turn_page;
mod unfinished;

pub use add_page::{Sent, add_page, page_came_before};
pub(crate) use open_document::file;
pub use open_document::{open_document, small_page};
pub use remove_document::remove_document;
pub use remove_page::remove_page;
pub use reuse_document::reuse_document;
pub use save::save;
pub use sheet::sheet;
pub use sign::{send_code_again, sign};
pub(crate) use start::open_for;
pub use start::start;
pub use submit::submit;
pub use turn_page::turn_page;
pub use unfinished::{forget_unfinished, keep_unfinished};

use domain::{
    PersonId,
    access::{Action, Actor},
};

use crate::{Ctx, Error, Result};

/// The person who applies. Staff never apply, sign or submit as somebody else (H4).
pub(crate) fn applicant(ctx: &Ctx) -> Result<PersonId> {
    match ctx.actor() {
        Actor::Visitor => Err(Error::NotSignedIn),
        Actor::Beneficiary { person } => Ok(*person),
        _ => Err(Error::Forbidden(Action::Apply)),
    }
}

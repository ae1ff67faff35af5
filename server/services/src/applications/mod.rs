//! Applying: from the first click on "start" to the receipt with its two dates (C5, H2, H4, H5).

mod check;
mod documents;
pub(crate) mod once;
mod open_document;
mod reuse_document;
mod save;
mod sheet;
mod sign;
mod start;
mod submit;
mod unfinished;

pub use documents::{add_document, remove_document};
pub use open_document::open_document;
pub use reuse_document::reuse_document;
pub use save::save;
pub use sheet::sheet;
pub use sign::{send_code_again, sign};
pub use start::start;
pub use submit::submit;
pub use unfinished::{forget_unfinished, keep_unfinished};

use domain::{
    PersonId,
    access::{Action, Actor},
};

use crate::{Ctx, Error, Result};

/// The person who applies. Staff never apply, sign or submit as somebody else (H4).
fn applicant(ctx: &Ctx) -> Result<PersonId> {
    match ctx.actor() {
        Actor::Visitor => Err(Error::NotSignedIn),
        Actor::Beneficiary { person } => Ok(*person),
        _ => Err(Error::Forbidden(Action::Apply)),
    }
}

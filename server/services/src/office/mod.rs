//! The back office: from the queue to the service delivered. One file each, one transaction each.

mod close_match;
mod confirm_receipt;
mod frame;
mod give_back;
mod open_study;
mod opened;
mod queue;
mod reach;
mod record_study;
mod refer;
mod register;
mod sheet;
mod start_delivery;
mod suspects;
#[cfg(test)]
pub(crate) mod walk;

pub use close_match::{Match, close_match};
pub use confirm_receipt::confirm_receipt;
pub use frame::frame;
pub use give_back::{GiveBack, give_back};
pub use open_study::open_study;
pub(crate) use opened::{note as note_opened, note_subject as note_opened_subject};
pub use queue::queue;
pub use record_study::{StudyNotes, record_study};
pub use refer::refer;
pub use register::register;
pub(crate) use sheet::documents;
pub use sheet::sheet;
pub use start_delivery::{send_code_again, start_delivery};

use domain::StaffId;

use crate::{Ctx, Error, Result};

/// The member of staff who is asking.
fn staff(ctx: &Ctx) -> Result<StaffId> {
    ctx.actor().staff().ok_or(Error::NotSignedIn)
}

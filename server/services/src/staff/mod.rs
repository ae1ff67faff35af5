//! Accounts of staff and committee members. Whoever changes one ends its sessions.

mod add;
mod change;
mod me;

pub use add::{Added, NewStaff, add, add_with_one_time_password};
pub use change::{disable, renew, set_rights};
pub use me::{desks, list, me};

use domain::{
    StaffId,
    access::{Action, Actor},
};
use serde_json::Value;
use store::Tx;

use crate::{Ctx, Result, requests};

/// The system administrator, or the operator of the program at its console.
fn require_keeper(ctx: &Ctx) -> Result<()> {
    if *ctx.actor() == Actor::System { Ok(()) } else { ctx.require_beside(Action::ManageStaff) }
}

/// A one-time password: 80 random bits, written so that it can be read out.
fn one_time_password(ctx: &Ctx) -> String {
    let letters = ctx.token(10);
    let groups: Vec<&str> = (0..letters.len()).step_by(5).map(|at| &letters[at..at + 5]).collect();
    groups.join("-")
}

async fn audit(ctx: &Ctx, tx: &Tx, id: StaffId, detail: Value) -> Result<()> {
    requests::audit(ctx, tx, Action::ManageStaff, &format!("staff:{id}"), detail).await
}

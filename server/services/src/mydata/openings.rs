//! "Who opened my file": read from the audit, in the words of roles, never of names.

use std::collections::{BTreeSet, HashMap};

use domain::{
    PersonId, Reference, StaffId,
    access::{Action, Role},
    time::riyadh_date,
    views::Opening,
};
use store::{audit::Entry, requests::Row};

use crate::{Ctx, Result};

/// Who opened what of a person and on which day, the newest first; what one role did on one day is said once.
pub(super) async fn of_person(ctx: &Ctx, person: PersonId, rows: &[Row]) -> Result<Vec<Opening>> {
    let own: HashMap<String, &Reference> =
        rows.iter().map(|row| (format!("request:{}", row.reference), &row.reference)).collect();
    let subjects: Vec<String> = own.keys().cloned().chain([super::subject(person)]).collect();
    let action = format!("{:?}", Action::View);
    let mut seen = BTreeSet::new();
    for entry in store::audit::of_subjects(ctx.db(), &action, &subjects).await? {
        seen.insert(Opening {
            on: riyadh_date(entry.at),
            role: role(ctx, &entry).await?,
            reference: own.get(&entry.subject).map(|reference| (*reference).clone()),
        });
    }
    Ok(seen.into_iter().rev().collect())
}

/// The role somebody opened it in: as noted then, else the one they have now.
async fn role(ctx: &Ctx, entry: &Entry) -> Result<Option<Role>> {
    let noted = entry.detail["role"].as_str().and_then(Role::from_slug);
    let staff = entry.actor.strip_prefix("staff:").and_then(|id| id.parse().ok()).map(StaffId);
    Ok(match (noted, staff) {
        (Some(role), _) => Some(role),
        (None, Some(id)) => {
            store::staff::find(ctx.db(), id).await?.and_then(|account| account.roles.into_iter().next())
        }
        (None, None) => None,
    })
}

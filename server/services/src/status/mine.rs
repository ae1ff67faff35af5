//! A person's requests in a list.

use domain::{
    access::{Action, Actor},
    views::MyRequest,
};
use store::requests::Row;

use super::told;
use crate::{Ctx, Error, Result, requests};

/// The caller's requests, the newest first; for somebody who follows one request, that one.
pub async fn mine(ctx: &Ctx) -> Result<Vec<MyRequest>> {
    let rows: Vec<Row> = match ctx.actor() {
        Actor::Visitor | Actor::Follower { .. } | Actor::Volunteer { .. } => return Err(Error::NotSignedIn),
        Actor::Beneficiary { person } => store::requests::of_person(ctx.db(), *person).await?,
        Actor::Tracker { request } => store::requests::find(ctx.db(), *request).await?.into_iter().collect(),
        Actor::Staff { .. } | Actor::System => return Err(Error::Forbidden(Action::View)),
    };
    let mut mine = Vec::with_capacity(rows.len());
    for row in rows {
        let policy = requests::policy(ctx.db(), &row).await?;
        // Not the row's own moment of change: a decision that is held changes the row, too (H5).
        let updated_at = told(ctx.db(), &row).await?.last().map_or(row.created_at, |entry| entry.at);
        mine.push(MyRequest {
            programme: requests::programme(ctx.db(), &row).await?.name,
            seen: row.stage.seen_by_applicant(&policy),
            updated_at,
            reference: row.reference,
        });
    }
    Ok(mine)
}

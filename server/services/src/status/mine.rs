//! A person's requests in a list.

use domain::{
    access::{Action, Actor},
    views::MyRequest,
};
use store::requests::Row;

use super::told;
use crate::{Ctx, Error, Result, requests};

/// The caller's requests, the newest first, then those they make for others; for somebody who follows one request,
/// that one.
pub async fn mine(ctx: &Ctx) -> Result<Vec<MyRequest>> {
    match ctx.actor() {
        Actor::Visitor | Actor::Follower { .. } | Actor::Volunteer { .. } => Err(Error::NotSignedIn),
        Actor::Beneficiary { person } => {
            let mut mine = Vec::new();
            for row in store::requests::of_person(ctx.db(), *person).await? {
                mine.push(line(ctx, row, None).await?);
            }
            for request in store::representations::of_person(ctx.db(), *person).await? {
                let row = store::requests::find(ctx.db(), request).await?.ok_or(Error::NotFound)?;
                let applicant = applicant(ctx, &row).await?;
                mine.push(line(ctx, row, Some(applicant)).await?);
            }
            Ok(mine)
        }
        Actor::Tracker { request } => match store::requests::find(ctx.db(), *request).await? {
            Some(row) => Ok(vec![line(ctx, row, None).await?]),
            None => Ok(Vec::new()),
        },
        Actor::Staff { .. } | Actor::System => Err(Error::Forbidden(Action::View)),
    }
}

async fn line(ctx: &Ctx, row: Row, on_behalf_of: Option<String>) -> Result<MyRequest> {
    let policy = requests::policy(ctx.db(), &row).await?;
    // Not the row's own moment of change: a decision that is held changes the row, too (H5).
    let updated_at = told(ctx.db(), &row).await?.last().map_or(row.created_at, |entry| entry.at);
    Ok(MyRequest {
        programme: requests::published(ctx.db(), &row).await?.name,
        seen: row.stage.seen_by_applicant(&policy),
        updated_at,
        on_behalf_of,
        reference: row.reference,
    })
}

/// The applicant's name, as it was told in this request; until then the ID, half hidden.
async fn applicant(ctx: &Ctx, row: &Row) -> Result<String> {
    if let Some(name) = &row.applicant_name {
        return Ok(name.full());
    }
    let person = store::people::find(ctx.db(), row.person).await?.ok_or(Error::NotFound)?;
    Ok(person.national_id.masked())
}

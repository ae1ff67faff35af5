//! A request as its own applicant, and who makes it for them, see it. What is told comes from [`domain::request::Stage::seen_by_applicant`] and
//! [`domain::views::TimelineKind::told_to_applicant`] only: a held decision is in neither (H5).

mod appeal;
mod end_representation;
mod mine;
mod sheet;
mod withdraw;

use domain::{
    Reference,
    access::{Action, Relation},
    views::{TimelineEntry, TimelineKind},
};
use store::{Source, requests::Row};

pub use appeal::{MOST_PAPERS, appeal};
pub use end_representation::end_representation;
pub use mine::mine;
pub use sheet::sheet;
pub use withdraw::withdraw;

use crate::{Ctx, Error, Result, requests};

/// The caller's own request, or one they make for somebody. For everybody else, staff too, this view of it does not
/// exist.
pub(crate) async fn own(ctx: &Ctx, source: &impl Source, reference: &Reference) -> Result<Row> {
    let row = requests::find(ctx, source, reference, Action::View).await?;
    match requests::relation(ctx, source, &row).await? {
        Relation::Own | Relation::Represented => Ok(row),
        _ => Err(Error::NotFound),
    }
}

/// What the applicant was told, the oldest first.
pub(crate) async fn told(source: &impl Source, row: &Row) -> Result<Vec<TimelineEntry>> {
    let events = store::events::of_request(source, row.id).await?;
    let entries = events.into_iter().map(|event| {
        let kind = TimelineKind::from_slug(&event.kind)
            .ok_or_else(|| Error::Internal(format!("a timeline holds {}", event.kind)))?;
        Ok(TimelineEntry { kind, at: event.at, by: None })
    });
    let told = |entry: &Result<TimelineEntry>| entry.as_ref().map_or(true, |entry| entry.kind.told_to_applicant());
    entries.filter(told).collect()
}

#[cfg(test)]
mod tests;

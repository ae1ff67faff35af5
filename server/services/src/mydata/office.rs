//! The privacy officer's queue, and one request on its page.

use domain::{
    PersonId, Reference,
    privacy::{PrivacyAction, may},
    views::{PrivacyCase, PrivacyLine, PrivacyQueue},
};
use store::{data_requests::DataRequest, people::Person};

use super::{erasure::Sorted, sheet::shown};
use crate::{Ctx, Error, Result, office};

/// Requests shown that wait, and that were answered.
const WAITING: u64 = 200;
const ANSWERED: u64 = 30;

/// What waits, the most urgent first; then what was answered lately.
pub async fn queue(ctx: &Ctx) -> Result<PrivacyQueue> {
    super::require(ctx, PrivacyAction::See)?;
    let mut requests = store::data_requests::waiting(ctx.db(), WAITING).await?;
    requests.extend(store::data_requests::answered(ctx.db(), ANSWERED).await?);
    let mut lines = Vec::with_capacity(requests.len());
    for request in requests {
        let name = full_name(&known(ctx, request.person).await?);
        lines.push(PrivacyLine { request: shown(request), name });
    }
    Ok(PrivacyQueue { lines, today: ctx.today() })
}

/// One request. Opening it is noted among those who opened the person's file.
pub async fn case(ctx: &Ctx, reference: &Reference) -> Result<PrivacyCase> {
    super::require(ctx, PrivacyAction::See)?;
    let request: DataRequest = store::data_requests::find(ctx.db(), reference).await?.ok_or(Error::NotFound)?;
    let person = known(ctx, request.person).await?;
    office::note_opened_subject(ctx, super::subject(person.id)).await?;
    Ok(PrivacyCase {
        name: full_name(&person),
        plan: Sorted::of(ctx.db(), person.id).await?.plan(),
        may_answer: may(ctx.actor(), PrivacyAction::Answer) && request.answer.is_none(),
        version: request.version,
        request: shown(request),
        national_id: person.national_id,
        mobile: person.mobile,
        today: ctx.today(),
    })
}

async fn known(ctx: &Ctx, person: PersonId) -> Result<Person> {
    store::people::find(ctx.db(), person).await?.ok_or(Error::NotFound)
}

fn full_name(person: &Person) -> String {
    person.name.as_ref().map(domain::PersonName::full).unwrap_or_default()
}

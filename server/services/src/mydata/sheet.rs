//! Everything held about the caller, on one page.

use domain::{
    PersonId,
    views::{DataRequest, HeldMessage, HeldRequest, MessageWishes, MyData, Tongue},
};
use store::{Language, requests::Row};

use super::{openings, safe};
use crate::{Ctx, Error, Result, messages, requests, status};

/// What is held about the caller.
pub async fn sheet(ctx: &Ctx) -> Result<MyData> {
    gather(ctx, super::person(ctx)?).await
}

/// What is held about a person.
pub(super) async fn gather(ctx: &Ctx, person: PersonId) -> Result<MyData> {
    let known = store::people::find(ctx.db(), person).await?.ok_or(Error::NotFound)?;
    let rows = store::requests::of_person(ctx.db(), person).await?;
    Ok(MyData {
        name: known.name.as_ref().map(domain::PersonName::full),
        national_id_masked: known.national_id.masked(),
        mobile_masked: known.mobile.masked(),
        born_on: known.born_on,
        known_since: known.created_at,
        wishes: MessageWishes {
            language: tongue(known.language),
            necessary_only: store::consents::necessary_only(ctx.db(), person).await?,
        },
        openings: openings::of_person(ctx, person, &rows).await?,
        requests: held_requests(ctx, rows).await?,
        documents: safe::of_person(ctx, person).await?,
        messages: held_messages(ctx, person).await?,
        consents: store::consents::history(ctx.db(), person).await?,
        asked: store::data_requests::of_person(ctx.db(), person).await?.into_iter().map(shown).collect(),
        today: ctx.today(),
    })
}

/// A request about data, as its person and the privacy officer see it.
pub(super) fn shown(request: store::data_requests::DataRequest) -> DataRequest {
    DataRequest {
        reference: request.reference,
        want: request.want,
        words: request.words,
        received_at: request.received_at,
        due_on: request.due_on,
        answer: request.answer.map(|answer| (answer.at, answer.verdict)),
    }
}

/// What the applicant told, and what they were told: a held decision is in neither (H5).
async fn held_requests(ctx: &Ctx, rows: Vec<Row>) -> Result<Vec<HeldRequest>> {
    let mut held = Vec::with_capacity(rows.len());
    for row in rows {
        let programme = requests::programme(ctx.db(), &row).await?;
        held.push(HeldRequest {
            programme: programme.name,
            questions: programme.questions,
            stage: row.stage.kind().as_told(),
            started_at: row.created_at,
            signed_at: row.stage.signature().map(|signature| signature.signed_at),
            timeline: status::told(ctx.db(), &row).await?,
            reference: row.reference,
            answers: row.answers,
        });
    }
    Ok(held)
}

async fn held_messages(ctx: &Ctx, person: PersonId) -> Result<Vec<HeldMessage>> {
    let written = store::outbox::of_person(ctx.db(), person).await?;
    let held = written.into_iter().map(|message| HeldMessage {
        at: message.created_at,
        body: (!messages::holds_code(&message.template)).then_some(message.body),
    });
    Ok(held.collect())
}

fn tongue(language: Language) -> Tongue {
    match language {
        Language::Ar => Tongue::Arabic,
        Language::En => Tongue::English,
    }
}

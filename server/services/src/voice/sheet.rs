//! What who wrote reads: where it stands, until when it is answered, and the answer.

use domain::{
    Reference,
    access::Actor,
    rating::{Rated, Standing},
    time::riyadh_date,
    views::{MatterCard, MatterSheet, Spoken},
    voice::{Act, Event, may},
};
use store::voice::Row;

use crate::{Ctx, Error, Result, ratings};

/// One matter. Staff have a page of their own.
pub async fn sheet(ctx: &Ctx, reference: &Reference) -> Result<MatterSheet> {
    if ctx.actor().staff().is_some() {
        return Err(Error::NotFound);
    }
    let row = super::find(ctx, ctx.db(), reference, Act::View).await?;
    let about = super::about(ctx, ctx.db(), &row).await?;
    let rating = match ratings::standing(ctx, ctx.db(), Rated::Contact(row.id)).await? {
        // Asked again: it is rated once it is answered.
        Standing::Open if !may(ctx.actor(), Act::Rate, about) => Standing::Closed,
        standing => standing,
    };
    Ok(MatterSheet {
        reference: row.reference.clone(),
        kind: row.matter.kind(),
        subject: row.matter.subject().clone(),
        stage: row.matter.stage(),
        said: said(&row),
        files: store::voice::files(ctx.db(), row.id).await?.len(),
        due_on: riyadh_date(row.due_at),
        late: row.matter.stage().is_open() && row.due_at < ctx.now(),
        may_settle: may(ctx.actor(), Act::Settle, about),
        rating,
        known: matches!(ctx.actor(), Actor::Beneficiary { .. }),
        version: row.version,
    })
}

fn said(row: &Row) -> Vec<Spoken> {
    let spoken = |entry: &domain::voice::Entry| match entry.event.clone() {
        Event::Said { words } => Some(Spoken { at: entry.at, ours: false, words, decision: None }),
        Event::Answered { words, decision, .. } => Some(Spoken { at: entry.at, ours: true, words, decision }),
        Event::Taken { .. } | Event::Settled => None,
    };
    row.matter.log().iter().filter_map(spoken).collect()
}

/// The matters of who signed in, the newest first.
pub async fn mine(ctx: &Ctx) -> Result<Vec<MatterCard>> {
    let Actor::Beneficiary { person } = ctx.actor() else { return Err(Error::NotSignedIn) };
    let rows = store::voice::of_person(ctx.db(), *person).await?;
    let card = |row: Row| MatterCard {
        kind: row.matter.kind(),
        subject: row.matter.subject().clone(),
        stage: row.matter.stage(),
        sent_on: riyadh_date(row.created_at),
        due_on: riyadh_date(row.due_at),
        reference: row.reference,
    };
    Ok(rows.into_iter().map(card).collect())
}

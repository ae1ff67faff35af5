//! The employee closes the match: data and documents agree, and were valid on the day of submission (H2).

use domain::{
    Reference,
    access::Action,
    document::{DocumentKind, Validity},
    matching::{Compared, MatchSheet, Ruling, Unmatched},
    programme::ProgrammeSpec,
    time::riyadh_date,
    views::TimelineKind,
};
use store::requests::Row;

use super::{staff, suspects};
use crate::{
    Ctx, Result,
    messages::Message,
    requests::{self, Move},
};

/// What the employee saw, field by field, and how each possible duplicate was settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    pub compared: Vec<Compared>,
    pub rulings: Vec<Ruling>,
}

/// Closes the match. Possible duplicates are looked up anew, so that none that came in meanwhile is passed over.
pub async fn close_match(ctx: &Ctx, reference: &Reference, seen: i64, sheet: Match) -> Result<()> {
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Move {
                reference: &reference,
                action: Action::Match,
                seen: Some(seen),
                leaves: Some(TimelineKind::Matched),
            };
            let mut row = requests::begin(&ctx, tx, &step).await?;
            let programme = requests::programme(tx, &row).await?;
            if let Some(kind) = expired(&row, &programme) {
                return Err(Unmatched::Expired(kind).into());
            }
            let people: Vec<_> = suspects::of(tx, &row).await?.into_iter().map(|suspect| suspect.person).collect();
            let by = staff(&ctx)?;
            let sheet = MatchSheet::close(&row.answers, sheet.compared, &people, sheet.rulings, by, ctx.now())?;
            requests::advance(&mut row, |stage| stage.match_data(sheet))?;
            let told = Message::Matched { reference: reference.clone() };
            requests::finish(&ctx, tx, &step, &mut row, Some(told)).await
        })
    })
    .await
}

/// The first document that was no longer valid when the request was submitted.
fn expired(row: &Row, programme: &ProgrammeSpec) -> Option<DocumentKind> {
    let day = riyadh_date(row.stage.submitted()?.submitted_at);
    let rules = programme.documents.iter();
    rules
        .filter_map(|rule| Some((rule, row.answers.document(rule.kind)?)))
        .find(|(rule, given)| matches!(rule.validity(given.issued_on, day), Validity::Expired { .. }))
        .map(|(rule, _)| rule.kind)
}

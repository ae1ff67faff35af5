//! The request goes back to the applicant, who is told exactly what is missing (H2).

use domain::{
    Invalid, LongText, Reference,
    access::Action,
    request::Gap,
    views::TimelineKind,
};

use super::staff;
use crate::{
    Ctx, Error, Result,
    messages::Message,
    requests::{self, Move},
};

/// What the applicant is asked for, and in which words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GiveBack {
    pub gaps: Vec<Gap>,
    pub words: LongText,
}

/// Sends the request back with its gaps. At least one gap is named, and none the programme does not ask for.
pub async fn give_back(ctx: &Ctx, reference: &Reference, seen: i64, what: GiveBack) -> Result<()> {
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Move {
                reference: &reference,
                action: Action::Return,
                seen: Some(seen),
                leaves: Some(TimelineKind::Returned),
            };
            let mut row = requests::begin(&ctx, tx, &step).await?;
            let programme = requests::programme(tx, &row).await?;
            let asked = |gap: &Gap| match gap {
                Gap::Section { .. } => true,
                Gap::Document { kind } => {
                    programme.documents.iter().any(|rule| rule.kind == *kind) || row.answers.document(*kind).is_some()
                }
            };
            if what.gaps.is_empty() {
                return Err(Error::field("gaps", Invalid::Missing));
            }
            if !what.gaps.iter().all(asked) {
                return Err(Error::field("gaps", Invalid::Choice));
            }
            let by = staff(&ctx)?;
            requests::advance(&mut row, |stage| stage.give_back(what.gaps, what.words, by, ctx.now()))?;
            let told = Message::Returned { reference: reference.clone() };
            requests::finish(&ctx, tx, &step, &mut row, Some(told)).await
        })
    })
    .await
}

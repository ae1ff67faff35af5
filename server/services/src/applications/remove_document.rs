//! A document is taken back before the request is sent.

use domain::{Reference, access::Action, document::DocumentKind};
use store::Tx;

use super::pages;
use crate::{
    Ctx, Result,
    requests::{self, Move},
};

/// Takes a document out of the answers, every page of it. The files stay on record. Taking back what is not there changes
/// nothing.
pub async fn remove_document(ctx: &Ctx, reference: &Reference, kind: DocumentKind) -> Result<()> {
    let (caller, reference) = (ctx.clone(), reference.clone());
    ctx.db().write(move |tx| Box::pin(async move { take_back(&caller, tx, &reference, kind).await })).await
}

async fn take_back(ctx: &Ctx, tx: &Tx, reference: &Reference, kind: DocumentKind) -> Result<()> {
    let step = Move { reference, action: Action::EditAnswers, seen: None, leaves: None };
    let mut row = requests::begin(ctx, tx, &step).await?;
    pages::check_open(&row.stage, kind)?;
    if row.answers.document(kind).is_none() {
        return Ok(());
    }
    row.answers.take_back(kind);
    requests::advance(&mut row, |stage| stage.edit(ctx.now()))?;
    requests::finish(ctx, tx, &step, &mut row, None).await
}

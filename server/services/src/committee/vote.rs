//! A member's vote (H5).

use domain::{
    Invalid, LongText, Reference,
    access::Action,
    committee::{Choice, Vote},
};

use super::{count_as_change, in_turn, member};
use crate::{
    Ctx, Error, Result,
    requests::{self, Move},
};

/// Casts a vote, or changes one's own until the decision. Who does not vote to accept says why.
pub async fn vote(ctx: &Ctx, reference: &Reference, choice: Choice, reason: Option<LongText>) -> Result<()> {
    if choice != Choice::Accept && reason.is_none() {
        return Err(Error::field("reason", Invalid::Missing));
    }
    let given = Vote { member: member(ctx.actor())?, choice, reason, at: ctx.now() };
    in_turn(|| cast(ctx, reference, &given)).await
}

async fn cast(ctx: &Ctx, reference: &Reference, given: &Vote) -> Result<()> {
    let (ctx, reference, given) = (ctx.clone(), reference.clone(), given.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Move { reference: &reference, action: Action::Vote, seen: None, leaves: None };
            let row = requests::begin(&ctx, tx, &step).await?;
            let session = row.stage.referred().ok_or(Error::NotFound)?.referral.session;
            store::committee::put_vote(tx, row.id, session, &given).await?;
            count_as_change(tx, &row).await?;
            let detail = serde_json::json!({ "session": session });
            requests::audit(&ctx, tx, Action::Vote, &format!("request:{}", row.reference), detail).await
        })
    })
    .await
}

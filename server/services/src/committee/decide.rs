//! Recording the committee's decision (H5). Before the fourteenth day it is held, and nobody outside hears of it.

use domain::{
    HijriDate, Invalid, LongText, Reference, ShortText,
    access::Action,
    committee::{Choice, Decision, Outcome, tally},
    request::StageKind,
    views::TimelineKind,
};

use super::{chair, member, votes};
use crate::{
    Ctx, Error, Result,
    messages::Message,
    requests::{self, Move},
};

/// The words of a decision. A rejection names its reason and clause, a deferral its reason.
#[derive(Clone, Debug, Default)]
pub struct Wording {
    pub reason: Option<LongText>,
    pub clause: Option<ShortText<60>>,
}

/// Records what the votes come to, with the next decision number. Gives that number. A vote cast after the caller
/// looked is a [`Error::Conflict`]: nobody records a decision they have not seen.
pub async fn decide(ctx: &Ctx, reference: &Reference, seen: i64, wording: Wording) -> Result<String> {
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Move {
                reference: &reference,
                action: Action::Decide,
                seen: Some(seen),
                leaves: Some(TimelineKind::Decided),
            };
            let mut row = requests::begin(&ctx, tx, &step).await?;
            let session = row.stage.referred().ok_or(Error::NotFound)?.referral.session;
            let votes = votes(tx, &row).await?;
            let recusals = store::committee::recusals(tx, row.id, session).await?;
            let rule = requests::policy(tx, &row).await?.committee;
            let choice = tally(&votes, &recusals, chair(tx).await?, rule)?;
            let number = number(&ctx, tx).await?;
            let decision = Decision {
                number: number.clone(),
                outcome: outcome(choice, wording)?,
                votes,
                recusals,
                recorded_by: member(ctx.actor())?,
                decided_at: ctx.now(),
            };
            requests::advance(&mut row, |stage| stage.decide(decision, ctx.now()))?;
            // A held answer leaves no message: nobody hears of it before its day.
            let held = row.stage.kind() == StageKind::DecisionHeld;
            let told = (!held).then(|| Message::Answered { reference: reference.clone() });
            requests::finish(&ctx, tx, &step, &mut row, told).await?;
            if !held {
                requests::leave(&ctx, tx, &row, TimelineKind::AnswerIssued).await?;
            }
            Ok(number)
        })
    })
    .await
}

fn outcome(choice: Choice, wording: Wording) -> Result<Outcome> {
    let reason = || wording.reason.clone().ok_or(Error::field("reason", Invalid::Missing));
    Ok(match choice {
        Choice::Accept => Outcome::Accepted,
        Choice::Reject => Outcome::Rejected {
            reason: reason()?,
            clause: wording.clause.clone().ok_or(Error::field("clause", Invalid::Missing))?,
        },
        Choice::Defer => Outcome::Deferred { reason: reason()? },
    })
}

/// `1448-0017`: the Hijri year and a running number within it.
async fn number(ctx: &Ctx, tx: &store::Tx) -> Result<String> {
    let today = HijriDate::from_gregorian(ctx.today());
    let year = today.ok_or_else(|| Error::Internal("today has no Hijri date".to_owned()))?.year();
    let next = store::counters::next(tx, &format!("decision-{year}")).await?;
    Ok(format!("{year}-{next:04}"))
}

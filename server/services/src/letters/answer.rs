//! The answer to a request, once it is issued (H5).

use domain::{
    NaiveDate, Reference,
    access::Action,
    committee::{Choice, Outcome},
    time::riyadh_date,
};
use i18n::{Locale, pick, td_string};

use super::addressee;
use crate::{Ctx, Error, Result, requests};

/// What the letter with the answer says, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub number: String,
    /// The civil day in Riyadh on which the answer was issued.
    pub date: NaiveDate,
    pub applicant: String,
    pub reference: Reference,
    pub programme: String,
    pub outcome: Choice,
    pub decision_number: String,
    pub decided_session_on: NaiveDate,
    pub reason: Option<String>,
    pub clause: Option<String>,
    /// The last day to appeal a rejection that was not appealed yet.
    pub appeal_until: Option<NaiveDate>,
    /// What happens next, step by step.
    pub next: Vec<String>,
}

/// The answer to a request the caller may see. Before it is issued there is none, for anyone.
pub async fn answer(ctx: &Ctx, reference: &Reference) -> Result<Answer> {
    let row = requests::find(ctx, ctx.db(), reference, Action::View).await?;
    let policy = requests::policy(ctx.db(), &row).await?;
    let issued = row.stage.seen_by_applicant(&policy).answer.ok_or(Error::NotFound)?;
    let decided = row.stage.decided().ok_or(Error::NotFound)?;
    let programme = requests::published(ctx.db(), &row).await?;
    let (reason, clause) = match &issued.outcome {
        Outcome::Accepted => (None, None),
        Outcome::Rejected { reason, clause } => (Some(reason.to_string()), Some(clause.to_string())),
        Outcome::Deferred { reason } => (Some(reason.to_string()), None),
    };
    let outcome = issued.outcome.choice();
    Ok(Answer {
        number: issued.number.clone(),
        date: riyadh_date(issued.issued_at),
        applicant: addressee(&row),
        programme: pick(&programme.name, ctx.locale()).to_owned(),
        outcome,
        decision_number: issued.number,
        decided_session_on: riyadh_date(decided.decision.decided_at),
        reason,
        clause,
        appeal_until: issued.appeal_until,
        next: next(ctx.locale(), outcome),
        reference: row.reference,
    })
}

fn next(locale: Locale, outcome: Choice) -> Vec<String> {
    let steps: &[&str] = match outcome {
        Choice::Accept => &[
            td_string!(locale, track.letter.accepted_1),
            td_string!(locale, track.letter.accepted_2),
            td_string!(locale, track.letter.accepted_3),
        ],
        Choice::Reject => &[td_string!(locale, track.letter.rejected_1), td_string!(locale, track.letter.rejected_2)],
        Choice::Defer => &[td_string!(locale, track.letter.deferred_1), td_string!(locale, track.letter.deferred_2)],
    };
    steps.iter().map(|step| (*step).to_owned()).collect()
}

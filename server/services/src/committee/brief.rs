//! One case on one page, as a member of the committee reads it.

use domain::{
    PersonName, Reference,
    access::Action,
    committee::tally,
    household::age,
    time::riyadh_date,
    views::{Brief, CastVote},
};

use super::{agenda, chair, named, sessions, votes};
use crate::{Ctx, Error, Result, office, requests};

/// The brief of a case. The others' votes, and what they come to, are given only to who has voted or has no vote to
/// give. Opening it leaves an entry in the audit chain.
pub async fn brief(ctx: &Ctx, reference: &Reference) -> Result<Brief> {
    ctx.require_beside(Action::SeeSessions)?;
    let db = ctx.db();
    let row = requests::find(ctx, db, reference, Action::View).await?;
    office::note_opened(ctx, &row).await?;
    let referred = row.stage.referred().ok_or(Error::NotFound)?.clone();
    let session_id = referred.referral.session;
    let session = store::committee::session(db, session_id).await?.ok_or(Error::NotFound)?;
    let policy = requests::policy(db, &row).await?;
    let programme = requests::programme(db, &row).await?;
    let allowed = requests::allowed(ctx.actor(), requests::subject(ctx, db, &row).await?);
    let submitted = &referred.matched.submitted;
    let day = riyadh_date(submitted.submitted_at);

    let votes = votes(db, &row).await?;
    let recusals = store::committee::recusals(db, row.id, session_id).await?;
    let my_vote = votes.iter().find(|vote| Some(vote.member) == ctx.actor().staff()).cloned();
    let may_see_votes = my_vote.is_some() || !allowed.contains(&Action::Vote);
    let standing = tally(&votes, &recusals, chair(db).await?, policy.committee);
    let (mut cast, mut aside) = (Vec::new(), Vec::new());
    if may_see_votes {
        for vote in votes {
            cast.push(CastVote { member: named(db, vote.member).await?, vote });
        }
        for recusal in recusals {
            aside.push(named(db, recusal.member).await?);
        }
    }
    let waiting = agenda::waiting(ctx, session_id).await?;
    let others: Vec<_> = waiting.into_iter().filter(|waits| waits != reference).collect();

    let household = row.answers.household.as_ref();
    let identity = row.answers.identity.as_ref();
    Ok(Brief {
        reference: row.reference.clone(),
        version: row.version,
        session: sessions::line(session, store::requests::in_session(db, session_id).await?.len()),
        applicant_name: row.applicant_name.as_ref().map(PersonName::full).unwrap_or_default(),
        age: identity.map(|identity| age(identity.born_on, ctx.today())),
        group: identity.map(|identity| identity.group),
        people: household.map_or(1, domain::household::Household::people),
        children: household.map_or(0, |household| household.children(ctx.today())),
        need: row.answers.need.as_ref().map(|need| need.words.to_string()).unwrap_or_default(),
        net: referred.study.net,
        score_rule: policy.score,
        earlier: referred.earlier.iter().map(|earlier| (earlier.number.clone(), earlier.outcome.clone())).collect(),
        grounds: referred.grounds.as_ref().map(ToString::to_string),
        researcher: named(db, referred.study.by).await?.name,
        documents: office::documents(&row, &programme, day),
        window: submitted.window,
        today: ctx.today(),
        votes: cast,
        recusals: aside,
        my_vote,
        stage: row.stage.kind(),
        rule: policy.committee,
        standing: may_see_votes.then_some(standing),
        decision: row
            .stage
            .decided()
            .map(|decided| (decided.decision.number.clone(), decided.decision.outcome.clone())),
        waiting: u64::try_from(others.len()).unwrap_or(u64::MAX),
        next: others.into_iter().next(),
        study: referred.study,
        programme,
        allowed,
    })
}

//! One case on one page, as a member of the committee reads it.

use domain::{
    PersonName, Reference,
    access::Action,
    committee::tally,
    household::age,
    time::riyadh_date,
    views::{Brief, CastVote},
};

use super::{agenda, chair, named, sessions};
use crate::{Ctx, Error, Result, office, requests};

/// The brief of a case. The others' votes are given only to who has voted, and to who records the decision.
pub async fn brief(ctx: &Ctx, reference: &Reference) -> Result<Brief> {
    ctx.require_beside(Action::SeeSessions)?;
    let db = ctx.db();
    let row = requests::find(ctx, db, reference, Action::View).await?;
    let referred = row.stage.referred().ok_or(Error::NotFound)?.clone();
    let session_id = referred.referral.session;
    let session = store::committee::session(db, session_id).await?.ok_or(Error::NotFound)?;
    let policy = requests::policy(db, &row).await?;
    let programme = requests::programme(db, &row).await?;
    let allowed = requests::allowed(ctx.actor(), requests::subject(ctx, db, &row).await?);
    let submitted = &referred.matched.submitted;
    let day = riyadh_date(submitted.submitted_at);

    let votes = store::committee::votes(db, row.id, session_id).await?;
    let recusals = store::committee::recusals(db, row.id, session_id).await?;
    let standing = tally(&votes, &recusals, chair(db).await?, policy.committee);
    let my_vote = votes.iter().find(|vote| Some(vote.member) == ctx.actor().staff()).cloned();
    let may_see_votes = my_vote.is_some() || !allowed.contains(&Action::Vote);
    let mut cast = Vec::new();
    for vote in votes.into_iter().filter(|_| may_see_votes) {
        cast.push(CastVote { member: named(db, vote.member).await?, vote });
    }

    let household = row.answers.household.as_ref();
    let identity = row.answers.identity.as_ref();
    Ok(Brief {
        reference: row.reference.clone(),
        version: row.version,
        session: sessions::line(db, session).await?,
        applicant_name: row.applicant_name.as_ref().map(PersonName::full).unwrap_or_default(),
        age: identity.map(|identity| age(identity.born_on, ctx.today())),
        group: identity.map(|identity| identity.group),
        people: household.map_or(1, domain::household::Household::people),
        children: household.map_or(0, |household| household.children(ctx.today())),
        need: row.answers.need.as_ref().map(|need| need.words.to_string()).unwrap_or_default(),
        net: referred.study.net,
        researcher: named(db, referred.study.by).await?.name,
        documents: office::documents(&row, &programme, day),
        window: submitted.window,
        today: ctx.today(),
        votes: cast,
        recusals: if may_see_votes { recusals } else { Vec::new() },
        my_vote,
        rule: policy.committee,
        standing,
        decision: row.stage.decided().map(|decided| {
            (decided.decision.number.clone(), decided.decision.outcome.clone())
        }),
        next: agenda::next(ctx, session_id, reference).await?,
        study: referred.study,
        programme,
        allowed,
    })
}

//! A session's agenda as one member sees it.

use domain::{
    NaiveDate, PersonName, Reference, SessionId,
    access::{Action, Relation, allows},
    request::StageKind,
    views::{Agenda, AgendaLine},
};
use store::requests::Line;

use super::{sessions, votes};
use crate::{Ctx, Error, Result, requests};

/// The files of a session, in the order they came. A file the reader may not open is named by its reference only.
pub async fn agenda(ctx: &Ctx, session: SessionId) -> Result<Agenda> {
    ctx.require_beside(Action::SeeSessions)?;
    let db = ctx.db();
    let found = store::committee::session(db, session).await?.ok_or(Error::NotFound)?;
    let lines = lines(ctx, session).await?;
    let session = sessions::line(found, lines.len());
    Ok(Agenda { session, next: pressing(&lines).into_iter().next(), lines, today: ctx.today() })
}

/// The files of the session that wait for the reader's vote, the most pressing window first.
pub(super) async fn waiting(ctx: &Ctx, session: SessionId) -> Result<Vec<Reference>> {
    Ok(pressing(&lines(ctx, session).await?))
}

/// How many of the files listed are undecided, and how many of those wait for the reader's vote.
pub(super) async fn left(ctx: &Ctx, listed: Vec<Line>) -> Result<(u64, u64)> {
    let (mut open, mut waiting) = (0, 0);
    for undecided in listed.into_iter().filter(|line| line.stage == StageKind::BeforeCommittee) {
        open += 1;
        waiting += u64::from(line(ctx, undecided).await?.waits);
    }
    Ok((open, waiting))
}

async fn lines(ctx: &Ctx, session: SessionId) -> Result<Vec<AgendaLine>> {
    let mut lines = Vec::new();
    for listed in store::requests::in_session(ctx.db(), session).await? {
        lines.push(line(ctx, listed).await?);
    }
    Ok(lines)
}

fn pressing(lines: &[AgendaLine]) -> Vec<Reference> {
    let mut waiting: Vec<(NaiveDate, &Reference)> = lines
        .iter()
        .filter(|line| line.waits)
        .map(|line| (line.window.map_or(NaiveDate::MAX, |window| window.latest_reply_on), &line.reference))
        .collect();
    waiting.sort();
    waiting.into_iter().map(|(_, reference)| reference.clone()).collect()
}

async fn line(ctx: &Ctx, line: Line) -> Result<AgendaLine> {
    let db = ctx.db();
    let row = store::requests::find(db, line.id).await?.ok_or(Error::NotFound)?;
    let subject = requests::subject(ctx, db, &row).await?;
    let open = allows(ctx.actor(), Action::View, subject);
    let name = line.applicant_name.as_ref().filter(|_| open).map(PersonName::full);
    let votes = votes(db, &row).await?;
    let my_vote = votes.iter().find(|vote| Some(vote.member) == ctx.actor().staff()).map(|vote| vote.choice);
    Ok(AgendaLine {
        reference: line.reference,
        applicant_name: name.unwrap_or_default(),
        programme: requests::published(db, &row).await?.name,
        stage: line.stage,
        window: row.stage.submitted().map(|submitted| submitted.window),
        votes: u64::try_from(votes.len()).unwrap_or(u64::MAX),
        waits: my_vote.is_none() && allows(ctx.actor(), Action::Vote, subject),
        my_vote,
        stepped_aside: subject.relation == Relation::Conflicted,
        open,
    })
}

//! A session's agenda as one member sees it.

use domain::{
    NaiveDate, PersonName, SessionId, StaffId,
    access::Action,
    request::StageKind,
    views::{Agenda, AgendaLine},
    window::Window,
};
use store::{Source, requests::Line};

use super::{member, sessions};
use crate::{Ctx, Error, Result, requests};

/// The files of a session. A file the member stepped aside from is named by its reference only.
pub async fn agenda(ctx: &Ctx, session: SessionId) -> Result<Agenda> {
    ctx.require_beside(Action::SeeSessions)?;
    let me = member(ctx.actor())?;
    let db = ctx.db();
    let found = store::committee::session(db, session).await?.ok_or(Error::NotFound)?;
    let mut lines = Vec::new();
    for line in store::requests::in_session(db, session).await? {
        lines.push(agenda_line(ctx, db, line, session, me).await?);
    }
    Ok(Agenda { session: sessions::line(db, found).await?, lines })
}

async fn agenda_line(
    ctx: &Ctx,
    source: &impl Source,
    line: Line,
    session: SessionId,
    me: StaffId,
) -> Result<AgendaLine> {
    let votes = store::committee::votes(source, line.id, session).await?;
    let row = store::requests::find(source, line.id).await?.ok_or(Error::NotFound)?;
    let subject = requests::subject(ctx, source, &row).await?;
    let hidden = !domain::access::allows(ctx.actor(), Action::View, subject);
    let programme = requests::programme(source, &row).await?;
    Ok(AgendaLine {
        reference: line.reference,
        applicant_name: if hidden {
            String::new()
        } else {
            line.applicant_name.as_ref().map(PersonName::full).unwrap_or_default()
        },
        programme: programme.name,
        stage: line.stage,
        window: row.stage.submitted().map(|submitted| submitted.window),
        votes: u64::try_from(votes.len()).unwrap_or(u64::MAX),
        my_vote: votes.iter().find(|vote| vote.member == me).map(|vote| vote.choice),
        stepped_aside: hidden,
    })
}

/// The next file of the session that waits for this member's vote, the most pressing window first.
pub(super) async fn next(
    ctx: &Ctx,
    session: SessionId,
    after: &domain::Reference,
) -> Result<Option<domain::Reference>> {
    let Some(me) = ctx.actor().staff().filter(|_| requests::sits_on_committee(ctx.actor())) else { return Ok(None) };
    let mut waiting: Vec<(NaiveDate, domain::Reference)> = Vec::new();
    for line in store::requests::in_session(ctx.db(), session).await? {
        if line.stage != StageKind::BeforeCommittee || line.reference == *after {
            continue;
        }
        let seen = agenda_line(ctx, ctx.db(), line, session, me).await?;
        if seen.my_vote.is_none() && !seen.stepped_aside {
            let until = seen.window.map_or(NaiveDate::MAX, |window: Window| window.latest_reply_on);
            waiting.push((until, seen.reference));
        }
    }
    waiting.sort();
    Ok(waiting.into_iter().next().map(|(_, reference)| reference))
}

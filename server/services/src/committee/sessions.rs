//! Sessions of the committee.

use domain::{
    NaiveDate, SessionId, ShortText,
    access::{Action, allows_beside},
    views::{SessionCard, SessionLine, SessionState, Sessions},
};
use store::committee::Session;

use super::agenda;
use crate::{Ctx, Error, Result, requests};

/// Every session, the latest first.
pub async fn sessions(ctx: &Ctx) -> Result<Sessions> {
    ctx.require_beside(Action::SeeSessions)?;
    let mut cards = Vec::new();
    for session in store::committee::sessions(ctx.db()).await? {
        let listed = store::requests::in_session(ctx.db(), session.id).await?;
        let session = line(session, listed.len());
        let (open, waiting) = agenda::left(ctx, listed).await?;
        cards.push(SessionCard { session, waiting, open });
    }
    Ok(Sessions { cards, may_open: allows_beside(ctx.actor(), Action::ManageSessions), today: ctx.today() })
}

/// Opens a session, to which files can then be referred. The same title on the same day is the same session: a form
/// that arrives twice opens one.
pub async fn open_session(ctx: &Ctx, title: ShortText<120>, held_on: NaiveDate) -> Result<SessionId> {
    ctx.require_beside(Action::ManageSessions)?;
    if held_on < ctx.today() {
        return Err(Error::field("held_on", domain::Invalid::DateInPast));
    }
    let ctx = ctx.clone();
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let same = |session: &Session| session.title == title.as_str() && session.held_on == held_on;
            if let Some(open) = store::committee::sessions(tx).await?.into_iter().find(same) {
                return Ok(open.id);
            }
            let id = store::committee::insert_session(tx, title.as_str(), held_on, ctx.now()).await?;
            let detail = serde_json::json!({ "held_on": held_on });
            requests::audit(&ctx, tx, Action::ManageSessions, &format!("session:{id}"), detail).await?;
            Ok(id)
        })
    })
    .await
}

/// A session as lists show it.
pub(super) fn line(session: Session, files: usize) -> SessionLine {
    SessionLine {
        id: session.id,
        title: session.title,
        held_on: session.held_on,
        state: match session.state {
            store::committee::SessionState::Open => SessionState::Open,
            store::committee::SessionState::Closed => SessionState::Closed,
        },
        files: u64::try_from(files).unwrap_or(u64::MAX),
    }
}

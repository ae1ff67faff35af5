//! Sessions of the committee.

use domain::{
    NaiveDate, SessionId, ShortText,
    access::Action,
    views::{SessionLine, SessionState},
};
use store::{Source, committee::Session};

use crate::{Ctx, Error, Result, requests};

/// Every session, the latest first.
pub async fn sessions(ctx: &Ctx) -> Result<Vec<SessionLine>> {
    ctx.require_beside(Action::SeeSessions)?;
    let mut lines = Vec::new();
    for session in store::committee::sessions(ctx.db()).await? {
        lines.push(line(ctx.db(), session).await?);
    }
    Ok(lines)
}

/// Opens a session, to which files can then be referred.
pub async fn open_session(ctx: &Ctx, title: ShortText<120>, held_on: NaiveDate) -> Result<SessionId> {
    ctx.require_beside(Action::ManageSessions)?;
    if held_on < ctx.today() {
        return Err(Error::field("held_on", domain::Invalid::DateInPast));
    }
    let ctx = ctx.clone();
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let id = store::committee::insert_session(tx, title.as_str(), held_on, ctx.now()).await?;
            let detail = serde_json::json!({ "held_on": held_on });
            requests::audit(&ctx, tx, Action::ManageSessions, &format!("session:{id}"), detail).await?;
            Ok(id)
        })
    })
    .await
}

/// A session as lists show it.
pub(super) async fn line(source: &impl Source, session: Session) -> Result<SessionLine> {
    let files = store::requests::in_session(source, session.id).await?.len();
    Ok(SessionLine {
        id: session.id,
        title: session.title,
        held_on: session.held_on,
        state: match session.state {
            store::committee::SessionState::Open => SessionState::Open,
            store::committee::SessionState::Closed => SessionState::Closed,
        },
        files: u64::try_from(files).unwrap_or(u64::MAX),
    })
}

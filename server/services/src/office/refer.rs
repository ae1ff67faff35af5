//! The file goes up to the research committee (H5).

use domain::{Invalid, Reference, SessionId, access::Action, views::TimelineKind};
use store::committee::{self, SessionState};

use super::staff;
use crate::{
    Ctx, Error, Result,
    messages::Message,
    requests::{self, Move},
};

/// Refers the file to a session that is open. The applicant hears the two dates again while they lie ahead.
pub async fn refer(ctx: &Ctx, reference: &Reference, seen: i64, session: SessionId) -> Result<()> {
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Move {
                reference: &reference,
                action: Action::Refer,
                seen: Some(seen),
                leaves: Some(TimelineKind::Referred),
            };
            let mut row = requests::begin(&ctx, tx, &step).await?;
            let found = committee::session(tx, session).await?;
            if found.is_none_or(|session| session.state != SessionState::Open) {
                return Err(Error::field("session", Invalid::Choice));
            }
            let by = staff(&ctx)?;
            requests::advance(&mut row, |stage| stage.refer(session, by, ctx.now()))?;
            let ahead = requests::window_dates(&row).filter(|(_, latest)| *latest >= ctx.today());
            let told = ahead.map(|(earliest, latest)| Message::BeforeCommittee {
                reference: reference.clone(),
                earliest,
                latest,
            });
            requests::finish(&ctx, tx, &step, &mut row, told).await
        })
    })
    .await
}

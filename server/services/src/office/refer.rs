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

#[cfg(test)]
mod tests {
    use domain::{
        LongText,
        access::Role,
        committee::Outcome,
        request::{NotNow, StageKind},
    };

    use super::*;
    use crate::{
        office::walk::{
            decided, is_conflict, is_not_now, officer, researcher, session, stage, studied, under_study, version,
        },
        testing::World,
    };

    #[tokio::test]
    async fn the_file_goes_up_and_the_applicant_hears_the_two_dates() {
        let world = World::new().await;
        let (reference, session) = (studied(&world).await, session(&world).await);
        let seen = version(&world, &reference).await;
        let officer = refer(&officer(&world), &reference, seen, session).await;
        assert!(matches!(officer, Err(Error::Forbidden(Action::Refer))));
        assert!(is_conflict(&refer(&researcher(&world), &reference, seen - 1, session).await));
        refer(&researcher(&world), &reference, seen, session).await.expect("referred");
        assert_eq!(stage(&world, &reference).await, StageKind::BeforeCommittee);
        assert_eq!(world.messages("before_committee").await, 1);
        assert!(is_not_now(&refer(&researcher(&world), &reference, seen, session).await, Action::Refer));
    }

    #[tokio::test]
    async fn nothing_goes_up_without_a_study_or_to_a_closed_session() {
        let world = World::new().await;
        let reference = under_study(&world).await;
        let seen = version(&world, &reference).await;
        let open = session(&world).await;
        let early = refer(&researcher(&world), &reference, seen, open).await;
        assert!(matches!(early, Err(Error::NotNow(NotNow::NoStudy))));
        let closed =
            world.house.db.write(move |tx| Box::pin(async move { Ok::<_, Error>(committee::close(tx, open).await?) }));
        closed.await.expect("closed");
        for session in [open, SessionId(99)] {
            let refused = refer(&researcher(&world), &reference, seen, session).await;
            assert!(matches!(refused, Err(Error::Field { field: "session", why: Invalid::Choice })));
        }
    }

    #[tokio::test]
    async fn the_secretary_brings_a_deferred_file_back_without_promising_past_days() {
        let world = World::new().await;
        let reason = LongText::parse("تنقص معلومة").expect("words");
        let reference = decided(&world, Outcome::Deferred { reason }).await;
        world.pass_days(30);
        let seen = version(&world, &reference).await;
        let secretary = world.staff(Role::CommitteeSecretary);
        refer(&secretary, &reference, seen, session(&world).await).await.expect("referred again");
        assert_eq!(stage(&world, &reference).await, StageKind::BeforeCommittee);
        assert_eq!(world.messages("before_committee").await, 1);
    }
}

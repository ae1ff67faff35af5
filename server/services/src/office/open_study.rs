//! The social research officer takes the file (H3).

use domain::{Reference, access::Action, views::TimelineKind};

use super::staff;
use crate::{
    Ctx, Result,
    messages::Message,
    requests::{self, Move},
};

/// Opens the study; the applicant is told that the officer may call.
pub async fn open_study(ctx: &Ctx, reference: &Reference, seen: i64) -> Result<()> {
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Move {
                reference: &reference,
                action: Action::OpenStudy,
                seen: Some(seen),
                leaves: Some(TimelineKind::StudyOpened),
            };
            let mut row = requests::begin(&ctx, tx, &step).await?;
            let by = staff(&ctx)?;
            requests::advance(&mut row, |stage| stage.open_study(by, ctx.now()))?;
            let told = Message::StudyStarted { reference: reference.clone() };
            requests::finish(&ctx, tx, &step, &mut row, Some(told)).await
        })
    })
    .await
}

#[cfg(test)]
mod tests {
    use domain::request::StageKind;

    use super::*;
    use crate::{
        Error,
        office::walk::{is_conflict, is_not_now, matched, officer, researcher, stage, version},
        testing::World,
    };

    #[tokio::test]
    async fn the_research_officer_takes_the_file_once() {
        let world = World::new().await;
        let reference = matched(&world).await;
        let seen = version(&world, &reference).await;
        assert!(matches!(
            open_study(&officer(&world), &reference, seen).await,
            Err(Error::Forbidden(Action::OpenStudy))
        ));
        assert!(is_conflict(&open_study(&researcher(&world), &reference, seen - 1).await));
        open_study(&researcher(&world), &reference, seen).await.expect("opened");
        assert_eq!(stage(&world, &reference).await, StageKind::UnderStudy);
        assert_eq!(world.messages("study_started").await, 1);
        assert!(is_not_now(&open_study(&researcher(&world), &reference, seen).await, Action::OpenStudy));
    }

    #[tokio::test]
    async fn what_was_not_matched_is_not_studied() {
        let world = World::new().await;
        let reference = world.submitted().await;
        let early = open_study(&researcher(&world), &reference, version(&world, &reference).await).await;
        assert!(is_not_now(&early, Action::OpenStudy));
    }
}

//! The social study is written down (H3, T2).

use domain::{
    LongText, Reference, ShortText,
    access::Action,
    study::{Housing, Recommendation, Study, StudyPlace},
    views::TimelineKind,
};

use super::staff;
use crate::{
    Ctx, Error, Result,
    requests::{self, Move},
};

/// What the researcher writes. Figures and score are not theirs to write: they follow from the answers and the rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StudyNotes {
    pub place: StudyPlace,
    pub housing: Housing,
    pub findings: LongText,
    pub recommendation: Recommendation,
    pub clause: ShortText<60>,
}

/// Records the study, or records it anew while it has not gone up. The applicant is not told of it.
pub async fn record_study(ctx: &Ctx, reference: &Reference, seen: i64, notes: StudyNotes) -> Result<()> {
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Move {
                reference: &reference,
                action: Action::RecordStudy,
                seen: Some(seen),
                leaves: Some(TimelineKind::StudyRecorded),
            };
            let mut row = requests::begin(&ctx, tx, &step).await?;
            let rule = requests::policy(tx, &row).await?.score;
            let unknown = || Error::Internal(format!("{reference} was received without its household or livelihood"));
            let study = Study {
                place: notes.place,
                housing: notes.housing,
                net: row.answers.net_per_head().ok_or_else(unknown)?,
                score: rule.score(&row.answers, notes.housing, ctx.today()).ok_or_else(unknown)?,
                findings: notes.findings,
                recommendation: notes.recommendation,
                clause: notes.clause,
                by: staff(&ctx)?,
                at: ctx.now(),
            };
            requests::advance(&mut row, |stage| stage.record_study(study))?;
            requests::finish(&ctx, tx, &step, &mut row, None).await
        })
    })
    .await
}

#[cfg(test)]
mod tests {
    use domain::Halalas;

    use super::*;
    use crate::{
        office::walk::{is_conflict, is_not_now, matched, notes, officer, referred, researcher, under_study, version},
        testing::World,
    };

    #[tokio::test]
    async fn figures_and_points_follow_from_the_answers() {
        let world = World::new().await;
        let reference = under_study(&world).await;
        let seen = version(&world, &reference).await;
        record_study(&researcher(&world), &reference, seen, notes()).await.expect("recorded");
        let row = world.row(&reference).await;
        let study = row.stage.study().expect("a study");
        // (2,500 − 1,200 − 300) ÷ 3, rounded down to a halala.
        assert_eq!(study.net.per_head, Halalas(33_333));
        assert_eq!(study.score.points, study.score.parts.iter().map(domain::study::ScorePart::points).sum::<u16>());
        assert_eq!(world.messages("study_recorded").await, 0);
    }

    #[tokio::test]
    async fn a_study_is_written_anew_until_it_goes_up() {
        let world = World::new().await;
        let reference = under_study(&world).await;
        let first = version(&world, &reference).await;
        record_study(&researcher(&world), &reference, first, notes()).await.expect("recorded");
        assert!(is_conflict(&record_study(&researcher(&world), &reference, first, notes()).await));
        let again = StudyNotes { housing: Housing::Unfit, ..notes() };
        record_study(&researcher(&world), &reference, first + 1, again).await.expect("recorded anew");
        let study = world.row(&reference).await.stage.study().expect("a study").clone();
        assert_eq!(study.housing, Housing::Unfit);
    }

    #[tokio::test]
    async fn the_wrong_person_and_the_wrong_stage_are_refused() {
        let world = World::new().await;
        let reference = under_study(&world).await;
        let seen = version(&world, &reference).await;
        let officer = record_study(&officer(&world), &reference, seen, notes()).await;
        assert!(matches!(officer, Err(Error::Forbidden(Action::RecordStudy))));
        let world = World::new().await;
        let early = matched(&world).await;
        let early = record_study(&researcher(&world), &early, version(&world, &early).await, notes()).await;
        assert!(is_not_now(&early, Action::RecordStudy));
        let world = World::new().await;
        let late = referred(&world).await;
        let late = record_study(&researcher(&world), &late, version(&world, &late).await, notes()).await;
        assert!(is_not_now(&late, Action::RecordStudy));
    }
}

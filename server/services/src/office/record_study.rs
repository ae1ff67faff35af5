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

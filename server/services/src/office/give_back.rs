//! The request goes back to the applicant, who is told exactly what is missing (H2).

use domain::{Invalid, LongText, Reference, access::Action, request::Gap, views::TimelineKind};

use super::staff;
use crate::{
    Ctx, Error, Result,
    messages::Message,
    requests::{self, Move},
};

/// What the applicant is asked for, and in which words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GiveBack {
    pub gaps: Vec<Gap>,
    pub words: LongText,
}

/// Sends the request back with its gaps. At least one gap is named, and none the programme does not ask for.
pub async fn give_back(ctx: &Ctx, reference: &Reference, seen: i64, what: GiveBack) -> Result<()> {
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Move {
                reference: &reference,
                action: Action::Return,
                seen: Some(seen),
                leaves: Some(TimelineKind::Returned),
            };
            let mut row = requests::begin(&ctx, tx, &step).await?;
            let programme = requests::programme(tx, &row).await?;
            let asked = |gap: &Gap| match gap {
                Gap::Section { .. } => true,
                Gap::Document { kind } => {
                    programme.documents.iter().any(|rule| rule.kind == *kind) || row.answers.document(*kind).is_some()
                }
            };
            if what.gaps.is_empty() {
                return Err(Error::field("gaps", Invalid::Missing));
            }
            if !what.gaps.iter().all(asked) {
                return Err(Error::field("gaps", Invalid::Choice));
            }
            let by = staff(&ctx)?;
            requests::advance(&mut row, |stage| stage.give_back(what.gaps, what.words, by, ctx.now()))?;
            let told = Message::Returned { reference: reference.clone() };
            requests::finish(&ctx, tx, &step, &mut row, Some(told)).await
        })
    })
    .await
}

#[cfg(test)]
mod tests {
    use domain::{application::Section, document::DocumentKind, request::StageKind};

    use super::*;
    use crate::{
        office::walk::{is_conflict, is_not_now, officer, researcher, stage, version},
        testing::World,
    };

    fn what(gaps: Vec<Gap>) -> GiveBack {
        GiveBack { gaps, words: LongText::parse("أرفق إثبات دخل جديدًا.").expect("words") }
    }

    fn income() -> Vec<Gap> {
        vec![Gap::Document { kind: DocumentKind::IncomeProof }]
    }

    #[tokio::test]
    async fn the_applicant_is_told_exactly_what_is_missing() {
        let world = World::new().await;
        let reference = world.submitted().await;
        let seen = version(&world, &reference).await;
        give_back(&officer(&world), &reference, seen, what(income())).await.expect("given back");
        let row = world.row(&reference).await;
        let told = row.stage.seen_by_applicant(&domain::policy::Policy::default());
        assert_eq!(told.gaps, income());
        assert_eq!(told.gap_words, Some(what(Vec::new()).words));
        assert_eq!(world.messages("returned").await, 1);
    }

    #[tokio::test]
    async fn a_return_names_gaps_the_programme_knows() {
        let world = World::new().await;
        let reference = world.submitted().await;
        let seen = version(&world, &reference).await;
        let empty = give_back(&officer(&world), &reference, seen, what(Vec::new())).await;
        assert!(matches!(empty, Err(Error::Field { field: "gaps", why: Invalid::Missing })));
        let unasked = vec![Gap::Document { kind: DocumentKind::DivorceDeed }];
        let unasked = give_back(&officer(&world), &reference, seen, what(unasked)).await;
        assert!(matches!(unasked, Err(Error::Field { field: "gaps", why: Invalid::Choice })));
        assert_eq!(stage(&world, &reference).await, StageKind::Submitted);
    }

    #[tokio::test]
    async fn stale_twice_and_forbidden_are_refused() {
        let world = World::new().await;
        let reference = world.submitted().await;
        let seen = version(&world, &reference).await;
        let gaps = || what(vec![Gap::Section { section: Section::Need }]);
        let researcher = give_back(&researcher(&world), &reference, seen, gaps()).await;
        assert!(matches!(researcher, Err(Error::Forbidden(Action::Return))));
        assert!(is_conflict(&give_back(&officer(&world), &reference, seen - 1, gaps()).await));
        give_back(&officer(&world), &reference, seen, gaps()).await.expect("given back");
        assert!(is_not_now(&give_back(&officer(&world), &reference, seen, gaps()).await, Action::Return));
    }
}

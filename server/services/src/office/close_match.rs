//! The employee closes the match: data and documents agree, and were valid on the day of submission (H2).

use domain::{
    Reference,
    access::Action,
    document::{DocumentKind, Validity},
    matching::{Compared, MatchSheet, Ruling, Unmatched},
    programme::ProgrammeSpec,
    time::riyadh_date,
    views::TimelineKind,
};
use store::requests::Row;

use super::{staff, suspects};
use crate::{
    Ctx, Result,
    messages::Message,
    requests::{self, Move},
};

/// What the employee saw, field by field, and how each possible duplicate was settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    pub compared: Vec<Compared>,
    pub rulings: Vec<Ruling>,
}

/// Closes the match. Possible duplicates are looked up anew, so that none that came in meanwhile is passed over.
pub async fn close_match(ctx: &Ctx, reference: &Reference, seen: i64, sheet: Match) -> Result<()> {
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Move {
                reference: &reference,
                action: Action::Match,
                seen: Some(seen),
                leaves: Some(TimelineKind::Matched),
            };
            let mut row = requests::begin(&ctx, tx, &step).await?;
            let programme = requests::programme(tx, &row).await?;
            if let Some(kind) = expired(&row, &programme) {
                return Err(Unmatched::Expired(kind).into());
            }
            let people: Vec<_> = suspects::of(tx, &row).await?.into_iter().map(|suspect| suspect.person).collect();
            let by = staff(&ctx)?;
            let sheet = MatchSheet::close(&row.answers, sheet.compared, &people, sheet.rulings, by, ctx.now())?;
            requests::advance(&mut row, |stage| stage.match_data(sheet))?;
            let told = Message::Matched { reference: reference.clone() };
            requests::finish(&ctx, tx, &step, &mut row, Some(told)).await
        })
    })
    .await
}

/// The first document that was no longer valid when the request was submitted.
fn expired(row: &Row, programme: &ProgrammeSpec) -> Option<DocumentKind> {
    let day = riyadh_date(row.stage.submitted()?.submitted_at);
    let rules = programme.documents.iter();
    rules
        .filter_map(|rule| Some((rule, row.answers.document(rule.kind)?)))
        .find(|(rule, given)| matches!(rule.validity(given.issued_on, day), Validity::Expired { .. }))
        .map(|(rule, _)| rule.kind)
}

#[cfg(test)]
mod tests {
    use domain::{
        Mobile, NationalId, ShortText, TimeDelta,
        access::Role,
        matching::{Likeness, MatchField, Seen},
        request::StageKind,
    };

    use super::*;
    use crate::{
        Error,
        office::walk::{agreeing, is_conflict, is_not_now, officer, stage, version},
        testing::World,
    };

    #[tokio::test]
    async fn the_match_is_closed_and_the_applicant_told() {
        let world = World::new().await;
        let reference = world.submitted().await;
        close_match(&officer(&world), &reference, version(&world, &reference).await, agreeing()).await.expect("closed");
        assert_eq!(stage(&world, &reference).await, StageKind::Matched);
        assert_eq!(world.messages("matched").await, 1);
        assert_eq!(world.events(&reference, TimelineKind::Matched).await, 1);
    }

    #[tokio::test]
    async fn only_the_officer_of_the_branch_may() {
        let world = World::new().await;
        let reference = world.submitted().await;
        let seen = version(&world, &reference).await;
        let researcher = close_match(&world.staff(Role::ResearchOfficer), &reference, seen, agreeing()).await;
        assert!(matches!(researcher, Err(Error::Forbidden(Action::Match))));
        for stranger in [world.staff(Role::SystemAdministrator), world.stranger()] {
            assert!(matches!(close_match(&stranger, &reference, seen, agreeing()).await, Err(Error::NotFound)));
        }
        let visitor = close_match(&world.visitor(), &reference, seen, agreeing()).await;
        assert!(matches!(visitor, Err(Error::NotSignedIn)));
        assert_eq!(stage(&world, &reference).await, StageKind::Submitted);
    }

    #[tokio::test]
    async fn twice_and_stale_are_refused() {
        let world = World::new().await;
        let reference = world.submitted().await;
        let seen = version(&world, &reference).await;
        assert!(is_conflict(&close_match(&officer(&world), &reference, seen - 1, agreeing()).await));
        close_match(&officer(&world), &reference, seen, agreeing()).await.expect("closed");
        assert!(is_not_now(&close_match(&officer(&world), &reference, seen, agreeing()).await, Action::Match));
        assert_eq!(world.messages("matched").await, 1);
    }

    #[tokio::test]
    async fn a_difference_or_a_gap_is_not_a_match() {
        let world = World::new().await;
        let reference = world.submitted().await;
        let seen = version(&world, &reference).await;
        let mut differs = agreeing();
        differs.compared[4].seen = Seen::Differs { reason: ShortText::parse("الراتب أعلى").expect("words") };
        let refused = close_match(&officer(&world), &reference, seen, differs).await;
        assert!(matches!(refused, Err(Error::Unmatched(Unmatched::Differs(MatchField::Income)))));
        let mut short = agreeing();
        short.compared.pop();
        let refused = close_match(&officer(&world), &reference, seen, short).await;
        assert!(matches!(refused, Err(Error::Unmatched(Unmatched::NotCompared(MatchField::Iban)))));
    }

    #[tokio::test]
    async fn an_expired_document_is_not_matched() {
        let world = World::new().await;
        let reference = world.submitted().await;
        let old = world.system().today() - TimeDelta::days(91);
        let age = |row: &mut Row, _| {
            row.answers.documents.iter_mut().for_each(|given| given.issued_on = Some(old));
            Ok(())
        };
        world.change(&reference, age).await;
        let seen = version(&world, &reference).await;
        let refused = close_match(&officer(&world), &reference, seen, agreeing()).await;
        assert!(matches!(refused, Err(Error::Unmatched(Unmatched::Expired(DocumentKind::IncomeProof)))));
    }

    #[tokio::test]
    async fn a_possible_duplicate_is_settled_first() {
        let world = World::new().await;
        let reference = world.submitted().await;
        let at = world.house.clock.now();
        let twin = store::people::NewPerson {
            national_id: NationalId::parse("1101798278").expect("an ID"),
            mobile: Mobile::parse("0501234567").expect("a mobile"),
            name: None,
            born_on: None,
            language: store::Language::Ar,
            branch: Some(world.branch),
            at,
        };
        let added = world
            .house
            .db
            .write(move |tx| Box::pin(async move { Ok::<_, Error>(store::people::insert(tx, &twin).await?) }));
        let other = added.await.expect("a twin");
        let seen = version(&world, &reference).await;
        let refused = close_match(&officer(&world), &reference, seen, agreeing()).await;
        assert!(matches!(refused, Err(Error::Unmatched(Unmatched::NotSettled(person))) if person == other));
        let settled = Match { rulings: vec![Ruling { other, likeness: Likeness::Related }], ..agreeing() };
        close_match(&officer(&world), &reference, seen, settled).await.expect("closed");
    }
}

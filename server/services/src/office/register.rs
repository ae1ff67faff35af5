//! The beneficiary enters the register, once the documents are complete (H6).

use domain::{HijriDate, Invalid, Reference, access::Action, registration::Registration, views::TimelineKind};
use store::{Tx, register as files, requests::Row};

use super::staff;
use crate::{
    Ctx, Error, Result,
    messages::Message,
    requests::{self, Move},
};

/// Registers the beneficiary and gives the number of their file. Who has a file keeps its number.
pub async fn register(ctx: &Ctx, reference: &Reference, seen: i64) -> Result<String> {
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let step = Move {
                reference: &reference,
                action: Action::Register,
                seen: Some(seen),
                leaves: Some(TimelineKind::Registered),
            };
            let mut row = requests::begin(&ctx, tx, &step).await?;
            let programme = requests::programme(tx, &row).await?;
            if !row.answers.missing_documents(&programme.documents).is_empty() {
                return Err(Error::field("documents", Invalid::FileMissing));
            }
            let registration = enter(&ctx, tx, &row).await?;
            let number = registration.file_number.clone();
            requests::advance(&mut row, |stage| stage.register(registration))?;
            let told = Message::Registered { reference: reference.clone() };
            requests::finish(&ctx, tx, &step, &mut row, Some(told)).await?;
            Ok(number)
        })
    })
    .await
}

/// Opens the person's file, or renews the one they have.
async fn enter(ctx: &Ctx, tx: &Tx, row: &Row) -> Result<Registration> {
    let days = requests::policy(tx, row).await?.renewal_days;
    let file = files::file_of_person(tx, row.person).await?;
    let known = file.is_some();
    let number = match file {
        Some(file) => file.number,
        None => new_number(ctx, tx).await?,
    };
    let registration = Registration::open(number, staff(ctx)?, ctx.now(), days);
    if known {
        files::renew(tx, row.person, registration.renew_by).await?;
    } else {
        files::open_file(tx, row.person, &registration.file_number, ctx.now(), registration.renew_by).await?;
    }
    Ok(registration)
}

/// `KB-` with the Hijri year and a number that starts anew each year, e.g. `KB-1448-00017`.
async fn new_number(ctx: &Ctx, tx: &Tx) -> Result<String> {
    let today = HijriDate::from_gregorian(ctx.today());
    let year = today.ok_or_else(|| Error::Internal("today is outside the Hijri table".to_owned()))?.year();
    let number = store::counters::next(tx, &format!("file:{year}")).await?;
    Ok(format!("KB-{year}-{number:05}"))
}

#[cfg(test)]
mod tests {
    use domain::{document::DocumentKind, request::StageKind};

    use super::*;
    use crate::{
        office::walk::{accepted, is_conflict, is_not_now, officer, referred, researcher, stage, version},
        testing::World,
    };

    #[tokio::test]
    async fn the_beneficiary_gets_a_number_for_life() {
        let world = World::new().await;
        let reference = accepted(&world).await;
        let seen = version(&world, &reference).await;
        let researcher = register(&researcher(&world), &reference, seen).await;
        assert!(matches!(researcher, Err(Error::Forbidden(Action::Register))));
        assert!(is_conflict(&register(&officer(&world), &reference, seen - 1).await));
        let number = register(&officer(&world), &reference, seen).await.expect("registered");
        assert_eq!(number, "KB-1448-00001");
        assert_eq!(stage(&world, &reference).await, StageKind::Registered);
        assert_eq!(world.messages("registered").await, 1);
        assert!(is_not_now(&register(&officer(&world), &reference, seen).await, Action::Register));

        let again = accepted(&world).await;
        let number = register(&officer(&world), &again, version(&world, &again).await).await;
        assert_eq!(number.expect("registered again"), "KB-1448-00001");
    }

    #[tokio::test]
    async fn nobody_is_registered_while_a_document_is_missing() {
        let world = World::new().await;
        let reference = accepted(&world).await;
        let lose = |row: &mut Row, _| {
            row.answers.take_back(DocumentKind::FamilyRecord);
            Ok(())
        };
        world.change(&reference, lose).await;
        let refused = register(&officer(&world), &reference, version(&world, &reference).await).await;
        assert!(matches!(refused, Err(Error::Field { field: "documents", why: Invalid::FileMissing })));
    }

    #[tokio::test]
    async fn nobody_is_registered_before_the_decision() {
        let world = World::new().await;
        let reference = referred(&world).await;
        let early = register(&officer(&world), &reference, version(&world, &reference).await).await;
        assert!(is_not_now(&early, Action::Register));
    }
}

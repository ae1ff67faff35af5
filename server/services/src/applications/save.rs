//! One section is answered, or answered anew.

use domain::{
    Reference,
    access::{Action, Relation},
    application::Answer,
    request::Gap,
};
use store::Tx;

use crate::{
    Ctx, Error, Result,
    requests::{self, Move},
};

use super::check;

/// Keeps the answers of one section. What was signed is void (H4), unless nothing changed; of a returned request only
/// the sections that were asked for may be answered anew (H2).
pub async fn save(ctx: &Ctx, reference: &Reference, seen: i64, answer: Answer) -> Result<()> {
    let (caller, reference) = (ctx.clone(), reference.clone());
    ctx.db().write(move |tx| Box::pin(async move { keep(&caller, tx, &reference, seen, answer).await })).await
}

async fn keep(ctx: &Ctx, tx: &Tx, reference: &Reference, seen: i64, answer: Answer) -> Result<()> {
    let step = Move { reference, action: Action::EditAnswers, seen: Some(seen), leaves: None };
    let mut row = requests::begin(ctx, tx, &step).await?;
    if !check::asked_for(&row.stage, Gap::Section { section: check::section(&answer) }) {
        return Err(Error::Forbidden(Action::EditAnswers));
    }
    let programme = requests::programme(tx, &row).await?;
    let person = store::people::find(tx, row.person).await?.ok_or(Error::NotFound)?;
    let answer = check::answer(answer, &programme, &person.national_id, ctx.today())?;
    let before = row.answers.hash();
    if let Answer::Identity(identity) = &answer {
        // What somebody else wrote is not known of the applicant before they signed it.
        if requests::relation(ctx, tx, &row).await? == Relation::Own {
            store::people::update_contact(tx, row.person, &identity.name, identity.born_on, ctx.now()).await?;
        }
        row.applicant_name = Some(identity.name.clone());
    }
    store::unfinished::forget(tx, row.id, Some(check::section(&answer))).await?;
    row.answers.put(answer);
    if row.answers.hash() == before {
        return Ok(());
    }
    requests::advance(&mut row, |stage| stage.edit(ctx.now()))?;
    requests::finish(ctx, tx, &step, &mut row, None).await
}

#[cfg(test)]
mod tests {
    use domain::{Invalid, NaiveDate, access::Role, application::Section, household::Household, request::NotNow};

    use super::*;
    use crate::testing::{World, answers};

    #[tokio::test]
    async fn a_section_is_kept_and_the_version_moves_on() {
        let world = World::new().await;
        let reference = world.started().await;
        save(&world.beneficiary(), &reference, 1, answers::identity()).await.expect("saved");
        let row = world.row(&reference).await;
        assert_eq!(row.version, 2);
        assert_eq!(row.applicant_name.map(|name| name.full()), Some("سارة محمد علي السالم".to_owned()));
    }

    #[tokio::test]
    async fn a_stale_page_changes_nothing() {
        let world = World::new().await;
        let reference = world.started().await;
        save(&world.beneficiary(), &reference, 1, answers::identity()).await.expect("saved");
        let stale = save(&world.beneficiary(), &reference, 1, answers::need()).await;
        assert!(matches!(stale, Err(Error::Conflict)));
        assert!(world.row(&reference).await.answers.need.is_none());
    }

    #[tokio::test]
    async fn editing_after_signing_voids_the_signature() {
        let world = World::new().await;
        let reference = world.signed().await;
        let row = world.row(&reference).await;
        let ctx = world.beneficiary();
        save(&ctx, &reference, row.version, answers::livelihood(2_500)).await.expect("the same again");
        assert!(world.row(&reference).await.stage.signature().is_some());
        save(&ctx, &reference, row.version, answers::livelihood(2_600)).await.expect("changed");
        assert!(world.row(&reference).await.stage.signature().is_none());
        let code = world.last_code().await;
        let sent = crate::applications::submit(&ctx, &reference, &code, "k").await;
        assert!(matches!(sent, Err(Error::NotNow(NotNow::Unsigned | NotNow::SignatureVoid))));
    }

    #[tokio::test]
    async fn strangers_staff_and_later_stages_change_nothing() {
        let world = World::new().await;
        let reference = world.started().await;
        let theirs = save(&world.stranger(), &reference, 1, answers::identity()).await;
        assert!(matches!(theirs, Err(Error::NotFound)));
        let officers = save(&world.staff(Role::RelationsOfficer), &reference, 1, answers::identity()).await;
        assert!(matches!(officers, Err(Error::NotFound)));
        let sent = world.submitted().await;
        let version = world.row(&sent).await.version;
        let late = save(&world.beneficiary(), &sent, version, answers::livelihood(1)).await;
        assert!(matches!(late, Err(Error::NotNow(NotNow::Stage { .. }))));
    }

    #[tokio::test]
    async fn of_a_returned_request_only_what_was_asked_for_changes() {
        let world = World::new().await;
        let reference = world.submitted().await;
        world.give_back(&reference, vec![Gap::Section { section: Section::Livelihood }]).await;
        let version = world.row(&reference).await.version;
        let ctx = world.beneficiary();
        let other = save(&ctx, &reference, version, answers::identity()).await;
        assert!(matches!(other, Err(Error::Forbidden(Action::EditAnswers))));
        save(&ctx, &reference, version, answers::livelihood(1_900)).await.expect("asked for");
    }

    #[tokio::test]
    async fn what_cannot_be_is_refused_by_field() {
        let world = World::new().await;
        let reference = world.started().await;
        let ctx = world.beneficiary();
        let tomorrow = ctx.today().succ_opt().expect("tomorrow");
        let refused = |answer: Answer| {
            let (ctx, reference) = (ctx.clone(), reference.clone());
            async move { save(&ctx, &reference, 1, answer).await }
        };
        let mut short = answers::identity_facts();
        short.name.grandfather = None;
        let few = refused(Answer::Identity(short)).await;
        assert!(matches!(few, Err(Error::Field { field: "name_father", why: Invalid::NameTooFewParts })));
        let mut unborn = answers::identity_facts();
        unborn.born_on = tomorrow;
        let future = refused(Answer::Identity(unborn)).await;
        assert!(matches!(future, Err(Error::Field { field: "born", why: Invalid::DateInFuture })));
        let mut unpaid = answers::need_facts();
        unpaid.iban = None;
        let no_iban = refused(Answer::Need(unpaid)).await;
        assert!(matches!(no_iban, Err(Error::Field { field: "iban", why: Invalid::Missing })));
        let crowd = answers::household_of(Household::MOST + 1, NaiveDate::from_ymd_opt(2010, 1, 1).expect("date"));
        let many = refused(crowd).await;
        assert!(matches!(many, Err(Error::Field { field: "member_name", why: Invalid::TooMany { .. } })));
        assert_eq!(world.row(&reference).await.version, 1);
    }
}

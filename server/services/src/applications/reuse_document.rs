//! A document given once serves again (H2): the application takes the one in the safe, the file is not copied.

use domain::{
    DocumentId, Reference,
    access::{Action, Relation},
    document::DocumentKind,
    request::Gap,
};
use store::Tx;

use super::check;
use crate::{
    Ctx, Error, Result, mydata,
    requests::{self, Move},
};

/// Uses a document the applicant gave earlier, in place of the former one of its kind. It must be theirs, of the kind
/// asked for, and count today. What was signed is void (H4); using it twice is once. Who makes the request for them
/// has no safe of theirs.
pub async fn reuse_document(ctx: &Ctx, reference: &Reference, kind: DocumentKind, id: DocumentId) -> Result<()> {
    let (caller, reference) = (ctx.clone(), reference.clone());
    ctx.db().write(move |tx| Box::pin(async move { take(&caller, tx, &reference, kind, id).await })).await
}

async fn take(ctx: &Ctx, tx: &Tx, reference: &Reference, kind: DocumentKind, id: DocumentId) -> Result<()> {
    let step = Move { reference, action: Action::EditAnswers, seen: None, leaves: None };
    let mut row = requests::begin(ctx, tx, &step).await?;
    let own = requests::relation(ctx, tx, &row).await? == Relation::Own;
    if !own || !check::asked_for(&row.stage, Gap::Document { kind }) {
        return Err(Error::Forbidden(Action::EditAnswers));
    }
    if row.answers.document(kind).is_some_and(|given| given.id == id) {
        return Ok(());
    }
    let programme = requests::programme(tx, &row).await?;
    let rule = check::rule(&programme, kind)?;
    let document = mydata::usable(ctx, tx, row.person, rule, id).await?;
    row.answers.give(document.given);
    requests::advance(&mut row, |stage| stage.edit(ctx.now()))?;
    requests::finish(ctx, tx, &step, &mut row, None).await
}

#[cfg(test)]
mod tests {
    use domain::{Invalid, request::StageKind};

    use super::*;
    use crate::{
        applications,
        testing::{World, pdf},
    };

    const PROOF: DocumentKind = DocumentKind::IncomeProof;
    const RECORD: DocumentKind = DocumentKind::FamilyRecord;

    async fn given(world: &World, reference: &Reference, kind: DocumentKind) -> DocumentId {
        world.row(reference).await.answers.document(kind).expect("given").id
    }

    /// A received request that was withdrawn, and a new application of the same person.
    async fn anew(world: &World) -> (Reference, Reference) {
        let first = world.submitted().await;
        let ctx = world.beneficiary();
        crate::status::withdraw(&ctx, &first, StageKind::Submitted).await.expect("withdrawn");
        (first, world.started().await)
    }

    #[tokio::test]
    async fn the_same_file_serves_the_next_application() {
        let world = World::new().await;
        let (first, second) = anew(&world).await;
        let (ctx, id) = (world.beneficiary(), given(&world, &first, PROOF).await);
        let offered = applications::sheet(&ctx, &second).await.expect("theirs").reusable;
        assert_eq!(offered.iter().map(|offer| offer.kind).collect::<Vec<_>>(), [RECORD, PROOF]);
        let files = world.stored_files();
        reuse_document(&ctx, &second, PROOF, id).await.expect("used");
        reuse_document(&ctx, &second, PROOF, id).await.expect("twice is once");
        assert_eq!(world.row(&second).await.version, 2);
        assert_eq!((given(&world, &second, PROOF).await, world.stored_files()), (id, files));
        let (_, bytes) = applications::open_document(&ctx, &second, id, 1).await.expect("opened");
        assert_eq!(bytes, pdf("income").bytes);
        let offered = applications::sheet(&ctx, &second).await.expect("theirs").reusable;
        assert_eq!(offered.iter().map(|offer| offer.kind).collect::<Vec<_>>(), [RECORD]);
    }

    #[tokio::test]
    async fn what_is_too_old_today_is_neither_offered_nor_taken() {
        let world = World::new().await;
        let (first, second) = anew(&world).await;
        let id = given(&world, &first, PROOF).await;
        world.pass_days(91);
        let ctx = world.beneficiary();
        let offered = applications::sheet(&ctx, &second).await.expect("theirs").reusable;
        assert_eq!(offered.iter().map(|offer| offer.kind).collect::<Vec<_>>(), [RECORD]);
        let old = reuse_document(&ctx, &second, PROOF, id).await;
        assert!(matches!(old, Err(Error::Field { field: "issued", why: Invalid::DateInPast })));
    }

    #[tokio::test]
    async fn another_persons_document_or_another_kind_is_not_there() {
        let world = World::new().await;
        let (first, second) = anew(&world).await;
        let id = given(&world, &first, PROOF).await;
        let theirs = applications::start(&world.stranger(), crate::testing::PROGRAMME, "k").await.expect("started");
        let stolen = reuse_document(&world.stranger(), &theirs, PROOF, id).await;
        assert!(matches!(stolen, Err(Error::NotFound)));
        assert!(applications::sheet(&world.stranger(), &theirs).await.expect("theirs").reusable.is_empty());
        assert!(matches!(reuse_document(&world.beneficiary(), &second, RECORD, id).await, Err(Error::NotFound)));
        let foreign = reuse_document(&world.stranger(), &second, PROOF, id).await;
        assert!(matches!(foreign, Err(Error::NotFound)));
    }

    #[tokio::test]
    async fn taking_one_from_the_safe_voids_the_signature() {
        let world = World::new().await;
        let (first, second) = anew(&world).await;
        let id = given(&world, &first, RECORD).await;
        world
            .change(&second, |row, at| {
                let signature = domain::signature::Signature::over(&row.answers, crate::testing::mark(), at);
                requests::advance(row, |stage| stage.sign(signature))
            })
            .await;
        reuse_document(&world.beneficiary(), &second, RECORD, id).await.expect("used");
        assert!(world.row(&second).await.stage.signature().is_none());
    }

    #[tokio::test]
    async fn a_received_request_takes_nothing_more() {
        let world = World::new().await;
        let reference = world.submitted().await;
        let id = given(&world, &reference, PROOF).await;
        let late = reuse_document(&world.beneficiary(), &reference, PROOF, id).await;
        assert!(matches!(late, Err(Error::NotNow(_))));
    }
}

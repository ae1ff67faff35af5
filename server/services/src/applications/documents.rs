//! Documents are given with an application, or taken back before it is sent.

use domain::{
    NaiveDate, Reference,
    access::Action,
    document::{DocumentKind, GivenDocument},
    request::{Gap, Stage},
};
use store::{Tx, documents::NewDocument};

use crate::{
    Ctx, Error, Result,
    files::{Accepted, shown_name},
    requests::{self, Move},
};

use super::check;

/// Adds a document in place of the former one of its kind and gives its place in the answers. The file is stored and
/// synced first; if the write is then refused, the file is forgotten. What was signed is void (H4).
pub async fn add_document(
    ctx: &Ctx,
    reference: &Reference,
    kind: DocumentKind,
    issued_on: Option<NaiveDate>,
    file: Accepted,
    original_name: &str,
) -> Result<()> {
    let row = requests::find(ctx, ctx.db(), reference, Action::EditAnswers).await?;
    check_place(ctx, &row.stage, &requests::programme(ctx.db(), &row).await?, kind, issued_on)?;
    let key = hex::encode(ctx.random::<16>());
    ctx.house().files.put(&key, &file.bytes).await?;
    let new = NewDocument {
        person: row.person,
        request: Some(row.id),
        kind,
        file_key: key.clone(),
        original_name: shown_name(original_name),
        media: file.media,
        bytes: u64::try_from(file.bytes.len()).unwrap_or(u64::MAX),
        sha256: file.sha256,
        issued_on,
        given_at: ctx.now(),
    };
    let (caller, reference) = (ctx.clone(), reference.clone());
    let outcome = ctx.db().write(move |tx| Box::pin(async move { give(&caller, tx, &reference, &new).await })).await;
    if outcome.is_err() {
        ctx.house().files.forget(&key).await;
    }
    outcome
}

async fn give(ctx: &Ctx, tx: &Tx, reference: &Reference, new: &NewDocument) -> Result<()> {
    let step = Move { reference, action: Action::EditAnswers, seen: None, leaves: None };
    let mut row = requests::begin(ctx, tx, &step).await?;
    check_place(ctx, &row.stage, &requests::programme(tx, &row).await?, new.kind, new.issued_on)?;
    let id = store::documents::insert(tx, new).await?;
    row.answers.give(GivenDocument {
        id,
        kind: new.kind,
        issued_on: new.issued_on,
        media: new.media,
        bytes: new.bytes,
        sha256: new.sha256.clone(),
        given_at: new.given_at,
    });
    requests::advance(&mut row, Stage::edit)?;
    requests::finish(ctx, tx, &step, &mut row, None).await
}

/// Takes a document out of the answers. The file stays on record. Taking back what is not there changes nothing.
pub async fn remove_document(ctx: &Ctx, reference: &Reference, kind: DocumentKind) -> Result<()> {
    let (caller, reference) = (ctx.clone(), reference.clone());
    ctx.db().write(move |tx| Box::pin(async move { take_back(&caller, tx, &reference, kind).await })).await
}

async fn take_back(ctx: &Ctx, tx: &Tx, reference: &Reference, kind: DocumentKind) -> Result<()> {
    let step = Move { reference, action: Action::EditAnswers, seen: None, leaves: None };
    let mut row = requests::begin(ctx, tx, &step).await?;
    if !check::asked_for(&row.stage, Gap::Document { kind }) {
        return Err(Error::Forbidden(Action::EditAnswers));
    }
    if row.answers.document(kind).is_none() {
        return Ok(());
    }
    row.answers.take_back(kind);
    requests::advance(&mut row, Stage::edit)?;
    requests::finish(ctx, tx, &step, &mut row, None).await
}

/// May this document be given now?
fn check_place(
    ctx: &Ctx,
    stage: &Stage,
    programme: &domain::programme::ProgrammeSpec,
    kind: DocumentKind,
    issued_on: Option<NaiveDate>,
) -> Result<()> {
    if !check::asked_for(stage, Gap::Document { kind }) {
        return Err(Error::Forbidden(Action::EditAnswers));
    }
    check::issued(check::rule(programme, kind)?, issued_on, ctx.today())
}

#[cfg(test)]
mod tests {
    use domain::{Invalid, TimeDelta, application::Section};

    use super::*;
    use crate::testing::{World, pdf};

    const PAPER: DocumentKind = DocumentKind::FamilyRecord;

    #[tokio::test]
    async fn a_new_document_takes_the_place_of_the_former() {
        let world = World::new().await;
        let reference = world.started().await;
        let ctx = world.beneficiary();
        add_document(&ctx, &reference, PAPER, None, pdf("one"), "a.pdf").await.expect("given");
        add_document(&ctx, &reference, PAPER, None, pdf("two"), "b.pdf").await.expect("given");
        let answers = world.row(&reference).await.answers;
        assert_eq!(answers.documents.len(), 1);
        assert_eq!(answers.documents[0].sha256, pdf("two").sha256);
        remove_document(&ctx, &reference, PAPER).await.expect("taken back");
        remove_document(&ctx, &reference, PAPER).await.expect("twice is once");
        assert!(world.row(&reference).await.answers.documents.is_empty());
    }

    #[tokio::test]
    async fn nothing_is_left_of_a_refused_document() {
        let world = World::new().await;
        let reference = world.started().await;
        let ctx = world.beneficiary();
        let unasked = add_document(&ctx, &reference, DocumentKind::DivorceDeed, None, pdf("x"), "x.pdf").await;
        assert!(matches!(unasked, Err(Error::Field { field: "file", why: Invalid::Choice })));
        let undated = add_document(&ctx, &reference, DocumentKind::IncomeProof, None, pdf("x"), "x.pdf").await;
        assert!(matches!(undated, Err(Error::Field { field: "issued", why: Invalid::Missing })));
        let tomorrow = Some(ctx.today() + TimeDelta::days(1));
        let early = add_document(&ctx, &reference, DocumentKind::IncomeProof, tomorrow, pdf("x"), "x.pdf").await;
        assert!(matches!(early, Err(Error::Field { field: "issued", why: Invalid::DateInFuture })));
        let theirs = add_document(&world.stranger(), &reference, PAPER, None, pdf("x"), "x.pdf").await;
        assert!(matches!(theirs, Err(Error::NotFound)));
        assert_eq!(world.stored_files(), 0);
        assert_eq!(world.row(&reference).await.version, 1);
    }

    #[tokio::test]
    async fn a_request_that_was_sent_takes_no_more_documents() {
        let world = World::new().await;
        let reference = world.submitted().await;
        let files = world.stored_files();
        let late = add_document(&world.beneficiary(), &reference, PAPER, None, pdf("x"), "x.pdf").await;
        assert!(matches!(late, Err(Error::NotNow(_))));
        assert_eq!(world.stored_files(), files);
    }

    #[tokio::test]
    async fn of_a_returned_request_only_the_paper_asked_for_changes() {
        let world = World::new().await;
        let reference = world.submitted().await;
        world.give_back(&reference, vec![Gap::Document { kind: PAPER }]).await;
        let ctx = world.beneficiary();
        let day = Some(ctx.today());
        let other = add_document(&ctx, &reference, DocumentKind::IncomeProof, day, pdf("x"), "x.pdf").await;
        assert!(matches!(other, Err(Error::Forbidden(Action::EditAnswers))));
        add_document(&ctx, &reference, PAPER, None, pdf("x"), "x.pdf").await.expect("asked for");
    }

    #[tokio::test]
    async fn asking_for_the_documents_asks_for_each_of_them() {
        let world = World::new().await;
        let reference = world.submitted().await;
        world.give_back(&reference, vec![Gap::Section { section: Section::Documents }]).await;
        add_document(&world.beneficiary(), &reference, PAPER, None, pdf("x"), "x.pdf").await.expect("asked for");
    }
}

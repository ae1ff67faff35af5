//! A page is taken out of a document.

use domain::{Reference, access::Action, document::DocumentKind};
use store::Tx;

use super::pages;
use crate::{
    Ctx, Result,
    requests::{self, Move},
};

/// Takes a page out; with the only page goes the document. The file stays on record. What was signed is void (H4). A
/// page that is not there any more was taken out before: nothing changes.
pub async fn remove_page(ctx: &Ctx, reference: &Reference, kind: DocumentKind, sha256: &str) -> Result<()> {
    let (caller, reference, sha256) = (ctx.clone(), reference.clone(), sha256.to_owned());
    ctx.db().write(move |tx| Box::pin(async move { take_out(&caller, tx, &reference, kind, &sha256).await })).await
}

async fn take_out(ctx: &Ctx, tx: &Tx, reference: &Reference, kind: DocumentKind, sha256: &str) -> Result<()> {
    let step = Move { reference, action: Action::EditAnswers, seen: None, leaves: None };
    let mut row = requests::begin(ctx, tx, &step).await?;
    pages::check_open(&row.stage, kind)?;
    let Some(given) = row.answers.document(kind).filter(|given| given.pages.holds(sha256)) else { return Ok(()) };
    match given.pages.clone().without(sha256) {
        None => row.answers.take_back(kind),
        Some(left) => {
            let id = pages::own(tx, &mut row, kind).await?;
            store::pages::leave(tx, id, sha256, ctx.now()).await?;
            if let Some(given) = row.answers.document_mut(kind) {
                given.pages = left;
            }
        }
    }
    requests::advance(&mut row, |stage| stage.edit(ctx.now()))?;
    requests::finish(ctx, tx, &step, &mut row, None).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        applications::{open_document, remove_document, reuse_document},
        testing::{World, pdf},
    };
    use domain::request::StageKind;

    const PAPER: DocumentKind = DocumentKind::FamilyRecord;

    #[tokio::test]
    async fn a_page_goes_once_and_the_last_takes_the_document_with_it() {
        let world = World::new().await;
        let reference = world.started().await;
        let ctx = world.beneficiary();
        for content in ["one", "two"] {
            world.give(&reference, PAPER, content).await;
        }
        for _ in 0..2 {
            remove_page(&ctx, &reference, PAPER, &pdf("one").sha256).await.expect("twice is once");
        }
        let row = world.row(&reference).await;
        assert_eq!(row.version, 4);
        assert_eq!(row.answers.documents[0].pages.first().sha256, pdf("two").sha256);
        remove_page(&ctx, &reference, PAPER, &pdf("two").sha256).await.expect("taken out");
        assert!(world.row(&reference).await.answers.documents.is_empty());
        remove_page(&ctx, &reference, PAPER, &pdf("two").sha256).await.expect("nothing is there");
        assert_eq!(world.stored_files(), 2, "what was given stays on record");
    }

    #[tokio::test]
    async fn a_document_from_the_safe_is_changed_here_and_nowhere_else() {
        let world = World::new().await;
        let first = world.submitted().await;
        let ctx = world.beneficiary();
        crate::status::withdraw(&ctx, &first, StageKind::Submitted).await.expect("withdrawn");
        let signed = world.row(&first).await.answers;
        let id = signed.document(PAPER).expect("given").id;
        let second = world.started().await;
        reuse_document(&ctx, &second, PAPER, id).await.expect("used");
        world.give(&second, PAPER, "another page").await;
        remove_page(&ctx, &second, PAPER, &pdf("family").sha256).await.expect("taken out");
        let here = world.row(&second).await.answers.document(PAPER).cloned().expect("given");
        assert_ne!(here.id, id);
        let (_, bytes) = open_document(&ctx, &second, here.id, 1).await.expect("opened");
        assert_eq!(bytes, pdf("another page").bytes);
        assert_eq!(world.row(&first).await.answers, signed);
        let (_, bytes) = open_document(&ctx, &first, id, 1).await.expect("opened");
        assert_eq!(bytes, pdf("family").bytes);
        remove_document(&ctx, &second, PAPER).await.expect("taken back");
    }
}

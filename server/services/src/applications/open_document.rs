//! A page of a document of a request is opened, by its applicant or by those who handle the request.

use domain::{
    DocumentId, Reference,
    access::{Action, Actor},
    document::{MediaType, Page},
};
use sha2::{Digest, Sha256};
use store::documents::Document;

use crate::{Ctx, Error, Result, files, requests};

/// The file of a document's page, by its number from 1, for whoever may see the request: its applicant, staff and the committee. A visitor who opened
/// the request with its reference and a code sees its status, not its papers. What the applicant took back is not shown.
pub async fn open_document(
    ctx: &Ctx,
    reference: &Reference,
    id: DocumentId,
    page: usize,
) -> Result<(MediaType, Vec<u8>)> {
    if matches!(ctx.actor(), Actor::Tracker { .. }) {
        return Err(Error::NotFound);
    }
    let row = requests::find(ctx, ctx.db(), reference, Action::View).await?;
    let given = requests::papers(&row).find(|given| given.id == id).ok_or(Error::NotFound)?;
    // As the answers name it: what was signed is opened, whatever became of the document since.
    let page = given.pages.number(page).ok_or(Error::NotFound)?;
    let document = store::documents::find(ctx.db(), id).await?.ok_or(Error::NotFound)?;
    Ok((page.media, file(ctx, &document, page).await?))
}

/// A small picture of a page, to tell one from another on a slow line. A PDF has none.
pub async fn small_page(ctx: &Ctx, reference: &Reference, id: DocumentId, page: usize) -> Result<(MediaType, Vec<u8>)> {
    let (media, bytes) = open_document(ctx, reference, id, page).await?;
    let small = files::look(move || files::small(media, &bytes)).await?;
    small.map_err(|_| Error::NotFound)
}

/// The file of a page, if it is still the one that was given.
pub(crate) async fn file(ctx: &Ctx, document: &Document, page: &Page) -> Result<Vec<u8>> {
    let stored = document.file(&page.sha256).ok_or(Error::NotFound)?;
    let bytes = ctx.house().files.get(&stored.file_key).await?;
    if hex::encode(Sha256::digest(&bytes)) != page.sha256 {
        let id = document.given.id;
        return Err(Error::Internal(format!("a page of document {id} is not the one that was given")));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use domain::{access::Role, document::DocumentKind};

    use super::*;
    use crate::testing::{World, pdf};

    #[tokio::test]
    async fn who_may_see_the_request_opens_its_papers() {
        let world = World::new().await;
        let reference = world.submitted().await;
        let row = world.row(&reference).await;
        let id = row.answers.document(DocumentKind::FamilyRecord).expect("given").id;
        let (media, bytes) = open_document(&world.beneficiary(), &reference, id, 1).await.expect("own");
        assert_eq!((media, bytes), (MediaType::Pdf, pdf("family").bytes));
        open_document(&world.staff(Role::RelationsOfficer), &reference, id, 1).await.expect("officer");
        for refused in [
            world.stranger(),
            world.staff(Role::SystemAdministrator),
            world.staff(Role::CommitteeMember),
            world.acting_as(Actor::Tracker { request: row.id }),
        ] {
            assert!(matches!(open_document(&refused, &reference, id, 1).await, Err(Error::NotFound)));
        }
        assert!(matches!(open_document(&world.visitor(), &reference, id, 1).await, Err(Error::NotSignedIn)));
    }

    #[tokio::test]
    async fn every_page_has_its_number_and_there_are_no_others() {
        let world = World::new().await;
        let reference = world.drafted().await;
        world.give(&reference, DocumentKind::FamilyRecord, "the back").await;
        let id = world.row(&reference).await.answers.document(DocumentKind::FamilyRecord).expect("given").id;
        let ctx = world.beneficiary();
        for (page, content) in [(1, "family"), (2, "the back")] {
            assert_eq!(open_document(&ctx, &reference, id, page).await.expect("opened").1, pdf(content).bytes);
        }
        for page in [0, 3] {
            assert!(matches!(open_document(&ctx, &reference, id, page).await, Err(Error::NotFound)));
        }
    }

    #[tokio::test]
    async fn a_paper_of_another_request_is_not_opened() {
        let world = World::new().await;
        let reference = world.submitted().await;
        let id = world.row(&reference).await.answers.documents[0].id;
        let theirs =
            crate::applications::start(&world.stranger(), crate::testing::PROGRAMME, "k").await.expect("started");
        assert!(matches!(open_document(&world.stranger(), &theirs, id, 1).await, Err(Error::NotFound)));
    }
}

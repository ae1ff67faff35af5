//! A document of a request is opened, by its applicant or by those who handle the request.

use domain::{
    DocumentId, Reference,
    access::{Action, Actor},
    document::MediaType,
};
use sha2::{Digest, Sha256};

use crate::{Ctx, Error, Result, requests};

/// The file of a document, for whoever may see the request: its applicant, staff and the committee. A visitor who opened
/// the request with its reference and a code sees its status, not its papers. What the applicant took back is not shown.
pub async fn open_document(ctx: &Ctx, reference: &Reference, id: DocumentId) -> Result<(MediaType, Vec<u8>)> {
    if matches!(ctx.actor(), Actor::Tracker { .. }) {
        return Err(Error::NotFound);
    }
    let row = requests::find(ctx, ctx.db(), reference, Action::View).await?;
    let given = row.answers.documents.iter().find(|given| given.id == id).ok_or(Error::NotFound)?;
    let document = store::documents::find(ctx.db(), id).await?.ok_or(Error::NotFound)?;
    let bytes = ctx.house().files.get(&document.file_key).await?;
    if hex::encode(Sha256::digest(&bytes)) != given.sha256 {
        return Err(Error::Internal(format!("the file of document {id} is not the one that was given")));
    }
    Ok((given.media, bytes))
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
        let (media, bytes) = open_document(&world.beneficiary(), &reference, id).await.expect("own");
        assert_eq!((media, bytes), (MediaType::Pdf, pdf("family").bytes));
        open_document(&world.staff(Role::RelationsOfficer), &reference, id).await.expect("officer");
        for refused in [
            world.stranger(),
            world.staff(Role::SystemAdministrator),
            world.staff(Role::CommitteeMember),
            world.acting_as(Actor::Tracker { request: row.id }),
        ] {
            assert!(matches!(open_document(&refused, &reference, id).await, Err(Error::NotFound)));
        }
        assert!(matches!(open_document(&world.visitor(), &reference, id).await, Err(Error::NotSignedIn)));
    }

    #[tokio::test]
    async fn a_paper_of_another_request_is_not_opened() {
        let world = World::new().await;
        let reference = world.submitted().await;
        let id = world.row(&reference).await.answers.documents[0].id;
        let theirs =
            crate::applications::start(&world.stranger(), crate::testing::PROGRAMME, "k").await.expect("started");
        assert!(matches!(open_document(&world.stranger(), &theirs, id).await, Err(Error::NotFound)));
    }
}

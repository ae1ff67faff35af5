//! What adding, turning and taking out a page share: its file, and the document as this request may change it.

use domain::{
    DocumentId,
    access::Action,
    document::DocumentKind,
    request::{Gap, Stage},
};
use store::{Tx, pages::NewPage, requests::Row};

use super::check;
use crate::{
    Ctx, Error, Result,
    files::{Accepted, shown_name},
};

/// Stores the file of a page, before the row that names it.
pub(crate) async fn store(ctx: &Ctx, name: &str, file: Accepted) -> Result<NewPage> {
    let page = NewPage {
        file_key: hex::encode(ctx.random::<16>()),
        original_name: shown_name(name),
        media: file.media,
        bytes: u64::try_from(file.bytes.len()).unwrap_or(u64::MAX),
        sha256: file.sha256,
        given_at: ctx.now(),
    };
    ctx.house().files.put(&page.file_key, &file.bytes).await?;
    Ok(page)
}

/// May the documents of this kind be changed now? Of a returned request only what was asked for (H2).
pub(super) fn check_open(stage: &Stage, kind: DocumentKind) -> Result<()> {
    if check::asked_for(stage, Gap::Document { kind }) { Ok(()) } else { Err(Error::Forbidden(Action::EditAnswers)) }
}

/// The document of a kind in the answers, this request's own. One that came from another request is copied first, page
/// by page, so that what was signed there stays as it was signed.
pub(super) async fn own(tx: &Tx, row: &mut Row, kind: DocumentKind) -> Result<DocumentId> {
    let request = row.id;
    let given = row.answers.document_mut(kind).ok_or(Error::NotFound)?;
    let document = store::documents::find(tx, given.id).await?.ok_or(Error::NotFound)?;
    if document.request != Some(request) {
        given.id = store::documents::copy(tx, &document, given, request).await?;
    }
    Ok(given.id)
}

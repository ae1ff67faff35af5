//! What adding, turning and taking out a page share: the document as this request may change it.

use domain::{
    DocumentId,
    access::Action,
    document::DocumentKind,
    request::{Gap, Stage},
};
use store::{Tx, requests::Row};

use super::check;
use crate::{Error, Result};

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

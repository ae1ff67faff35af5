//! What is done with one page of a document: turned, or taken out. Back to the document it belongs to.

use domain::{Reference, document::DocumentKind};
use services::{Ctx, applications};

use super::{documents::anchor, documents_form, posts::document_kind};
use crate::{
    form::{Problem, Values},
    posts::{Form, Next, Place, PostRouter, form},
};

pub fn forms(router: PostRouter) -> PostRouter {
    form::<TakeOutPage>(form::<TurnPage>(router))
}

/// The document on its page.
pub fn to_document(reference: &Reference, kind: DocumentKind) -> Next {
    Next::to(format!("/apply/{reference}/documents#{}", anchor(kind)))
}

struct TurnPage;

impl Form for TurnPage {
    const PATH: &'static str = "/apply/{reference}/documents/{kind}/turn";
    const PAGE: &'static str = "/apply/{reference}/documents";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let (reference, kind) = (place.get("reference")?, document_kind(&place)?);
        let turned = applications::turn_page(&ctx, &reference, kind, values.get("page")).await;
        turned.map_err(|error| documents_form::named(error.into(), kind))?;
        Ok(to_document(&reference, kind))
    }
}

struct TakeOutPage;

impl Form for TakeOutPage {
    const PATH: &'static str = "/apply/{reference}/documents/{kind}/take-out";
    const PAGE: &'static str = "/apply/{reference}/documents";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let (reference, kind) = (place.get("reference")?, document_kind(&place)?);
        applications::remove_page(&ctx, &reference, kind, values.get("page")).await?;
        Ok(to_document(&reference, kind))
    }
}

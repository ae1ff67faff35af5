//! The forms of an application.

use domain::{
    DocumentId, Reference,
    application::{Answer, Section},
    document::DocumentKind,
};
use services::{Ctx, applications};

use super::{
    code::AGAIN,
    declare_form, documents_form, household_form,
    household_rows::{self, Press, field_id},
    identity_form, keep_post, livelihood_form, need_form, page_posts, upload_post, words,
};
use crate::{
    form::{Problem, Values},
    posts::{Form, Next, Place, PostRouter, form},
};

/// Every form of the area.
pub fn forms(router: PostRouter) -> PostRouter {
    let router = form::<Start>(router);
    let router = form::<SaveIdentity>(router);
    let router = form::<SaveHousehold>(router);
    let router = form::<SaveLivelihood>(router);
    let router = form::<SaveNeed>(router);
    let router = form::<RemoveDocument>(router);
    let router = form::<UseDocument>(router);
    let router = page_posts::forms(router);
    let router = form::<Declare>(router);
    let router = form::<Send>(router);
    let router = form::<SendCodeAgain>(router);
    keep_post::route(upload_post::route(router))
}

struct Start;

impl Form for Start {
    const PATH: &'static str = "/programmes/{slug}/start";
    const PAGE: &'static str = "/programmes/{slug}";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let slug: String = place.get("slug")?;
        let reference = applications::start(&ctx, &slug, values.get("once")).await?;
        Ok(Next::to(format!("/apply/{reference}")))
    }
}

/// Keeps a section and goes on: to the task list, or back to the answers that were being checked.
async fn keep(ctx: &Ctx, place: &Place, values: &Values, answer: Answer) -> Result<Next, Problem> {
    let reference: Reference = place.get("reference")?;
    // A form without its version is as stale as can be.
    let seen = values.get("version").parse().unwrap_or(0);
    applications::save(ctx, &reference, seen, answer).await?;
    let rest = if values.get("back") == "check" { "/check" } else { "" };
    Ok(Next::to(format!("/apply/{reference}{rest}")))
}

struct SaveIdentity;

impl Form for SaveIdentity {
    const PATH: &'static str = "/apply/{reference}/identity";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let answer = Answer::Identity(identity_form::read(&values)?);
        keep(&ctx, &place, &values, answer).await
    }
}

struct SaveHousehold;

impl Form for SaveHousehold {
    const PATH: &'static str = "/apply/{reference}/household";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let press = household_rows::press(&values);
        if press != Press::Save {
            return keep_rows(&ctx, &place, &values, press).await;
        }
        let answer = Answer::Household(household_form::read(&values)?);
        keep(&ctx, &place, &values, answer).await
    }
}

/// A row more or less: what was typed is kept and the page is opened again, so that back and refresh stay harmless.
async fn keep_rows(ctx: &Ctx, place: &Place, values: &Values, press: Press) -> Result<Next, Problem> {
    let reference: Reference = place.get("reference")?;
    let rows = household_rows::rows(values);
    let at = match press {
        Press::Remove(row) => row.saturating_sub(1),
        Press::Add | Press::Save => rows.len().saturating_sub(1),
    };
    let typed = household_rows::typed_as(values.get("tenure"), &rows);
    applications::keep_unfinished(ctx, &reference, Section::Household, typed).await?;
    let field = field_id("member_name", at);
    Ok(Next::to(format!("/apply/{reference}/{}?row={at}#{field}", Section::Household.slug())))
}

struct SaveLivelihood;

impl Form for SaveLivelihood {
    const PATH: &'static str = "/apply/{reference}/livelihood";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let answer = Answer::Livelihood(livelihood_form::read(&values)?);
        keep(&ctx, &place, &values, answer).await
    }
}

struct SaveNeed;

impl Form for SaveNeed {
    const PATH: &'static str = "/apply/{reference}/need";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        let sheet = applications::sheet(&ctx, &reference).await?;
        let answer = Answer::Need(need_form::read(&values, &sheet.programme)?);
        keep(&ctx, &place, &values, answer).await
    }
}

struct RemoveDocument;

impl Form for RemoveDocument {
    const PATH: &'static str = "/apply/{reference}/documents/{kind}/remove";
    const PAGE: &'static str = "/apply/{reference}/documents";

    async fn submit(ctx: Ctx, place: Place, _: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        let kind = document_kind(&place)?;
        applications::remove_document(&ctx, &reference, kind).await?;
        Ok(Next::to(format!("/apply/{reference}/{}", Section::Documents.slug())))
    }
}

struct UseDocument;

impl Form for UseDocument {
    const PATH: &'static str = "/apply/{reference}/documents/{kind}/use";
    const PAGE: &'static str = "/apply/{reference}/documents";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        let kind = document_kind(&place)?;
        let id: DocumentId = values.get("document").parse().map_err(|_| Problem::App(crate::AppError::NotFound))?;
        let used = applications::reuse_document(&ctx, &reference, kind, id).await;
        used.map_err(|error| documents_form::named(error.into(), kind))?;
        Ok(Next::to(format!("/apply/{reference}/{}", Section::Documents.slug())))
    }
}

/// The kind of document an address names.
pub fn document_kind(place: &Place) -> Result<DocumentKind, Problem> {
    let slug: String = place.get("kind")?;
    words::choice(&slug).map_err(|_| Problem::App(crate::AppError::NotFound))
}

struct Declare;

impl Form for Declare {
    const PATH: &'static str = "/apply/{reference}/declare";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        let mark = declare_form::read(&values)?;
        let seen = values.get("version").parse().unwrap_or(0);
        applications::sign(&ctx, &reference, seen, true, mark).await?;
        Ok(Next::to(format!("/apply/{reference}/code")))
    }
}

struct Send;

impl Form for Send {
    const PATH: &'static str = "/apply/{reference}/code";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        applications::submit(&ctx, &reference, values.get("code"), values.get("once")).await?;
        Ok(Next::to(format!("/apply/{reference}/done")))
    }
}

struct SendCodeAgain;

impl Form for SendCodeAgain {
    const PATH: &'static str = "/apply/{reference}/code/again";
    const PAGE: &'static str = "/apply/{reference}/code";
    const NAME: &'static str = AGAIN;

    async fn submit(ctx: Ctx, place: Place, _: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        applications::send_code_again(&ctx, &reference).await?;
        Ok(Next::to(format!("/apply/{reference}/code")))
    }
}

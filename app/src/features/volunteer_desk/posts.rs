//! What the forms of the coordinator's desk do.

use domain::{Reference, ShiftId, volunteer::Slug};
use services::{Ctx, volunteers};

use super::forms as read;
use crate::{
    features::office::forms::version,
    form::{Problem, Values},
    posts::{Form, Next, Place, PostRouter, form},
};

pub fn forms(router: PostRouter) -> PostRouter {
    let router = form::<Accept>(router);
    let router = form::<Decline>(router);
    let router = form::<Certify>(router);
    let router = form::<Create>(router);
    let router = form::<Change>(router);
    let router = form::<AddShift>(router);
    let router = form::<RemoveShift>(router);
    form::<ConfirmHours>(router)
}

/// The page of an application.
fn application(reference: &Reference) -> Next {
    Next::to(format!("/office/volunteers/applications/{reference}"))
}

/// The page of an opportunity.
fn opportunity(slug: &Slug) -> Next {
    Next::to(format!("/office/volunteers/opportunities/{slug}"))
}

struct Accept;

impl Form for Accept {
    const PATH: &'static str = "/office/volunteers/applications/{reference}/accept";
    const PAGE: &'static str = "/office/volunteers/applications/{reference}";
    const NAME: &'static str = "answer";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        volunteers::accept(&ctx, &reference, version(&values)?).await?;
        Ok(application(&reference))
    }
}

struct Decline;

impl Form for Decline {
    const PATH: &'static str = "/office/volunteers/applications/{reference}/decline";
    const PAGE: &'static str = "/office/volunteers/applications/{reference}";
    const NAME: &'static str = "answer";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        let (seen, reason) = (version(&values)?, read::reason(&values)?);
        volunteers::decline(&ctx, &reference, seen, reason).await?;
        Ok(application(&reference))
    }
}

struct Certify;

impl Form for Certify {
    const PATH: &'static str = "/office/volunteers/applications/{reference}/certificate";
    const PAGE: &'static str = "/office/volunteers/applications/{reference}";
    const NAME: &'static str = "answer";

    async fn submit(ctx: Ctx, place: Place, _: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        volunteers::certify(&ctx, &reference).await?;
        Ok(application(&reference))
    }
}

struct Create;

impl Form for Create {
    const PATH: &'static str = "/office/volunteers/opportunities/new";
    const NAME: &'static str = "plan";

    async fn submit(ctx: Ctx, _: Place, values: Values) -> Result<Next, Problem> {
        let slug = volunteers::create(&ctx, read::plan(&values)?, values.get("once")).await?;
        Ok(opportunity(&slug))
    }
}

struct Change;

impl Form for Change {
    const PATH: &'static str = "/office/volunteers/opportunities/{slug}";
    const NAME: &'static str = "plan";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let slug: Slug = place.get("slug")?;
        volunteers::change(&ctx, &slug, version(&values)?, read::plan(&values)?).await?;
        Ok(opportunity(&slug))
    }
}

struct AddShift;

impl Form for AddShift {
    const PATH: &'static str = "/office/volunteers/opportunities/{slug}/shifts";
    const PAGE: &'static str = "/office/volunteers/opportunities/{slug}";
    const NAME: &'static str = "shift";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let slug: Slug = place.get("slug")?;
        volunteers::add_shift(&ctx, &slug, read::shift(&values)?).await?;
        Ok(opportunity(&slug))
    }
}

struct RemoveShift;

impl Form for RemoveShift {
    const PATH: &'static str = "/office/volunteers/opportunities/{slug}/shifts/{id}/remove";
    const PAGE: &'static str = "/office/volunteers/opportunities/{slug}";
    const NAME: &'static str = "shift";

    async fn submit(ctx: Ctx, place: Place, _: Values) -> Result<Next, Problem> {
        let (slug, id): (Slug, ShiftId) = (place.get("slug")?, place.get("id")?);
        volunteers::remove_shift(&ctx, &slug, id).await?;
        Ok(opportunity(&slug))
    }
}

struct ConfirmHours;

impl Form for ConfirmHours {
    const PATH: &'static str = "/office/volunteers/shifts/{id}";
    const NAME: &'static str = "attendance";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let id: ShiftId = place.get("id")?;
        let (seen, came) = (version(&values)?, read::attendance(&values)?);
        volunteers::confirm_hours(&ctx, id, seen, came).await?;
        Ok(Next::to(format!("/office/volunteers/shifts/{id}")))
    }
}

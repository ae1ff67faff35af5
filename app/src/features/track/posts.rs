//! The forms of an applicant's pages.

use domain::{Reference, request::StageKind};
use services::{Ctx, ratings::Door};

use super::{address, appeal_form, rate_form};
use crate::{
    form::{Problem, Values},
    posts::{Form, Next, Place, PostRouter, form},
};

struct Withdraw;

impl Form for Withdraw {
    const PATH: &'static str = "/my/requests/{reference}/withdraw";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        let seen = StageKind::from_slug(values.get("seen")).ok_or(Problem::App(crate::AppError::Conflict))?;
        services::status::withdraw(&ctx, &reference, seen).await?;
        Ok(Next::to(address(&reference)))
    }
}

struct Appeal;

impl Form for Appeal {
    const PATH: &'static str = "/my/requests/{reference}/appeal";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        let grounds = appeal_form::read(&values)?;
        services::status::appeal(&ctx, &reference, grounds).await?;
        Ok(Next::to(address(&reference)))
    }
}

struct EndRepresentation;

impl Form for EndRepresentation {
    const PATH: &'static str = "/my/requests/{reference}/end-representation";
    const PAGE: &'static str = "/my/requests/{reference}";

    async fn submit(ctx: Ctx, place: Place, _: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        services::status::end_representation(&ctx, &reference).await?;
        Ok(Next::to(address(&reference)))
    }
}

struct RateByLink;

impl Form for RateByLink {
    const PATH: &'static str = "/rate/{token}";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let token: String = place.get("token")?;
        let (level, comment) = rate_form::read(&values)?;
        services::ratings::rate(&ctx, Door::Link(token.clone()), level, comment).await?;
        Ok(Next::to(format!("/rate/{token}")))
    }
}

struct RateOwn;

impl Form for RateOwn {
    const PATH: &'static str = "/my/requests/{reference}/rate";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        let (level, comment) = rate_form::read(&values)?;
        services::ratings::rate(&ctx, Door::Own(reference.clone()), level, comment).await?;
        Ok(Next::to(format!("{}/rate", address(&reference))))
    }
}

pub fn forms(router: PostRouter) -> PostRouter {
    let router = form::<Withdraw>(router);
    let router = form::<Appeal>(router);
    let router = form::<EndRepresentation>(router);
    let router = form::<RateByLink>(router);
    form::<RateOwn>(router)
}

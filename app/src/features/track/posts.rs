//! The forms of an applicant's pages.

use domain::{LongText, Reference, request::StageKind};
use services::{
    Ctx,
    files::Attached,
    ratings::Door,
    status::{self, MOST_PAPERS},
};

use super::{address, rate_form};
use crate::{
    file_form::{FileForm, Sent, file_form},
    form::{Problem, Reading, Values},
    posts::{Form, Next, Place, PostRouter, form},
};

struct Withdraw;

impl Form for Withdraw {
    const PATH: &'static str = "/my/requests/{reference}/withdraw";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        let seen = StageKind::from_slug(values.get("seen")).ok_or(Problem::App(crate::AppError::Conflict))?;
        status::withdraw(&ctx, &reference, seen).await?;
        Ok(Next::to(address(&reference)))
    }
}

pub struct Appeal;

impl FileForm for Appeal {
    const PATH: &'static str = "/my/requests/{reference}/appeal";
    const MOST_FILES: usize = MOST_PAPERS;
    type Words = LongText;

    async fn admit(ctx: &Ctx, place: &Place) -> Result<(), Problem> {
        status::sheet(ctx, &place.get("reference")?).await?;
        Ok(())
    }

    fn read(values: &Values) -> Result<LongText, Problem> {
        let mut form = Reading::of(values);
        let grounds = form.field("grounds", LongText::parse);
        form.done(grounds)
    }

    async fn submit(ctx: Ctx, sent: Sent, grounds: LongText, files: Vec<Attached>) -> Result<Next, Problem> {
        let reference: Reference = sent.place.get("reference")?;
        status::appeal(&ctx, &reference, grounds, files).await?;
        Ok(Next::to(address(&reference)))
    }
}

struct EndRepresentation;

impl Form for EndRepresentation {
    const PATH: &'static str = "/my/requests/{reference}/end-representation";
    const PAGE: &'static str = "/my/requests/{reference}";

    async fn submit(ctx: Ctx, place: Place, _: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        status::end_representation(&ctx, &reference).await?;
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

struct RateContact;

impl Form for RateContact {
    const PATH: &'static str = "/contact/{reference}/rate";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        let (level, comment) = rate_form::read(&values)?;
        services::ratings::rate(&ctx, Door::Contact(reference.clone()), level, comment).await?;
        Ok(Next::to(format!("/contact/{reference}/rate")))
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
    let router = file_form::<Appeal>(router);
    let router = form::<EndRepresentation>(router);
    let router = form::<RateByLink>(router);
    let router = form::<RateContact>(router);
    form::<RateOwn>(router)
}

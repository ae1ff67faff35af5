//! What the forms of messages do.

use domain::message::Template;
use services::{
    Ctx,
    messages::{self, wording},
};

use crate::{
    form::{Problem, Values},
    posts::{Form, Next, Place, PostRouter, form},
};

pub fn forms(router: PostRouter) -> PostRouter {
    let router = form::<Stop>(router);
    let router = form::<Resume>(router);
    let router = form::<Save>(router);
    form::<Reset>(router)
}

struct Stop;

impl Form for Stop {
    const PATH: &'static str = "/stop/{token}";

    async fn submit(ctx: Ctx, place: Place, _: Values) -> Result<Next, Problem> {
        let token: String = place.get("token")?;
        messages::stop(&ctx, &token).await?;
        Ok(Next::to(format!("/stop/{token}")))
    }
}

struct Resume;

impl Form for Resume {
    const PATH: &'static str = "/stop/{token}/resume";
    const PAGE: &'static str = "/stop/{token}";

    async fn submit(ctx: Ctx, place: Place, _: Values) -> Result<Next, Problem> {
        let token: String = place.get("token")?;
        messages::resume(&ctx, &token).await?;
        Ok(Next::to(format!("/stop/{token}")))
    }
}

/// The message a form is about, its language, and the version that was seen.
fn about(place: &Place, values: &Values) -> Result<(Template, String, i64), Problem> {
    // A form without its version is as stale as can be.
    Ok((place.get("template")?, place.get("language")?, values.get("version").parse().unwrap_or(-1)))
}

struct Save;

impl Form for Save {
    const PATH: &'static str = "/office/messages/{template}/{language}";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let (template, language, seen) = about(&place, &values)?;
        if values.get("act") == "preview" {
            wording::sheet(&ctx, template, &language).await?;
            return Err(Problem::again());
        }
        wording::save(&ctx, template, &language, seen, values.get("body")).await?;
        Ok(Next::to(format!("/office/messages/{template}/{language}")))
    }
}

struct Reset;

impl Form for Reset {
    const PATH: &'static str = "/office/messages/{template}/{language}/reset";
    const PAGE: &'static str = "/office/messages/{template}/{language}";
    const NAME: &'static str = "reset";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let (template, language, seen) = about(&place, &values)?;
        wording::reset(&ctx, template, &language, seen).await?;
        Ok(Next::to(format!("/office/messages/{template}/{language}")))
    }
}

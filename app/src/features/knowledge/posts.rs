//! The forms of the editor.

use domain::{digits, knowledge::Slug};
use services::{Ctx, knowledge};

use super::{
    editor::{PREVIEW, PUBLISH},
    editor_address, editor_form,
};
use crate::{
    form::{Problem, Reading, Values},
    posts::{Form, Next, Place, PostRouter, form},
};

struct NewArticle;

impl Form for NewArticle {
    const PATH: &'static str = "/office/knowledge/new";
    const NAME: &'static str = "new";

    async fn submit(ctx: Ctx, _: Place, values: Values) -> Result<Next, Problem> {
        if values.get("act") == PREVIEW {
            return Err(Problem::again());
        }
        let (slug, edited) = editor_form::new(&values)?;
        let slug = knowledge::create(&ctx, slug, edited, values.get("once")).await?;
        Ok(done(&slug, "save"))
    }
}

struct Change;

impl Form for Change {
    const PATH: &'static str = "/office/knowledge/{slug}";
    const NAME: &'static str = "article";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        if values.get("act") == PREVIEW {
            return Err(Problem::again());
        }
        let slug: Slug = place.get("slug")?;
        let (version, edited) = editor_form::change(&values)?;
        if values.get("act") == PUBLISH {
            knowledge::publish(&ctx, &slug, version, edited).await?;
            return Ok(done(&slug, PUBLISH));
        }
        knowledge::save(&ctx, &slug, version, edited).await?;
        Ok(done(&slug, "save"))
    }
}

struct Withdraw;

impl Form for Withdraw {
    const PATH: &'static str = "/office/knowledge/{slug}/withdraw";
    const PAGE: &'static str = "/office/knowledge/{slug}";
    const NAME: &'static str = "withdraw";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let slug: Slug = place.get("slug")?;
        let mut form = Reading::of(&values);
        let version = form.field("version", |raw| digits::parse_integer(raw, 0, i64::MAX));
        knowledge::withdraw(&ctx, &slug, form.done(version)?).await?;
        Ok(done(&slug, "withdraw"))
    }
}

/// The editor's page of the article, saying what was done.
fn done(slug: &Slug, what: &str) -> Next {
    Next::to(format!("{}?done={what}", editor_address(slug)))
}

pub fn forms(router: PostRouter) -> PostRouter {
    let router = form::<NewArticle>(router);
    let router = form::<Change>(router);
    form::<Withdraw>(router)
}

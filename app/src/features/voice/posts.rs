//! What the forms of this area do; what arrives with files is in [`super::contact_post`].

use domain::{Reference, voice::FollowCode};
use services::{Ctx, voice};

use super::{contact_post::Contact, desk_form, settle_form};
use crate::{
    features::{
        account::door::{self, DoorForm, Keys},
        office::forms::version,
    },
    file_form::file_form,
    form::{Problem, Reading, Values},
    posts::{self, Form, Next, Place, PostRouter},
};

pub fn forms(router: PostRouter) -> PostRouter {
    let router = file_form::<Contact>(router);
    let router = door::form::<Follow>(router);
    let router = posts::form::<Settle>(router);
    let router = posts::form::<Take>(router);
    let router = posts::form::<Answer>(router);
    let router = posts::form::<Publish>(router);
    posts::form::<Withdraw>(router)
}

/// The matter a form is about, and the version it was made from.
fn about(place: &Place, values: &Values) -> Result<(Reference, i64), Problem> {
    Ok((place.get("reference")?, version(values)?))
}

/// The page of a matter, for who answers it.
fn folder(reference: &Reference) -> Next {
    Next::to(format!("/office/contact/{reference}"))
}

struct Follow;

impl DoorForm for Follow {
    const PATH: &'static str = "/contact/follow";
    const NAME: &'static str = "follow";

    async fn submit(ctx: Ctx, keys: Keys, values: Values) -> Result<Next, Problem> {
        let mut form = Reading::of(&values);
        let reference = form.field("reference", Reference::parse);
        let code = form.field("code", FollowCode::parse);
        let (reference, code) = form.done(reference.zip(code))?;
        let session = voice::follow(&ctx, &reference, &code).await?;
        keys.let_in(&ctx, &session, &values, format!("/contact/{reference}")).await
    }
}

struct Settle;

impl Form for Settle {
    const PATH: &'static str = "/contact/{reference}/settle";
    const NAME: &'static str = "settle";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let (reference, seen) = about(&place, &values)?;
        voice::settle(&ctx, &reference, seen, settle_form::read(&values)?).await?;
        Ok(Next::to(format!("/contact/{reference}")))
    }
}

struct Take;

impl Form for Take {
    const PATH: &'static str = "/office/contact/{reference}/take";
    const NAME: &'static str = "act";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let (reference, seen) = about(&place, &values)?;
        voice::take(&ctx, &reference, seen).await?;
        Ok(folder(&reference))
    }
}

struct Answer;

impl Form for Answer {
    const PATH: &'static str = "/office/contact/{reference}/answer";
    const NAME: &'static str = "answer";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let (reference, seen) = about(&place, &values)?;
        voice::answer(&ctx, &reference, seen, desk_form::answer(&values)?).await?;
        Ok(folder(&reference))
    }
}

struct Publish;

impl Form for Publish {
    const PATH: &'static str = "/office/contact/{reference}/publish";
    const NAME: &'static str = "publish";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let (reference, seen) = about(&place, &values)?;
        voice::publish(&ctx, &reference, seen, desk_form::publication(&values)?).await?;
        Ok(folder(&reference))
    }
}

struct Withdraw;

impl Form for Withdraw {
    const PATH: &'static str = "/office/contact/{reference}/withdraw";
    const NAME: &'static str = "act";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let (reference, seen) = about(&place, &values)?;
        voice::withdraw(&ctx, &reference, seen).await?;
        Ok(folder(&reference))
    }
}

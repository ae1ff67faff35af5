//! The forms of volunteering.

use domain::{ShiftId, access::Actor, volunteer::Slug};
use services::{Ctx, identity, volunteers};

use super::join_form;
use crate::{
    features::account::door::{self, DoorForm, Keys},
    form::{Problem, Values},
    posts::{Form, Next, Place, PostRouter, form},
};

pub fn forms(router: PostRouter) -> PostRouter {
    let router = door::form::<Join>(router);
    let router = form::<Take>(router);
    form::<Leave>(router)
}

/// Who is known joins at once; anybody else when their number has proven to be theirs.
struct Join;

impl DoorForm for Join {
    const PATH: &'static str = "/volunteer/{slug}/join";
    const NAME: &'static str = "join";

    async fn submit(ctx: Ctx, keys: Keys, values: Values) -> Result<Next, Problem> {
        let slug: Slug = keys.place.get("slug")?;
        if let Actor::Volunteer { .. } = ctx.actor() {
            let reference = volunteers::join(&ctx, join_form::read_known(slug, &values)?).await?;
            return Ok(Next::to(format!("/volunteer/mine?received={reference}")));
        }
        let (mobile, joining) = join_form::read(slug, &values)?;
        let token = identity::request_join_code(&ctx, &mobile, joining).await?;
        Ok(keys.wait_at("/volunteer/sign-in/code", &token, &Values::default()))
    }
}

struct Take;

impl Form for Take {
    const PATH: &'static str = "/volunteer/mine/shifts/{id}/take";
    const PAGE: &'static str = "/volunteer/mine";
    const NAME: &'static str = "shift";

    async fn submit(ctx: Ctx, place: Place, _: Values) -> Result<Next, Problem> {
        let id: ShiftId = place.get("id")?;
        volunteers::take(&ctx, id).await?;
        Ok(Next::to("/volunteer/mine"))
    }
}

struct Leave;

impl Form for Leave {
    const PATH: &'static str = "/volunteer/mine/shifts/{id}/leave";
    const PAGE: &'static str = "/volunteer/mine";
    const NAME: &'static str = "shift";

    async fn submit(ctx: Ctx, place: Place, _: Values) -> Result<Next, Problem> {
        let id: ShiftId = place.get("id")?;
        volunteers::leave(&ctx, id).await?;
        Ok(Next::to("/volunteer/mine"))
    }
}

//! What the forms for applying for another person do.

use domain::{
    Invalid, Mobile, NationalId,
    representation::{Capacity, Name},
};
use services::{Ctx, identity};

use super::{
    door::{self, DoorForm, Keys},
    even::evenly,
};
use crate::{
    form::{Problem, Reading, Values},
    posts::{Next, PostRouter},
};

pub fn forms(router: PostRouter) -> PostRouter {
    let router = door::form::<Ask>(router);
    let router = door::form::<Code>(router);
    door::form::<Again>(router)
}

struct Ask;

impl DoorForm for Ask {
    const PATH: &'static str = "/programmes/{slug}/for-another";
    const NAME: &'static str = "";

    async fn submit(ctx: Ctx, keys: Keys, values: Values) -> Result<Next, Problem> {
        let slug: String = keys.place.get("slug")?;
        let (capacity, name, national_id, mobile) = read(&values)?;
        let token = evenly(identity::request_naming(&ctx, &slug, capacity, name, national_id, mobile)).await?;
        Ok(keys.wait_at("/for-another/code", &token, &values))
    }
}

struct Code;

impl DoorForm for Code {
    const PATH: &'static str = "/for-another/code";
    const NAME: &'static str = "code";

    async fn submit(ctx: Ctx, keys: Keys, values: Values) -> Result<Next, Problem> {
        let reference = identity::open_naming(&ctx, keys.pending()?, values.get("code")).await?;
        Ok(keys.go_on(format!("/apply/{reference}")))
    }
}

struct Again;

impl DoorForm for Again {
    const PATH: &'static str = "/for-another/code/again";
    const PAGE: &'static str = Code::PATH;
    const NAME: &'static str = "again";

    async fn submit(ctx: Ctx, keys: Keys, values: Values) -> Result<Next, Problem> {
        evenly(identity::send_again(&ctx, keys.pending()?)).await?;
        Ok(keys.wait_at("/for-another/code?sent=1", keys.pending()?, &values))
    }
}

fn read(values: &Values) -> Result<(Capacity, Name, NationalId, Option<Mobile>), Problem> {
    let mut form = Reading::of(values);
    let capacity = form.field("capacity", capacity);
    let national_id = form.field("national_id", NationalId::parse);
    // Whether it is needed depends on the capacity, and on whose phone it is.
    let mobile = form.optional("mobile", Mobile::parse);
    let name = form.field("name", Name::parse);
    let read = || Some((capacity?, name?, national_id?, mobile?));
    let read = read();
    form.done(read)
}

fn capacity(raw: &str) -> Result<Capacity, Invalid> {
    if raw.is_empty() { Err(Invalid::Missing) } else { Capacity::from_slug(raw).ok_or(Invalid::Choice) }
}

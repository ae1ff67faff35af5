//! The forms of the public pages. The checks store nothing: the same page is shown again, with what it found.

use services::{Ctx, Error, applications, self_check};

use super::{check_form, programmes::address};
use crate::{
    form::{Problem, Values},
    posts::{Form, Next, Place, PostRouter, form},
};

/// Every form of the area.
pub fn forms(router: PostRouter) -> PostRouter {
    let router = form::<Check>(router);
    let router = form::<CheckAll>(router);
    form::<Carry>(router)
}

struct Check;

impl Form for Check {
    const PATH: &'static str = "/programmes/{slug}/check";

    async fn submit(_: Ctx, _: Place, values: Values) -> Result<Next, Problem> {
        Err(check_form::read(&values).map_or_else(|problem| problem, |_| Problem::again()))
    }
}

struct CheckAll;

impl Form for CheckAll {
    const PATH: &'static str = "/check";

    async fn submit(_: Ctx, _: Place, values: Values) -> Result<Next, Problem> {
        Err(check_form::read(&values).map_or_else(|problem| problem, |_| Problem::again()))
    }
}

/// From a check into the application: what was told goes with the visitor, through the sign-in if need be.
struct Carry;

impl Form for Carry {
    const PATH: &'static str = "/programmes/{slug}/carry";
    const PAGE: &'static str = "/programmes/{slug}/check";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let slug: String = place.get("slug")?;
        let sealed = self_check::seal(&ctx, &check_form::read(&values)?)?;
        let next = match applications::start(&ctx, &slug, values.get("once")).await {
            Ok(reference) => Next::to(format!("/apply/{reference}")),
            Err(Error::NotSignedIn) => Next::to(format!("/sign-in?next={}", address(&slug))),
            Err(other) => return Err(other.into()),
        };
        Ok(next.carrying(sealed))
    }
}

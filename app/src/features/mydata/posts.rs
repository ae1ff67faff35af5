//! The forms of a person's own data.

use domain::privacy::{Holding, Purpose, Want};
use services::{Ctx, mydata};

use super::{correct_form, wishes_form};
use crate::{
    AppError,
    form::{Problem, Values},
    posts::{Form, Next, Place, PostRouter, form},
};

/// Every form of the area.
pub fn forms(router: PostRouter) -> PostRouter {
    let router = form::<Consent>(router);
    let router = form::<Wish>(router);
    let router = form::<Correct>(router);
    form::<Erase>(router)
}

struct Consent;

impl Form for Consent {
    const PATH: &'static str = "/my/data/consents/{purpose}";
    const PAGE: &'static str = "/my/data";
    const NAME: &'static str = "consents";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let slug: String = place.get("purpose")?;
        let purpose = Purpose::from_slug(&slug).ok_or(Problem::App(AppError::NotFound))?;
        // Silence is no consent.
        mydata::consent(&ctx, purpose, values.get("given") == "yes").await?;
        Ok(Next::to("/my/data#consents"))
    }
}

struct Wish;

impl Form for Wish {
    const PATH: &'static str = "/my/data/messages";
    const PAGE: &'static str = "/my/data";
    const NAME: &'static str = "wishes";

    async fn submit(ctx: Ctx, _: Place, values: Values) -> Result<Next, Problem> {
        mydata::wish(&ctx, wishes_form::read(&values)?).await?;
        Ok(Next::to("/my/data#wishes"))
    }
}

struct Correct;

impl Form for Correct {
    const PATH: &'static str = "/my/data/correct/{holding}";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let slug: String = place.get("holding")?;
        let holding = Holding::from_slug(&slug).ok_or(Problem::App(AppError::NotFound))?;
        let words = correct_form::correction(&values)?;
        mydata::ask(&ctx, Want::Correct { holding }, Some(words), values.get("once")).await?;
        Ok(Next::to("/my/data#asked"))
    }
}

struct Erase;

impl Form for Erase {
    const PATH: &'static str = "/my/data/erase";

    async fn submit(ctx: Ctx, _: Place, values: Values) -> Result<Next, Problem> {
        let words = correct_form::erasure(&values)?;
        mydata::ask(&ctx, Want::Erase, words, values.get("once")).await?;
        Ok(Next::to("/my/data#asked"))
    }
}

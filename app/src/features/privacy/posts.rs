//! The form of the privacy officer.

use domain::Reference;
use services::{Ctx, mydata};

use super::{QUEUE, answer_form};
use crate::{
    form::{Problem, Values},
    posts::{Form, Next, Place, PostRouter, form},
};

pub fn forms(router: PostRouter) -> PostRouter {
    form::<Answer>(router)
}

struct Answer;

impl Form for Answer {
    const PATH: &'static str = "/office/privacy/{reference}";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        let (seen, verdict) = answer_form::read(&values)?;
        mydata::answer(&ctx, &reference, seen, verdict).await?;
        Ok(Next::to(QUEUE))
    }
}

//! What the forms of the office's door do.

use services::{
    Ctx,
    identity::{self, SessionToken, Step, Verified},
};

use super::{
    door::{self, DoorForm, Keys},
    read,
};
use crate::{
    features::office::screen,
    form::{Problem, Values},
    posts::{Next, PostRouter},
};

pub fn forms(router: PostRouter) -> PostRouter {
    let router = door::form::<Office>(router);
    let router = door::form::<OfficeCode>(router);
    let router = door::form::<Recovery>(router);
    let router = door::form::<Enrol>(router);
    door::form::<NewPassword>(router)
}

fn page_of(step: Step) -> &'static str {
    match step {
        Step::Code => OfficeCode::PATH,
        Step::Enrol => Enrol::PATH,
        Step::Password => NewPassword::PATH,
    }
}

/// In, or to the step that is still missing.
async fn on(ctx: &Ctx, keys: &Keys, verified: Verified, values: &Values) -> Result<Next, Problem> {
    match verified {
        Verified::In(session) => let_in(ctx, keys, &session, values).await,
        Verified::NewPassword(token) => Ok(keys.wait_at(page_of(Step::Password), &token, values)),
    }
}

/// To the first desk they work at.
async fn let_in(ctx: &Ctx, keys: &Keys, session: &SessionToken, values: &Values) -> Result<Next, Problem> {
    let actor = identity::actor_of(ctx, session.as_str()).await?;
    let home = screen::home(&services::staff::desks(&actor));
    keys.let_in(ctx, session, values, home.to_owned()).await
}

struct Office;

impl DoorForm for Office {
    const PATH: &'static str = "/office/sign-in";
    const NAME: &'static str = "office";
    const SECRET: &'static [&'static str] = &["password"];

    async fn submit(ctx: Ctx, keys: Keys, values: Values) -> Result<Next, Problem> {
        let (user_name, password) = read::office(&values)?;
        let pending = identity::staff_sign_in(&ctx, &user_name, &password).await?;
        Ok(keys.wait_at(page_of(pending.step), &pending.token, &values))
    }
}

struct OfficeCode;

impl DoorForm for OfficeCode {
    const PATH: &'static str = "/office/sign-in/code";
    const NAME: &'static str = "office_code";

    async fn submit(ctx: Ctx, keys: Keys, values: Values) -> Result<Next, Problem> {
        let verified = identity::staff_verify(&ctx, keys.pending()?, values.get("code")).await?;
        on(&ctx, &keys, verified, &values).await
    }
}

struct Recovery;

impl DoorForm for Recovery {
    const PATH: &'static str = "/office/sign-in/recovery";
    const PAGE: &'static str = OfficeCode::PATH;
    const NAME: &'static str = "recovery";
    const SECRET: &'static [&'static str] = &["recovery"];

    async fn submit(ctx: Ctx, keys: Keys, values: Values) -> Result<Next, Problem> {
        let verified = identity::staff_verify(&ctx, keys.pending()?, values.get("recovery")).await;
        on(&ctx, &keys, verified.map_err(|error| beside(error, "recovery"))?, &values).await
    }
}

/// The problem of a code, shown beside the field it was typed in.
fn beside(error: services::Error, name: &'static str) -> services::Error {
    match error {
        services::Error::Field { why, .. } => services::Error::field(name, why),
        other => other,
    }
}

struct Enrol;

impl DoorForm for Enrol {
    const PATH: &'static str = "/office/sign-in/enrol";
    const NAME: &'static str = "enrol";

    async fn submit(ctx: Ctx, keys: Keys, values: Values) -> Result<Next, Problem> {
        let verified = identity::enrol(&ctx, keys.pending()?, values.get("code")).await?;
        on(&ctx, &keys, verified, &values).await
    }
}

struct NewPassword;

impl DoorForm for NewPassword {
    const PATH: &'static str = "/office/sign-in/password";
    const NAME: &'static str = "password";
    const SECRET: &'static [&'static str] = &["password", "again"];

    async fn submit(ctx: Ctx, keys: Keys, values: Values) -> Result<Next, Problem> {
        let (new, again) = (values.get("password"), values.get("again"));
        let session = identity::set_password(&ctx, keys.pending()?, new, again).await?;
        let_in(&ctx, &keys, &session, &values).await
    }
}

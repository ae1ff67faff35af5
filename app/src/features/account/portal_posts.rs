//! What the forms of the public doors do.

use domain::views::PendingSheet;
use services::{Ctx, identity};

use super::{
    door::{self, DoorForm, Keys},
    even::evenly,
    read,
};
use crate::{
    form::{Problem, Values},
    posts::{Next, PostRouter},
};

pub fn forms(router: PostRouter) -> PostRouter {
    let router = door::form::<SignIn>(router);
    let router = door::form::<SignInCode>(router);
    let router = door::form::<SignInAgain>(router);
    let router = door::form::<Track>(router);
    let router = door::form::<TrackCode>(router);
    let router = door::form::<TrackAgain>(router);
    let router = door::form::<Volunteer>(router);
    let router = door::form::<VolunteerCode>(router);
    let router = door::form::<VolunteerAgain>(router);
    door::form::<SignOut>(router)
}

struct SignIn;

impl DoorForm for SignIn {
    const PATH: &'static str = "/sign-in";
    const NAME: &'static str = "sign_in";

    async fn submit(ctx: Ctx, keys: Keys, values: Values) -> Result<Next, Problem> {
        let (national_id, mobile) = read::sign_in(&values)?;
        let token = evenly(identity::request_code(&ctx, &national_id, &mobile)).await?;
        Ok(keys.wait_at("/sign-in/code", &token, &values))
    }
}

struct SignInCode;

impl DoorForm for SignInCode {
    const PATH: &'static str = "/sign-in/code";
    const NAME: &'static str = "code";

    async fn submit(ctx: Ctx, keys: Keys, values: Values) -> Result<Next, Problem> {
        let session = identity::verify_code(&ctx, keys.pending()?, values.get("code")).await?;
        keys.let_in(&ctx, &session, &values, "/my/requests".to_owned()).await
    }
}

struct SignInAgain;

impl DoorForm for SignInAgain {
    const PATH: &'static str = "/sign-in/code/again";
    const PAGE: &'static str = SignInCode::PATH;
    const NAME: &'static str = "again";

    async fn submit(ctx: Ctx, keys: Keys, values: Values) -> Result<Next, Problem> {
        evenly(identity::send_again(&ctx, keys.pending()?)).await?;
        Ok(keys.wait_at("/sign-in/code?sent=1", keys.pending()?, &values))
    }
}

struct Track;

impl DoorForm for Track {
    const PATH: &'static str = "/track";
    const NAME: &'static str = "track";

    async fn submit(ctx: Ctx, keys: Keys, values: Values) -> Result<Next, Problem> {
        let token = evenly(identity::request_track_code(&ctx, &read::track(&values)?)).await?;
        Ok(keys.wait_at("/track/code", &token, &values))
    }
}

struct TrackCode;

impl DoorForm for TrackCode {
    const PATH: &'static str = "/track/code";
    const NAME: &'static str = "code";

    async fn submit(ctx: Ctx, keys: Keys, values: Values) -> Result<Next, Problem> {
        let sheet = identity::pending(&ctx, keys.pending()?).await?;
        let session = identity::open_track(&ctx, keys.pending()?, values.get("code")).await?;
        let home = match sheet {
            Some(PendingSheet::Tracker { reference }) => format!("/my/requests/{reference}"),
            _ => "/".to_owned(),
        };
        keys.let_in(&ctx, &session, &values, home).await
    }
}

struct TrackAgain;

impl DoorForm for TrackAgain {
    const PATH: &'static str = "/track/code/again";
    const PAGE: &'static str = TrackCode::PATH;
    const NAME: &'static str = "again";

    async fn submit(ctx: Ctx, keys: Keys, values: Values) -> Result<Next, Problem> {
        evenly(identity::send_again(&ctx, keys.pending()?)).await?;
        Ok(keys.wait_at("/track/code?sent=1", keys.pending()?, &values))
    }
}

struct Volunteer;

impl DoorForm for Volunteer {
    const PATH: &'static str = "/volunteer/sign-in";
    const NAME: &'static str = "volunteer";

    async fn submit(ctx: Ctx, keys: Keys, values: Values) -> Result<Next, Problem> {
        let token = identity::request_volunteer_code(&ctx, &read::volunteer(&values)?).await?;
        Ok(keys.wait_at("/volunteer/sign-in/code", &token, &values))
    }
}

struct VolunteerCode;

impl DoorForm for VolunteerCode {
    const PATH: &'static str = "/volunteer/sign-in/code";
    const NAME: &'static str = "code";

    async fn submit(ctx: Ctx, keys: Keys, values: Values) -> Result<Next, Problem> {
        let (session, reference) = identity::open_volunteer(&ctx, keys.pending()?, values.get("code")).await?;
        let received = reference.map(|reference| format!("/volunteer/mine?received={reference}"));
        keys.let_in(&ctx, &session, &values, received.unwrap_or_else(|| "/volunteer/mine".to_owned())).await
    }
}

struct VolunteerAgain;

impl DoorForm for VolunteerAgain {
    const PATH: &'static str = "/volunteer/sign-in/code/again";
    const PAGE: &'static str = VolunteerCode::PATH;
    const NAME: &'static str = "again";

    async fn submit(ctx: Ctx, keys: Keys, values: Values) -> Result<Next, Problem> {
        identity::send_again(&ctx, keys.pending()?).await?;
        Ok(keys.wait_at("/volunteer/sign-in/code?sent=1", keys.pending()?, &values))
    }
}

struct SignOut;

impl DoorForm for SignOut {
    const PATH: &'static str = "/sign-out";
    const PAGE: &'static str = "/";
    const NAME: &'static str = "sign_out";

    async fn submit(ctx: Ctx, keys: Keys, _: Values) -> Result<Next, Problem> {
        let home = if ctx.actor().staff().is_some() { "/office/sign-in" } else { "/" };
        keys.let_out(&ctx, home).await
    }
}

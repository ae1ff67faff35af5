//! What the forms of the committee do.

use domain::{Reference, request::NotNow};
use services::{
    Ctx,
    committee::{self, Wording},
};

use super::forms as read;
use crate::{
    AppError,
    features::office::forms::version,
    form::{Problem, Values},
    posts::{self, Form, Next, Place, PostRouter},
};

pub fn forms(router: PostRouter) -> PostRouter {
    let router = posts::form::<OpenSession>(router);
    let router = posts::form::<CastVote>(router);
    let router = posts::form::<StepAside>(router);
    posts::form::<Decide>(router)
}

/// A case that was decided or closed meanwhile moved on under the member's eyes.
fn refused(error: services::Error) -> Problem {
    match error {
        services::Error::NotNow(NotNow::Stage { .. }) => Problem::App(AppError::Conflict),
        other => other.into(),
    }
}

/// To the next case that waits for this member, or back to the agenda; the page there says what was done.
fn onward(next: Option<Reference>, session: domain::SessionId, done: &str, reference: &Reference) -> Next {
    match next {
        Some(next) => Next::to(format!("/committee/cases/{next}?{done}={reference}")),
        None => Next::to(format!("/committee/sessions/{session}?{done}={reference}")),
    }
}

struct OpenSession;

impl Form for OpenSession {
    const PATH: &'static str = "/committee/sessions";
    const PAGE: &'static str = "/committee";
    const NAME: &'static str = "session";

    async fn submit(ctx: Ctx, _: Place, values: Values) -> Result<Next, Problem> {
        let read::NewSession { title, held_on } = read::session(&values)?;
        let id = committee::open_session(&ctx, title, held_on).await?;
        Ok(Next::to(format!("/committee/sessions/{id}")))
    }
}

struct CastVote;

impl Form for CastVote {
    const PATH: &'static str = "/committee/cases/{reference}/vote";
    const PAGE: &'static str = "/committee/cases/{reference}";
    const NAME: &'static str = "vote";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        let read::Ballot { choice, reason } = read::ballot(&values)?;
        committee::vote(&ctx, &reference, choice, reason).await.map_err(refused)?;
        let brief = committee::brief(&ctx, &reference).await?;
        Ok(onward(brief.next, brief.session.id, "voted", &reference))
    }
}

struct StepAside;

impl Form for StepAside {
    const PATH: &'static str = "/committee/cases/{reference}/step-aside";
    const PAGE: &'static str = "/committee/cases/{reference}";
    const NAME: &'static str = "aside";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        let ground = read::ground(&values)?;
        // Afterwards the file is closed to them, and does not say where to go.
        let brief = committee::brief(&ctx, &reference).await?;
        committee::step_aside(&ctx, &reference, ground).await.map_err(refused)?;
        Ok(onward(brief.next, brief.session.id, "aside", &reference))
    }
}

struct Decide;

impl Form for Decide {
    const PATH: &'static str = "/committee/cases/{reference}/decide";
    const PAGE: &'static str = "/committee/cases/{reference}";
    const NAME: &'static str = "decide";

    async fn submit(ctx: Ctx, place: Place, values: Values) -> Result<Next, Problem> {
        let reference: Reference = place.get("reference")?;
        let seen = version(&values)?;
        let read::Words { reason, clause } = read::words(&values)?;
        let decided = committee::decide(&ctx, &reference, seen, Wording { reason, clause }).await;
        decided.map_err(|error| on_page(refused(error)))?;
        Ok(Next::to(format!("/committee/cases/{reference}")))
    }
}

/// The page has two reasons, the vote's and the decision's: each under its own name.
fn on_page(problem: Problem) -> Problem {
    match problem {
        Problem::Fields(problems) => Problem::Fields(
            problems
                .into_iter()
                .map(|(name, why)| (if name == "reason" { "because".to_owned() } else { name }, why))
                .collect(),
        ),
        other @ Problem::App(_) => other,
    }
}

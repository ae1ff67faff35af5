//! The application as its applicant sees it.

use domain::{
    Reference,
    access::{Action, Relation},
    self_check::Told,
    views::ApplicationSheet,
    window::Window,
};

use crate::{Ctx, Error, Result, mydata, requests};

use super::applicant;

/// Everything answered so far, for the person whose application it is, or who makes it for them, and nobody else. Staff have their own sheet,
/// and whoever opened the request with its reference and a code sees its status only.
pub async fn sheet(ctx: &Ctx, reference: &Reference) -> Result<ApplicationSheet> {
    applicant(ctx).map_err(|error| match error {
        Error::Forbidden(_) => Error::NotFound,
        other => other,
    })?;
    let row = requests::find(ctx, ctx.db(), reference, Action::View).await?;
    let relation = requests::relation(ctx, ctx.db(), &row).await?;
    let (representative, reusable) = match relation {
        Relation::Represented => (store::representations::of_request(ctx.db(), row.id).await?, Vec::new()),
        _ => (None, mydata::reusable(ctx, &row).await?),
    };
    let person = store::people::find(ctx.db(), row.person).await?.ok_or(Error::NotFound)?;
    let received_under = requests::policy(ctx.db(), &row).await?;
    let hash = row.answers.hash();
    Ok(ApplicationSheet {
        programme: requests::programme(ctx.db(), &row).await?,
        reusable,
        representative,
        seen: row.stage.seen_by_applicant(&received_under),
        signature: row.stage.signature().filter(|signature| signature.covers(&hash)).cloned(),
        touched: row.stage.is_touched(&hash),
        reference: row.reference,
        answers: row.answers,
        version: row.version,
        national_id_masked: person.national_id.masked(),
        mobile_masked: person.mobile.masked(),
        today: ctx.today(),
        window_if_today: Window::open(ctx.today(), ctx.policy().await?.window),
        unfinished: store::unfinished::of_request(ctx.db(), row.id).await?,
        told: Told::default(),
    })
}

#[cfg(test)]
mod tests {
    use domain::{
        access::{Actor, Role},
        request::StageKind,
    };

    use super::*;
    use crate::testing::World;

    #[tokio::test]
    async fn only_the_applicant_sees_it() {
        let world = World::new().await;
        let reference = world.drafted().await;
        let own = sheet(&world.beneficiary(), &reference).await.expect("own");
        assert_eq!(own.seen.stage, StageKind::Draft);
        assert!(!own.mobile_masked.contains("0501234567"));
        assert!(matches!(sheet(&world.visitor(), &reference).await, Err(Error::NotSignedIn)));
        assert!(matches!(sheet(&world.stranger(), &reference).await, Err(Error::NotFound)));
        assert!(matches!(sheet(&world.staff(Role::RelationsOfficer), &reference).await, Err(Error::NotFound)));
        let request = world.row(&reference).await.id;
        let tracker = world.acting_as(Actor::Tracker { request });
        assert!(matches!(sheet(&tracker, &reference).await, Err(Error::NotFound)));
    }
}

//! The complete, signed request is received and its window opens (H5).

use domain::{Reference, access::Action, request::StageKind, views::TimelineKind, window::Window};
use store::{Tx, requests::Row};

use crate::{
    Ctx, Error, Result,
    identity::codes::{self, Attempt, Purpose},
    messages::Message,
    requests::{self, Move},
};

use super::{once::Once, sign};

/// Sends the signed request with the code from the applicant's phone and gives its window. The same form sent twice, or a
/// request that is received already, is answered with the window it has.
pub async fn submit(ctx: &Ctx, reference: &Reference, code: &str, once: &str) -> Result<Window> {
    let once = Once::new(ctx, "apply.submit", once)?;
    if let Some(window) = received(ctx, reference, &once).await? {
        return Ok(window);
    }
    match send(ctx, reference, code, &once).await {
        // The same form, or another tab, may have overtaken this one.
        Err(error) => received(ctx, reference, &once).await?.ok_or(error),
        sent => sent,
    }
}

/// The window of a request that is received already.
async fn received(ctx: &Ctx, reference: &Reference, once: &Once) -> Result<Option<Window>> {
    if let Some(window) = once.answered(ctx.db()).await? {
        return Ok(Some(window));
    }
    let row = requests::find(ctx, ctx.db(), reference, Action::View).await?;
    let submitted = row.stage.submitted().filter(|_| row.stage.kind() == StageKind::Submitted);
    Ok(submitted.map(|submitted| submitted.window))
}

async fn send(ctx: &Ctx, reference: &Reference, code: &str, once: &Once) -> Result<Window> {
    let row = requests::find(ctx, ctx.db(), reference, Action::Submit).await?;
    let hash = sign::signed_answers(&row)?;
    let attempt = codes::attempt(ctx, Purpose::Sign, &sign::subject(reference, &hash), code).await?;
    let (caller, reference, once) = (ctx.clone(), reference.clone(), once.clone());
    ctx.db().write(move |tx| Box::pin(async move { receive(&caller, tx, &reference, &attempt, &once).await })).await
}

async fn receive(ctx: &Ctx, tx: &Tx, reference: &Reference, attempt: &Attempt, once: &Once) -> Result<Window> {
    let step = Move { reference, action: Action::Submit, seen: None, leaves: Some(TimelineKind::Submitted) };
    let mut row = requests::begin(ctx, tx, &step).await?;
    let programme = requests::published(tx, &row).await?;
    // A returned request is completed whenever that is; a draft comes while the programme is open.
    if row.stage.kind() == StageKind::Draft && !programme.takes_applications(ctx.today()) {
        return Err(Error::Closed);
    }
    codes::redeem(ctx, tx, attempt).await?;
    // The code was for the answers as they were read; the stage asks again whether the signature covers them now.
    let hash = row.answers.hash();
    let policy = store::settings::policy_current(tx, ctx.now()).await?;
    requests::advance(&mut row, |stage| stage.submit(&hash, ctx.now(), policy.window))?;
    row.policy_version = policy.version;
    know(ctx, tx, &row).await?;
    let window = row.stage.submitted().map(|submitted| submitted.window);
    let window = window.ok_or_else(|| Error::Internal("a received request has no window".to_owned()))?;
    let message = Message::Received {
        reference: row.reference.clone(),
        earliest: window.earliest_reply_on,
        latest: window.latest_reply_on,
    };
    requests::finish(ctx, tx, &step, &mut row, Some(message)).await?;
    once.remember(ctx, tx, &window).await?;
    Ok(window)
}

/// The applicant has signed what their representative wrote about them: now it is known of them. What they told
/// themselves was known when they told it.
async fn know(ctx: &Ctx, tx: &Tx, row: &Row) -> Result<()> {
    let Some(identity) = &row.answers.identity else { return Ok(()) };
    let person = store::people::find(tx, row.person).await?.ok_or(Error::NotFound)?;
    let known = person.name.as_ref() == Some(&identity.name) && person.born_on == Some(identity.born_on);
    let signed_for =
        !known && (person.name.is_none() || store::representations::of_request(tx, row.id).await?.is_some());
    if signed_for {
        store::people::update_contact(tx, row.person, &identity.name, identity.born_on, ctx.now()).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use domain::{
        Invalid, TimeDelta,
        access::Role,
        application::Section,
        request::{Gap, NotNow},
    };

    use super::*;
    use crate::{
        applications,
        testing::{World, answers, mark},
    };

    #[tokio::test]
    async fn the_window_opens_with_the_receipt() {
        let world = World::new().await;
        let reference = world.signed().await;
        let code = world.last_code().await;
        let ctx = world.beneficiary();
        let window = submit(&ctx, &reference, &code, "k").await.expect("sent");
        assert_eq!(window.told_on, ctx.today());
        assert_eq!(window.earliest_reply_on, ctx.today() + TimeDelta::days(14));
        assert_eq!(window.latest_reply_on, ctx.today() + TimeDelta::days(30));
        assert_eq!(world.row(&reference).await.stage.kind(), StageKind::Submitted);
        assert_eq!(world.messages("received").await, 1);
    }

    #[tokio::test]
    async fn sent_twice_is_received_once_and_answered_alike() {
        let world = World::new().await;
        let reference = world.signed().await;
        let code = world.last_code().await;
        let ctx = world.beneficiary();
        let (one, two) = tokio::join!(submit(&ctx, &reference, &code, "k"), submit(&ctx, &reference, &code, "k"),);
        let later = submit(&ctx, &reference, "", "another").await;
        let window = one.expect("first");
        assert_eq!(two.expect("second"), window);
        assert_eq!(later.expect("received already"), window);
        assert_eq!(world.messages("received").await, 1);
        assert_eq!(world.events(&reference, TimelineKind::Submitted).await, 1);
    }

    #[tokio::test]
    async fn a_wrong_code_is_counted_and_five_end_it() {
        let world = World::new().await;
        let reference = world.signed().await;
        let code = world.last_code().await;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        let ctx = world.beneficiary();
        for left in [4, 3, 2, 1] {
            let refused = submit(&ctx, &reference, wrong, "k").await;
            assert!(
                matches!(refused, Err(Error::Field { field: "code", why: Invalid::CodeWrong { left: l } }) if l == left)
            );
        }
        assert!(submit(&ctx, &reference, wrong, "k").await.is_err());
        let spent = submit(&ctx, &reference, &code, "k").await;
        assert!(matches!(spent, Err(Error::Field { field: "code", why: Invalid::CodeExpired })));
        assert_eq!(world.row(&reference).await.stage.kind(), StageKind::Draft);
    }

    #[tokio::test]
    async fn a_code_dies_with_the_answers_it_was_sent_for() {
        let world = World::new().await;
        let reference = world.signed().await;
        let code = world.last_code().await;
        let ctx = world.beneficiary();
        let version = world.row(&reference).await.version;
        applications::save(&ctx, &reference, version, answers::livelihood(9_000)).await.expect("edited");
        let version = world.row(&reference).await.version;
        sign(&ctx, &reference, version, true, mark()).await.expect("signed anew");
        let old = submit(&ctx, &reference, &code, "k").await;
        assert!(matches!(old, Err(Error::Field { field: "code", .. })));
    }

    #[tokio::test]
    async fn strangers_and_the_unsigned_send_nothing() {
        let world = World::new().await;
        let reference = world.signed().await;
        let code = world.last_code().await;
        let theirs = submit(&world.stranger(), &reference, &code, "k").await;
        assert!(matches!(theirs, Err(Error::NotFound)));
        let officers = submit(&world.staff(Role::RelationsOfficer), &reference, &code, "k").await;
        assert!(matches!(officers, Err(Error::Forbidden(_))));
        let unsigned = World::new().await;
        let draft = unsigned.drafted().await;
        let sent = submit(&unsigned.beneficiary(), &draft, "123456", "k").await;
        assert!(matches!(sent, Err(Error::NotNow(NotNow::Unsigned))));
    }

    #[tokio::test]
    async fn a_completed_return_opens_a_new_window() {
        let world = World::new().await;
        let reference = world.submitted().await;
        world.pass_days(5);
        world.give_back(&reference, vec![Gap::Section { section: Section::Livelihood }]).await;
        let ctx = world.beneficiary();
        let version = world.row(&reference).await.version;
        applications::save(&ctx, &reference, version, answers::livelihood(1_800)).await.expect("completed");
        let version = world.row(&reference).await.version;
        sign(&ctx, &reference, version, true, mark()).await.expect("signed anew");
        let code = world.last_code().await;
        let window = submit(&ctx, &reference, &code, "again").await.expect("sent");
        assert_eq!(window.told_on, ctx.today());
    }

    #[tokio::test]
    async fn a_request_further_on_is_not_sent_again() {
        let world = World::new().await;
        let reference = world.submitted().await;
        applications_withdrawn(&world, &reference).await;
        let late = submit(&world.beneficiary(), &reference, "123456", "late").await;
        assert!(matches!(late, Err(Error::NotNow(NotNow::Stage { .. }))));
    }

    async fn applications_withdrawn(world: &World, reference: &Reference) {
        world.change(reference, |row, at| requests::advance(row, |stage| stage.withdraw(at))).await;
    }
}

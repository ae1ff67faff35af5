//! Coming in as a volunteer: a mobile and a code sent to it (P1, C6). Who joins for the first time is entered only when
//! the number has proven to be theirs.

use domain::{Invalid, Mobile, Reference};
use serde_json::json;
use store::{Tx, logins::Subject};

use super::{
    PendingToken, SessionToken,
    codes::{self, Purpose, SHORT},
    limits::{self, Limit},
    pending::{self, Pending},
    send, session,
};
use crate::{
    Ctx, Error, Result,
    messages::Message,
    volunteers::{self, Joining},
};

/// Sends a code to a volunteer. A number nobody joined with is answered alike, leaves the same rows and gets nothing.
pub async fn request_volunteer_code(ctx: &Ctx, mobile: &Mobile) -> Result<PendingToken> {
    let token = PendingToken::new(ctx);
    send(ctx, &token, mobile.clone(), None).await?;
    Ok(token)
}

/// Sends a code to somebody who wants to join; what they wrote waits, sealed, for the code.
pub async fn request_join_code(ctx: &Ctx, mobile: &Mobile, joining: Joining) -> Result<PendingToken> {
    let joining = volunteers::checked(ctx, mobile, joining).await?;
    let token = PendingToken::new(ctx);
    send(ctx, &token, mobile.clone(), Some(joining)).await?;
    Ok(token)
}

pub(super) async fn send(ctx: &Ctx, token: &PendingToken, mobile: Mobile, joining: Option<Joining>) -> Result<()> {
    let mut limits = vec![Limit::sms(mobile.as_str())];
    limits.extend(Limit::address(ctx, "sms", send::PER_ADDRESS));
    limits::take(ctx, limits).await?;
    let (ctx2, token) = (ctx.clone(), token.clone());
    ctx.db()
        .write(move |tx| {
            Box::pin(async move {
                let subject = token.hash(tx);
                let known = store::volunteers::find_by_mobile(tx, &mobile).await?.is_some();
                if known || joining.is_some() {
                    let code = codes::issue(&ctx2, tx, Purpose::Volunteer, &subject, json!(null), SHORT).await?;
                    send::send(&ctx2, tx, &mobile, None, None, &Message::VolunteerCode { code }).await?;
                } else {
                    codes::issue_to_nobody(&ctx2, tx, Purpose::Volunteer, &subject, SHORT).await?;
                }
                let pending = Pending::Volunteer { mobile, joining: joining.map(Box::new) };
                pending::keep(&ctx2, tx, &token, &pending).await
            })
        })
        .await
}

/// Lets a volunteer in with the code. Gives the reference of the application, if this was about joining: now it is
/// received.
pub async fn open_volunteer(ctx: &Ctx, token: &PendingToken, code: &str) -> Result<(SessionToken, Option<Reference>)> {
    let expired = || Error::field("code", Invalid::CodeExpired);
    let Some(Pending::Volunteer { mobile, joining }) = pending::find(ctx, ctx.db(), token).await? else {
        return Err(expired());
    };
    let attempt = codes::attempt(ctx, Purpose::Volunteer, &token.hash(ctx.db()), code).await?;
    let (ctx2, token) = (ctx.clone(), token.clone());
    ctx.db()
        .write(move |tx| {
            Box::pin(async move {
                codes::redeem(&ctx2, tx, &attempt).await?;
                pending::finish(tx, &token).await?;
                let (id, reference) = match joining {
                    Some(joining) => {
                        let (id, reference) = volunteers::receive(&ctx2, tx, &mobile, *joining).await?;
                        (id, Some(reference))
                    }
                    None => (known(tx, &mobile).await?.ok_or_else(expired)?, None),
                };
                let session = session::open(&ctx2, tx, Subject::Volunteer(id), json!({ "by": "phone" })).await?;
                Ok((session, reference))
            })
        })
        .await
}

async fn known(tx: &Tx, mobile: &Mobile) -> Result<Option<domain::VolunteerId>> {
    Ok(store::volunteers::find_by_mobile(tx, mobile).await?.map(|volunteer| volunteer.id))
}

#[cfg(test)]
mod tests {
    use domain::access::Actor;

    use super::*;
    use crate::{
        identity::{actor_of, verify_code},
        testing::World,
        volunteers::walk::{joined, joining, mobile, opportunity},
    };

    #[tokio::test]
    async fn nobody_is_entered_before_the_number_is_proven() {
        let world = World::new().await;
        let (slug, shifts) = opportunity(&world, &[2]).await;
        let ctx = world.visitor();
        let token = request_join_code(&ctx, &mobile(1), joining(&slug, &shifts)).await.expect("asked");
        assert!(store::volunteers::find_by_mobile(ctx.db(), &mobile(1)).await.expect("read").is_none());
        let code = world.last_code().await;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        assert!(open_volunteer(&ctx, &token, wrong).await.is_err());
        let (session, reference) = open_volunteer(&ctx, &token, &code).await.expect("in");
        assert!(reference.is_some());
        let id = store::volunteers::find_by_mobile(ctx.db(), &mobile(1)).await.expect("read").expect("entered").id;
        assert_eq!(actor_of(&ctx, session.as_str()).await.expect("read"), Actor::Volunteer { id });
        assert!(open_volunteer(&ctx, &token, &code).await.is_err(), "a code opens once");
        assert_eq!(world.messages("volunteer_received").await, 1);
    }

    #[tokio::test]
    async fn a_volunteer_comes_back_with_the_mobile_alone() {
        let world = World::new().await;
        let (slug, shifts) = opportunity(&world, &[2]).await;
        let (volunteer, _) = joined(&world, 1, &slug, &shifts).await;
        let token = request_volunteer_code(&world.visitor(), &mobile(1)).await.expect("asked");
        let code = world.last_code().await;
        assert!(verify_code(&world.visitor(), &token, &code).await.is_err(), "it is no door of beneficiaries");
        let (session, reference) = open_volunteer(&world.visitor(), &token, &code).await.expect("in");
        assert_eq!(reference, None);
        assert_eq!(&actor_of(&world.visitor(), session.as_str()).await.expect("read"), volunteer.actor());
    }

    #[tokio::test]
    async fn an_unknown_number_is_answered_alike_and_gets_nothing() {
        let world = World::new().await;
        let token = request_volunteer_code(&world.visitor(), &mobile(9)).await.expect("asked");
        assert_eq!(world.messages("volunteer_code").await, 0);
        let refused = open_volunteer(&world.visitor(), &token, "000000").await;
        assert!(matches!(refused, Err(Error::Field { field: "code", .. })));
    }
}

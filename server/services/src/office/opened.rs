//! "Who opened my file": an entry the person may ask for.

use domain::{
    Timestamp,
    access::{Action, Actor},
};
use store::{StoreError, requests::Row};

use super::staff;
use crate::{Ctx, Error, Result, requests};

const PURPOSE: &str = "file_opened";

/// Notes that a member of staff opened a request: once for each of them, a request and a day.
pub(crate) async fn note(ctx: &Ctx, row: &Row) -> Result<()> {
    note_subject(ctx, format!("request:{}", row.reference)).await
}

/// The same for whatever the audit names, with the role it was opened in: a role may change later.
pub(crate) async fn note_subject(ctx: &Ctx, subject: String) -> Result<()> {
    let key = format!("opened:{}:{subject}:{}", staff(ctx)?, ctx.today());
    if store::idempotency::find::<Timestamp>(ctx.db(), &key, PURPOSE).await?.is_some() {
        return Ok(());
    }
    let (by, at) = (ctx.clone(), ctx.now());
    let noted: Result<()> = ctx
        .db()
        .write(move |tx| {
            Box::pin(async move {
                store::idempotency::remember(tx, &key, PURPOSE, &at, at).await?;
                let detail = serde_json::json!({ "role": first_role(by.actor()) });
                requests::audit(&by, tx, Action::View, &subject, detail).await
            })
        })
        .await;
    match noted {
        // Two tabs at once: the other one noted it.
        Err(Error::Conflict | Error::Store(StoreError::Taken(_))) => Ok(()),
        other => other,
    }
}

fn first_role(actor: &Actor) -> Option<&'static str> {
    let Actor::Staff { roles, .. } = actor else { return None };
    roles.first().map(|role| role.slug())
}

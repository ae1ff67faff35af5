//! Consent by purpose: given and withdrawn with one press, and never forgotten.

use domain::privacy::{ConsentChange, Purpose, agreed};

use crate::{Ctx, Error, Result};

/// The caller agrees to a purpose, or no longer does. Saying the same again adds nothing.
pub async fn consent(ctx: &Ctx, purpose: Purpose, given: bool) -> Result<()> {
    let (person, caller) = (super::person(ctx)?, ctx.clone());
    ctx.db()
        .write(move |tx| {
            Box::pin(async move {
                if agreed(purpose, &store::consents::history(tx, person).await?) == given {
                    return Ok::<_, Error>(());
                }
                let change = ConsentChange { purpose, given, at: caller.now() };
                store::consents::append(tx, person, &change).await?;
                let detail = serde_json::json!({ "purpose": purpose.slug(), "given": given });
                super::note(&caller, tx, "privacy.consent", person, detail).await
            })
        })
        .await
}

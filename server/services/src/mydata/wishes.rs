//! How the caller wishes to be written to.

use domain::views::{MessageWishes, Tongue};
use store::Language;

use crate::{Ctx, Error, Result};

/// Keeps the language of messages, and whether only the necessary ones are sent.
pub async fn wish(ctx: &Ctx, wishes: MessageWishes) -> Result<()> {
    let (person, caller) = (super::person(ctx)?, ctx.clone());
    let language = match wishes.language {
        Tongue::Arabic => Language::Ar,
        Tongue::English => Language::En,
    };
    ctx.db()
        .write(move |tx| {
            Box::pin(async move {
                store::people::update_language(tx, person, language, caller.now()).await?;
                store::consents::put_necessary_only(tx, person, wishes.necessary_only, caller.now()).await?;
                let detail =
                    serde_json::json!({ "language": language.slug(), "necessary_only": wishes.necessary_only });
                super::note(&caller, tx, "privacy.messages", person, detail).await?;
                Ok::<_, Error>(())
            })
        })
        .await
}

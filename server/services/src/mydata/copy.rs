//! A copy of everything, to take along.

use domain::views::DataCopy;

use super::sheet::gather;
use crate::{Ctx, Error, Result};

/// The caller's copy: what their page shows, and what it masks. Every copy is noted.
pub async fn copy(ctx: &Ctx) -> Result<DataCopy> {
    let person = super::person(ctx)?;
    let known = store::people::find(ctx.db(), person).await?.ok_or(Error::NotFound)?;
    let caller = ctx.clone();
    let noted = ctx.db().write(move |tx| {
        Box::pin(async move { super::note(&caller, tx, "privacy.copy", person, serde_json::json!({})).await })
    });
    noted.await?;
    Ok(DataCopy {
        made_at: ctx.now(),
        association: ctx.house().association.name.clone(),
        national_id: known.national_id,
        mobile: known.mobile,
        data: gather(ctx, person).await?,
    })
}

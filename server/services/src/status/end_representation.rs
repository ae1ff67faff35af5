//! The applicant goes on without whoever made the request for them.

use domain::{Reference, access::Action, views::TimelineKind};

use crate::{
    Ctx, Result,
    requests::{self, find},
};

/// From now on only the applicant sees and changes the request. Asked twice, it is done once.
pub async fn end_representation(ctx: &Ctx, reference: &Reference) -> Result<()> {
    let (ctx, reference) = (ctx.clone(), reference.clone());
    let db = ctx.db().clone();
    db.write(move |tx| {
        Box::pin(async move {
            let row = find(&ctx, tx, &reference, Action::EndRepresentation).await?;
            if store::representations::end(tx, row.id, ctx.now()).await? {
                requests::leave(&ctx, tx, &row, TimelineKind::RepresentationEnded).await?;
                let subject = format!("request:{reference}");
                requests::audit(&ctx, tx, Action::EndRepresentation, &subject, serde_json::Value::Null).await?;
            }
            Ok(())
        })
    })
    .await
}

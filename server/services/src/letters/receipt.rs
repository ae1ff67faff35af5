//! The receipt of a request (H4, H5).

use domain::{NaiveDate, Reference, access::Action, signature::Mark, time::riyadh_date};
use i18n::{Label, pick};

use super::addressee;
use crate::{Ctx, Error, Result, requests};

/// What the receipt of a request says, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    pub number: String,
    /// The civil day in Riyadh on which the request was received.
    pub date: NaiveDate,
    pub applicant: String,
    pub reference: Reference,
    pub programme: String,
    pub submitted_on: NaiveDate,
    pub earliest_reply_on: NaiveDate,
    pub latest_reply_on: NaiveDate,
    /// Names of the documents that were handed in.
    pub documents: Vec<String>,
    /// The hash the signature is bound to, in hexadecimal.
    pub answers_hash: String,
    pub signed_by: String,
}

/// The receipt of a request the caller may see. It lists what was signed: once that is changed, there is none until
/// the request is signed and received anew.
pub async fn receipt(ctx: &Ctx, reference: &Reference) -> Result<Receipt> {
    let row = requests::find(ctx, ctx.db(), reference, Action::View).await?;
    let submitted = row.stage.submitted().ok_or(Error::NotFound)?;
    if !submitted.signature.covers(&row.answers.hash()) {
        return Err(Error::NotFound);
    }
    let programme = requests::programme(ctx.db(), &row).await?;
    let applicant = addressee(&row);
    let signed_by = match &submitted.signature.mark {
        Mark::Typed { name } => name.to_string(),
        Mark::Drawn { .. } => applicant.clone(),
    };
    let documents = row.answers.documents.iter().map(|given| given.kind.label(ctx.locale()).to_owned()).collect();
    let submitted_on = riyadh_date(submitted.submitted_at);
    Ok(Receipt {
        number: row.reference.to_string(),
        date: submitted_on,
        applicant,
        programme: pick(&programme.name, ctx.locale()).to_owned(),
        submitted_on,
        earliest_reply_on: submitted.window.earliest_reply_on,
        latest_reply_on: submitted.window.latest_reply_on,
        documents,
        answers_hash: submitted.signature.answers.0.clone(),
        signed_by,
        reference: row.reference,
    })
}

//! Applying for another person: the code goes to the applicant's own phone, and whoever comes back with it has been
//! named (D4, H4).

use domain::{
    Invalid, Mobile, NationalId, PersonId, Reference,
    representation::{Capacity, Name, Naming, Representative},
    views::ProgrammeSheet,
};
use serde::{Deserialize, Serialize};
use store::people;

use super::{
    PENDING_FOR, PendingToken,
    beneficiary::known_or_new,
    codes::{self, Purpose},
    pending::{self, Pending},
    send::{self, ForId},
};
use crate::{Ctx, Error, Result, applications, messages::Message, programmes};

/// What somebody asked for who wants to apply for another person.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Asked {
    by: PersonId,
    programme: String,
    pub naming: Naming,
}

/// The programme somebody wants to apply to for another person.
pub async fn naming(ctx: &Ctx, programme: &str) -> Result<ProgrammeSheet> {
    applications::applicant(ctx)?;
    let sheet = programmes::find(ctx, programme).await?;
    if sheet.takes_applications { Ok(sheet) } else { Err(Error::Closed) }
}

/// Sends a code to the applicant somebody wants to apply for. An ID that is known with another number is answered
/// alike, leaves the same rows and gets nothing.
pub async fn request_naming(
    ctx: &Ctx,
    programme: &str,
    capacity: Capacity,
    name: Name,
    national_id: NationalId,
    mobile: Option<Mobile>,
) -> Result<PendingToken> {
    let by = applications::applicant(ctx)?;
    let me = people::find(ctx.db(), by).await?.ok_or(Error::NotSignedIn)?;
    if me.national_id == national_id {
        return Err(Error::field("national_id", Invalid::OwnId));
    }
    let mobile = Naming::agreeing_phone(capacity, mobile, &me.mobile).map_err(|why| Error::field("mobile", why))?;
    let sheet = naming(ctx, programme).await?;
    let token = PendingToken::new(ctx);
    let asked = Naming { capacity, name, national_id, mobile };
    send(ctx, &token, Asked { by, programme: sheet.programme.slug, naming: asked }).await?;
    Ok(token)
}

pub(super) async fn send(ctx: &Ctx, token: &PendingToken, asked: Asked) -> Result<()> {
    let Naming { national_id, mobile, .. } = asked.naming.clone();
    let code = ForId {
        national_id,
        mobile,
        purpose: Purpose::Represent,
        ttl: PENDING_FOR,
        message: |code| Message::RepresentationCode { code },
        pending: Pending::Representative(Box::new(asked)),
    };
    send::to_id(ctx, token, code).await
}

/// Opens the application with the code from the applicant's phone, and gives its reference. An applicant who was not
/// known is entered now that the number has proven to be theirs.
pub async fn open_naming(ctx: &Ctx, token: &PendingToken, code: &str) -> Result<Reference> {
    let expired = || Error::field("code", Invalid::CodeExpired);
    let by = applications::applicant(ctx)?;
    let asked = match pending::find(ctx, ctx.db(), token).await? {
        Some(Pending::Representative(asked)) if asked.by == by => asked,
        _ => return Err(expired()),
    };
    let attempt = codes::attempt(ctx, Purpose::Represent, &token.hash(ctx.db()), code).await?;
    let (ctx2, token) = (ctx.clone(), token.clone());
    ctx.db()
        .write(move |tx| {
            Box::pin(async move {
                codes::redeem(&ctx2, tx, &attempt).await?;
                pending::finish(tx, &token).await?;
                let Asked { by, programme, naming: Naming { capacity, name, national_id, mobile } } = *asked;
                let applicant = known_or_new(&ctx2, tx, national_id, mobile).await?.ok_or_else(expired)?;
                let named = Representative { person: by, name, capacity, named_at: ctx2.now() };
                applications::open_for(&ctx2, tx, &programme, applicant, &named).await
            })
        })
        .await
}

#[cfg(test)]
mod tests;

//! Half-finished sign-ins: what was proven, and what is still missing.

use domain::{Mobile, NationalId, Reference, StaffId, TimeDelta, views::PendingSheet};
use serde::{Deserialize, Serialize};
use store::{
    Source, Tx,
    logins::{self, Login, Subject},
};

use super::{
    beneficiary,
    codes::{self, Purpose},
    representative,
    totp::Enrolling,
    track, volunteer,
};
use crate::{Ctx, Error, Result, volunteers::Joining};

/// A half-finished sign-in is forgotten after this time.
pub const PENDING_FOR: TimeDelta = TimeDelta::minutes(15);

/// What a browser proves a half-finished sign-in with. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct PendingToken(String);

impl PendingToken {
    /// The token a browser sent; worth something only if a half-finished sign-in is found by it.
    pub fn sent(token: impl Into<String>) -> Self {
        Self(token.into())
    }

    pub(super) fn new(ctx: &Ctx) -> Self {
        Self(ctx.token(32))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn hash(&self, source: &impl Source) -> String {
        source.vault().token_hash(&self.0)
    }
}

impl std::fmt::Debug for PendingToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PendingToken(…)")
    }
}

/// What a member of staff is asked next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The code of the authenticator app, or a recovery code.
    Code,
    /// Setting up the authenticator app.
    Enrol,
    /// A password of their own in place of the one-time password.
    Password,
}

/// Whose sign-in is half finished. Sealed where it is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "door")]
pub(super) enum Pending {
    Beneficiary { national_id: NationalId, mobile: Mobile },
    Tracker { reference: Reference },
    Volunteer { mobile: Mobile, joining: Option<Box<Joining>> },
    Representative(Box<representative::Asked>),
    Staff { id: StaffId, phase: Phase },
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Phase {
    Code,
    Enrol(Enrolling),
    Password,
}

impl Phase {
    pub(super) fn step(&self) -> Step {
        match self {
            Self::Code => Step::Code,
            Self::Enrol(_) => Step::Enrol,
            Self::Password => Step::Password,
        }
    }
}

impl Pending {
    /// Under the account of staff, so that closing the account also ends what is half finished; under 0 otherwise.
    fn subject(&self) -> Subject {
        match self {
            Self::Staff { id, .. } => Subject::Pending(id.0),
            Self::Beneficiary { .. } | Self::Tracker { .. } | Self::Volunteer { .. } | Self::Representative(_) => {
                Subject::Pending(0)
            }
        }
    }
}

/// What the page of the next step may show. `None`: there is nothing half finished, or not any more.
pub async fn pending(ctx: &Ctx, token: &PendingToken) -> Result<Option<PendingSheet>> {
    Ok(find(ctx, ctx.db(), token).await?.map(|pending| match pending {
        Pending::Beneficiary { mobile, .. } => PendingSheet::Beneficiary { mobile_masked: mobile.masked() },
        Pending::Tracker { reference } => PendingSheet::Tracker { reference },
        Pending::Volunteer { mobile, .. } => PendingSheet::Volunteer { mobile_masked: mobile.masked() },
        Pending::Representative(asked) => PendingSheet::Representative { mobile_masked: asked.naming.mobile.masked() },
        Pending::Staff { phase, .. } => match phase.step() {
            Step::Code => PendingSheet::StaffCode,
            Step::Enrol => PendingSheet::StaffEnrol,
            Step::Password => PendingSheet::StaffPassword,
        },
    }))
}

/// Sends a new code for the same half-finished sign-in; the code before it is void.
pub async fn send_again(ctx: &Ctx, token: &PendingToken) -> Result<()> {
    match find(ctx, ctx.db(), token).await? {
        Some(Pending::Beneficiary { national_id, mobile }) => beneficiary::send(ctx, token, national_id, mobile).await,
        Some(Pending::Tracker { reference }) => track::send(ctx, token, reference).await,
        Some(Pending::Volunteer { mobile, joining }) => {
            volunteer::send(ctx, token, mobile, joining.map(|joining| *joining)).await
        }
        Some(Pending::Representative(asked)) => representative::send(ctx, token, *asked).await,
        Some(Pending::Staff { .. }) | None => Err(Error::NotSignedIn),
    }
}

pub(super) async fn find(ctx: &Ctx, source: &impl Source, token: &PendingToken) -> Result<Option<Pending>> {
    let Some(login) = logins::find(source, &token.hash(source), ctx.now()).await? else { return Ok(None) };
    match login.subject {
        Subject::Pending(_) => serde_json::from_value(login.facts)
            .map(Some)
            .map_err(|error| Error::Internal(format!("a half-finished sign-in cannot be read: {error}"))),
        Subject::Staff(_)
        | Subject::Beneficiary(_)
        | Subject::Tracker(_)
        | Subject::Follower(_)
        | Subject::Volunteer(_) => Ok(None),
    }
}

/// Keeps a half-finished sign-in; one that is there already under the token lasts longer.
pub(super) async fn keep(ctx: &Ctx, tx: &Tx, token: &PendingToken, pending: &Pending) -> Result<()> {
    let hash = token.hash(tx);
    let now = ctx.now();
    let facts = serde_json::to_value(pending)
        .map_err(|error| Error::Internal(format!("a half-finished sign-in cannot be kept: {error}")))?;
    let login =
        Login { subject: pending.subject(), facts, created_at: now, seen_at: now, expires_at: now + PENDING_FOR };
    logins::delete(tx, &hash).await?;
    logins::insert(tx, &hash, &login).await?;
    Ok(())
}

/// The step was taken: nothing is left to be used again.
pub(super) async fn finish(tx: &Tx, token: &PendingToken) -> Result<()> {
    Ok(logins::delete(tx, &token.hash(tx)).await?)
}

/// Staff of a half-finished sign-in, with tries for the next step.
pub(super) async fn keep_staff(ctx: &Ctx, tx: &Tx, id: StaffId, phase: Phase) -> Result<PendingToken> {
    let token = PendingToken::new(ctx);
    let subject = token.hash(tx);
    codes::issue_to_nobody(ctx, tx, Purpose::StaffCode, &subject, PENDING_FOR).await?;
    keep(ctx, tx, &token, &Pending::Staff { id, phase }).await?;
    Ok(token)
}

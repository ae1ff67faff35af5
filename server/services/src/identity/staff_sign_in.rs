//! The first step of staff: user name and password.

use domain::{Invalid, TimeDelta};

use super::{
    PendingToken, Step,
    limits::{self, Limit},
    password,
    pending::{self, Phase},
    totp::Enrolling,
};
use crate::{Ctx, Error, Result};

/// Tries of one user name from one address in a quarter of an hour.
const PER_USER_HERE: i64 = 10;
/// Tries of one user name from anywhere in an hour: many more, so that nobody locks a colleague out from afar.
const PER_USER: i64 = 100;
/// Tries from one address in an hour.
const PER_ADDRESS: i64 = 200;

/// A half-finished sign-in of staff, and what is asked next.
#[derive(Clone, Debug)]
pub struct StaffPending {
    pub token: PendingToken,
    pub step: Step,
}

/// Checks the password. A wrong password, an unknown user name and a closed account get the same answer
/// ([`Invalid::Credentials`] on `password`) after the same time.
pub async fn staff_sign_in(ctx: &Ctx, user_name: &str, password: &str) -> Result<StaffPending> {
    let user_name = user_name.trim().to_lowercase();
    let wrong = || Error::field("password", Invalid::Credentials);
    if user_name.len() > 4 * password::LONGEST || password.len() > 4 * password::LONGEST {
        return Err(wrong());
    }
    let from = ctx.address().map(|address| address.to_string()).unwrap_or_default();
    let here = Limit::new("staff.user.here", format!("{user_name} {from}"), PER_USER_HERE, TimeDelta::minutes(15));
    let mut limits = vec![here, Limit::new("staff.user", user_name.clone(), PER_USER, TimeDelta::hours(1))];
    limits.extend(Limit::address(ctx, "staff", PER_ADDRESS));
    limits::take(ctx, limits).await?;
    let account = store::staff::find_by_user_name(ctx.db(), &user_name).await?;
    let kept = account.as_ref().map(|account| account.password_hash.clone());
    let right = password::verify(password, kept).await?;
    let Some(account) = account.filter(|account| right && !account.disabled) else {
        tracing::warn!("a sign-in of staff was refused");
        return Err(wrong());
    };
    let phase = if account.totp.is_some() { Phase::Code } else { Phase::Enrol(Enrolling::new(ctx)) };
    let step = phase.step();
    let ctx2 = ctx.clone();
    let id = account.id;
    let token =
        ctx.db().write(move |tx| Box::pin(async move { pending::keep_staff(&ctx2, tx, id, phase).await })).await?;
    Ok(StaffPending { token, step })
}

#[cfg(test)]
mod tests;

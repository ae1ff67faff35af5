//! Programmes as a visitor reads them (D1, D3). Nothing here needs a sign-in.

use domain::{
    programme::ProgrammeSpec,
    views::{Catalogue, ProgrammeSheet, Terms},
    window::Window,
};

use crate::{Ctx, Error, Result};

/// The programmes that take applications today.
pub async fn open(ctx: &Ctx) -> Result<Vec<ProgrammeSpec>> {
    Ok(catalogue(ctx).await?.open)
}

/// Every programme, those that are closed today apart, with what is promised to all.
pub async fn catalogue(ctx: &Ctx) -> Result<Catalogue> {
    let programmes = store::programmes::current_all(ctx.db()).await?;
    let (open, closed) = programmes.into_iter().partition(|programme| programme.takes_applications(ctx.today()));
    Ok(Catalogue { open, closed, terms: terms(ctx).await? })
}

/// One programme, open or not.
pub async fn find(ctx: &Ctx, slug: &str) -> Result<ProgrammeSheet> {
    let programme = store::programmes::by_slug(ctx.db(), slug).await?.ok_or(Error::NotFound)?;
    let takes_applications = programme.takes_applications(ctx.today());
    Ok(ProgrammeSheet { programme, takes_applications, terms: terms(ctx).await? })
}

async fn terms(ctx: &Ctx) -> Result<Terms> {
    let policy = ctx.policy().await?;
    let floor = policy.window.floor.days();
    Ok(Terms {
        floor,
        promise: policy.window.promise.max(floor),
        appeal_days: policy.appeal_days,
        if_today: Window::open(ctx.today(), policy.window),
    })
}

#[cfg(test)]
mod tests;

//! The ways to the association, and whether somebody is there now (C1–C8).

use domain::{
    Invalid,
    knowledge::{Act, ChannelSettings},
    views::ChannelsSheet,
};
use serde_json::json;

use super::require;
use crate::{Ctx, Error, Result, requests};

/// The name of the setting.
const SETTING: &str = "channels";
/// Days ahead for which holidays are told.
const AHEAD: u16 = 60;

/// Every channel, the hours, and the holidays of the coming weeks.
pub async fn channels(ctx: &Ctx) -> Result<ChannelsSheet> {
    let calendar = ctx.policy().await?.calendar;
    let hours = calendar.settings();
    Ok(ChannelsSheet {
        association: ctx.house().association.clone(),
        settings: store::settings::get(ctx.db(), SETTING).await?.unwrap_or_default(),
        doors: calendar.doors(ctx.now()),
        today: ctx.today(),
        opens: hours.opens,
        closes: hours.closes,
        holidays: calendar.holidays_after(ctx.today(), AHEAD),
    })
}

/// Sets what is the association's own to say. An account is reached by `https:`, and mail has an `@`.
pub async fn set_channels(ctx: &Ctx, settings: ChannelSettings) -> Result<()> {
    require(ctx, Act::SetChannels)?;
    if settings.social.iter().any(|account| !account.address.starts_with("https://")) {
        return Err(Error::field("social", Invalid::Choice));
    }
    if settings.email.as_deref().is_some_and(|email| !email.contains('@') || email.contains(char::is_whitespace)) {
        return Err(Error::field("email", Invalid::Choice));
    }
    let caller = ctx.clone();
    ctx.db()
        .write(move |tx| {
            Box::pin(async move {
                store::settings::put(tx, SETTING, &settings).await?;
                requests::audit_beside(&caller, tx, "knowledge.set_channels", "setting:channels", json!({})).await
            })
        })
        .await
}

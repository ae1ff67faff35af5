//! The link in a message by which its recipient stops what they can do without. It does nothing else, for nobody else,
//! so it needs no sign-in and does not expire.

use domain::{PersonId, access::Actor, views::StopSheet};
use i18n::{Locale, td_string};
use store::{Source, Tx, Vault};
use subtle::ConstantTimeEq;

use crate::{Ctx, Error, House, Result, requests};

const PURPOSE: &str = "stop messages";
/// Hexadecimal digits of the mark: 80 bits.
const MARK: usize = 20;

/// The line with a person's link.
pub(super) fn line(source: &impl Source, house: &House, locale: Locale, person: PersonId) -> String {
    let path = i18n::localised(locale, &format!("/stop/{}", token(source.vault(), person)));
    td_string!(locale, messages.stop_line, link = format!("{}{path}", house.public_url))
}

fn token(vault: &Vault, person: PersonId) -> String {
    format!("{:x}-{}", person.0, mark(vault, person))
}

fn mark(vault: &Vault, person: PersonId) -> String {
    let mut mark = vault.link_mark(PURPOSE, &person.to_string());
    mark.truncate(MARK);
    mark
}

/// Whether the holder of a link has stopped; not who they are. A link nobody was sent does not exist.
pub async fn sheet(ctx: &Ctx, token: &str) -> Result<StopSheet> {
    let person = open(ctx.db().vault(), token)?;
    Ok(StopSheet { stopped: store::stops::has_stopped(ctx.db(), person).await? })
}

fn open(vault: &Vault, token: &str) -> Result<PersonId> {
    let (id, given) = token.split_once('-').ok_or(Error::NotFound)?;
    let person = PersonId(i64::from_str_radix(id, 16).map_err(|_| Error::NotFound)?);
    let ours: bool = mark(vault, person).as_bytes().ct_eq(given.as_bytes()).into();
    if ours { Ok(person) } else { Err(Error::NotFound) }
}

/// Stops what the holder can do without. Twice changes nothing.
pub async fn stop(ctx: &Ctx, token: &str) -> Result<()> {
    settle(ctx, token, true).await
}

/// Lets it come again.
pub async fn resume(ctx: &Ctx, token: &str) -> Result<()> {
    settle(ctx, token, false).await
}

async fn settle(ctx: &Ctx, token: &str, stopped: bool) -> Result<()> {
    let person = open(ctx.db().vault(), token)?;
    let ctx = ctx.acting_as(Actor::Beneficiary { person });
    let db = ctx.db().clone();
    db.write(move |tx| Box::pin(async move { settle_in(&ctx, tx, person, stopped).await })).await
}

async fn settle_in(ctx: &Ctx, tx: &Tx, person: PersonId, stopped: bool) -> Result<()> {
    store::people::find(tx, person).await?.ok_or(Error::NotFound)?;
    let changed = if stopped {
        store::stops::stop(tx, person, ctx.now()).await?
    } else {
        store::stops::resume(tx, person).await?
    };
    if changed {
        let detail = serde_json::json!({ "stopped": stopped });
        requests::audit_beside(ctx, tx, "SettleMessages", &format!("person:{person}"), detail).await?;
    }
    Ok(())
}

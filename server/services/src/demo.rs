//! The demonstration: accounts to try, the outbox, and a clock that can run ahead. Not found anywhere else.

use domain::{
    Mobile, PersonId, TimeDelta,
    message::Recipient,
    programme::{Bilingual, ProgrammeSpec},
    request::StageKind,
    views::{DemoMessage, DemoPerson, DemoSheet, DemoStaff},
};
use store::{
    people::NewPerson,
    requests::{Filter, Order},
};

use crate::{Ctx, Error, Result, identity};

/// The password of every account of the demonstration.
pub const PASSWORD: &str = "wisal-demo-1448";

const CLOCK: &str = "clock_ahead_seconds";
const MESSAGES: u64 = 200;
const PEOPLE: u64 = 60;

/// Answers in a demonstration only.
fn require(ctx: &Ctx) -> Result<()> {
    if ctx.house().demo { Ok(()) } else { Err(Error::NotFound) }
}

/// Answers in a demonstration whose database answers.
pub async fn answers(ctx: &Ctx) -> Result<()> {
    require(ctx)?;
    if ctx.house().is_ready().await { Ok(()) } else { Err(Error::Internal("the database is not ready".to_owned())) }
}

/// Accounts to try and the clock.
pub async fn sheet(ctx: &Ctx) -> Result<DemoSheet> {
    require(ctx)?;
    let mut staff = Vec::new();
    for member in store::staff::list(ctx.db()).await? {
        staff.push(DemoStaff {
            code: member
                .totp
                .as_ref()
                .map(|secret| identity::totp_now(secret, ctx.now()))
                .transpose()?
                .unwrap_or_default(),
            user_name: member.user_name,
            name: member.display_name,
            roles: member.roles.into_iter().collect(),
            password: PASSWORD.to_owned(),
        });
    }
    let mut people = Vec::new();
    let latest = Filter { order: Order::NewestFirst, limit: PEOPLE, ..Filter::default() };
    for line in store::requests::queue(ctx.db(), &latest).await? {
        if let Some(person) = store::people::find(ctx.db(), line.person).await? {
            people.push(DemoPerson {
                name: line.applicant_name.map(|name| name.full()).unwrap_or_default(),
                national_id: person.national_id.to_string(),
                mobile: person.mobile.local(),
                reference: line.reference,
                stage: line.stage,
            });
        }
    }
    people.sort_by_key(|person| StageKind::ALL.iter().position(|kind| *kind == person.stage));
    let days_ahead = ctx.house().clock.ahead().div_euclid(86_400);
    Ok(DemoSheet { now: ctx.now(), days_ahead, staff, people })
}

/// The last messages, newest first.
pub async fn outbox(ctx: &Ctx) -> Result<Vec<DemoMessage>> {
    require(ctx)?;
    let messages = store::outbox::recent(ctx.db(), MESSAGES).await?;
    Ok(messages
        .into_iter()
        .map(|message| DemoMessage {
            at: message.created_at,
            to: message.to.to_string(),
            template: message.template,
            language: message.language.slug().to_owned(),
            body: message.body,
        })
        .collect())
}

/// Moves the clock forward by so many days, for as long as the data live.
pub async fn move_clock(ctx: &Ctx, days: i64) -> Result<()> {
    require(ctx)?;
    let ahead = ctx.house().clock.ahead() + TimeDelta::days(days).num_seconds();
    ctx.db()
        .write(move |tx| Box::pin(async move { store::settings::put(tx, CLOCK, &ahead).await.map_err(Error::from) }))
        .await?;
    ctx.house().clock.run_ahead(ahead);
    Ok(())
}

/// Takes up the clock where a former run left it.
pub async fn restore_clock(ctx: &Ctx) -> Result<()> {
    require(ctx)?;
    if let Some(ahead) = store::settings::get::<i64>(ctx.db(), CLOCK).await? {
        ctx.house().clock.run_ahead(ahead);
    }
    Ok(())
}

/// Has nobody set this house up yet?
pub async fn is_fresh(ctx: &Ctx) -> Result<bool> {
    Ok(store::staff::list(ctx.db()).await?.is_empty() && store::programmes::current_all(ctx.db()).await?.is_empty())
}

/// Gives a fresh demonstration its programmes and branches. Gives the branches' ids.
pub async fn furnish(ctx: &Ctx, programmes: Vec<ProgrammeSpec>, branches: Vec<Bilingual>) -> Result<Vec<i64>> {
    require(ctx)?;
    let now = ctx.now();
    ctx.db()
        .write(move |tx| {
            Box::pin(async move {
                for programme in &programmes {
                    store::programmes::put(tx, programme, now).await?;
                }
                let mut ids = Vec::new();
                for branch in &branches {
                    ids.push(store::branches::insert(tx, branch).await?);
                }
                Ok::<_, Error>(ids)
            })
        })
        .await
}

/// Enters a synthetic person, as if they had signed in once.
pub async fn admit(ctx: &Ctx, person: NewPerson) -> Result<PersonId> {
    require(ctx)?;
    ctx.db().write(move |tx| Box::pin(async move { Ok(store::people::insert(tx, &person).await?) })).await
}

/// The code in the last message of a template to a mobile.
pub async fn code_sent_to(ctx: &Ctx, mobile: &Mobile, template: &str) -> Result<String> {
    require(ctx)?;
    let messages = store::outbox::recent(ctx.db(), MESSAGES).await?;
    let body = messages
        .into_iter()
        .find(|message| message.to == Recipient::Sms(mobile.clone()) && message.template == template);
    let code = body.and_then(|message| {
        let digits = message.body.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 6);
        digits.map(str::to_owned)
    });
    code.ok_or_else(|| Error::Internal(format!("no {template} was sent")))
}

/// The token of the rating link in the last message to a mobile.
pub async fn rating_token_sent_to(ctx: &Ctx, mobile: &Mobile) -> Result<Option<String>> {
    require(ctx)?;
    let messages = store::outbox::recent(ctx.db(), MESSAGES).await?;
    let last = messages
        .into_iter()
        .find(|message| message.to == Recipient::Sms(mobile.clone()) && message.template == "completed");
    Ok(last.and_then(|message| {
        let rest = message.body.split("/rate/").nth(1)?;
        rest.split_whitespace().next().map(str::to_owned)
    }))
}

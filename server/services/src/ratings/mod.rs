//! Rating a service or an answer: the beneficiary's right, once, within its time (D5, D6c).

mod rate;
mod sheet;

use domain::{
    Reference,
    access::Actor,
    rating::{Rated, Standing},
    voice::Act,
};
use store::{Source, ratings::Invite};

pub use rate::rate;
pub use sheet::sheet;

use crate::{Ctx, Error, Result, status, voice};

/// How somebody comes to rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Door {
    /// With the link of the message: a secret of one purpose that expires. No sign-in.
    Link(String),
    /// From the page of their own request.
    Own(Reference),
    /// From the page of what they wrote.
    Contact(Reference),
}

/// What is rated, as it is kept.
enum Subject {
    Service(Box<store::requests::Row>),
    Contact(Box<store::voice::Row>),
}

/// An invitation, what it is for, and the caller as the one who may use it.
struct Invited {
    ctx: Ctx,
    invite: Invite,
    subject: Subject,
}

/// Finds the invitation behind a door. A link nobody sent does not exist.
async fn invited(ctx: &Ctx, source: &impl Source, door: &Door) -> Result<Invited> {
    match door {
        Door::Link(token) => {
            let hash = source.vault().token_hash(token);
            let invite = store::ratings::find_by_token(source, &hash).await?.ok_or(Error::NotFound)?;
            let (actor, subject) = behind(source, invite.of).await?;
            Ok(Invited { ctx: ctx.acting_as(actor), invite, subject })
        }
        Door::Own(reference) => {
            let row = status::own(ctx, source, reference).await?;
            let invite = store::ratings::of(source, Rated::Service(row.id)).await?.ok_or(Error::NotFound)?;
            Ok(Invited { ctx: ctx.clone(), invite, subject: Subject::Service(Box::new(row)) })
        }
        Door::Contact(reference) => {
            let row = voice::find(ctx, source, reference, Act::View).await?;
            let invite = store::ratings::of(source, Rated::Contact(row.id)).await?.ok_or(Error::NotFound)?;
            Ok(Invited { ctx: ctx.clone(), invite, subject: Subject::Contact(Box::new(row)) })
        }
    }
}

/// What a link is for, and whom it lets its bearer act as: for this, and nothing else.
async fn behind(source: &impl Source, of: Rated) -> Result<(Actor, Subject)> {
    match of {
        Rated::Service(request) => {
            let row = store::requests::find(source, request).await?.ok_or(Error::NotFound)?;
            Ok((Actor::Tracker { request }, Subject::Service(Box::new(row))))
        }
        Rated::Contact(matter) => {
            let row = store::voice::find(source, matter).await?.ok_or(Error::NotFound)?;
            Ok((Actor::Follower { matter }, Subject::Contact(Box::new(row))))
        }
    }
}

/// How the rating of this stands for who may give it.
pub(crate) async fn standing(ctx: &Ctx, source: &impl Source, of: Rated) -> Result<Standing> {
    let Some(invite) = store::ratings::of(source, of).await? else { return Ok(Standing::Closed) };
    Ok(match invite.rating {
        Some(rating) => Standing::Given { level: rating.level },
        None if ctx.now() < invite.expires_at => Standing::Open,
        None => Standing::Closed,
    })
}

impl Invited {
    /// Refuses once the time is over.
    fn in_time(&self) -> Result<()> {
        if self.ctx.now() < self.invite.expires_at {
            return Ok(());
        }
        let last = domain::time::riyadh_date(self.invite.expires_at);
        Err(domain::request::NotNow::TooLate(last).into())
    }
}

#[cfg(test)]
mod tests;

//! Volunteering (C6): what there is to do, who joins, when they come, what they gave.

mod answer;
mod attendance;
mod browse;
mod certify;
mod join;
mod mine;
mod plan;
mod queue;
mod shift;
#[cfg(test)]
pub(crate) mod walk;

pub use answer::{accept, decline};
pub use attendance::{attendance, confirm_hours};
pub use browse::{opportunities, opportunity};
pub use certify::{certify, check};
pub use join::{Joining, join};
pub(crate) use join::{checked, receive};
pub use mine::mine;
pub use plan::{Draft, add_shift, change, create, plan_sheet, plans, remove_shift};
pub use queue::{queue, sheet};
pub use shift::{leave, take};

use domain::{
    NaiveDate, VolunteerId,
    access::Actor,
    message::Recipient,
    views::{CertificateLine, MyShift, OpportunityCard, ShiftLine},
    volunteer::{Act, Attendance, may},
};
use serde_json::Value;
use store::{
    Source, Tx,
    outbox::NewMessage,
    volunteers::{
        Volunteer, applications, certificates::Certificate, opportunities::Kept, places::Place, shifts, shifts::Shift,
    },
};

use crate::{Ctx, Error, Result, messages::Message, requests};

/// Refuses unless the actor may do this.
fn require(ctx: &Ctx, act: Act) -> Result<()> {
    match ctx.actor() {
        Actor::Visitor => Err(Error::NotSignedIn),
        actor if may(actor, act) => Ok(()),
        _ => Err(Error::NotEntitled),
    }
}

/// The volunteer who is asking. To anybody else this is the volunteers' door.
fn me(ctx: &Ctx) -> Result<VolunteerId> {
    match ctx.actor() {
        Actor::Volunteer { id } => Ok(*id),
        Actor::Visitor | Actor::Beneficiary { .. } | Actor::Tracker { .. } | Actor::Follower { .. } => {
            Err(Error::NotSignedIn)
        }
        Actor::Staff { .. } | Actor::System => Err(Error::NotEntitled),
    }
}

/// Writes one audit entry.
async fn audit(ctx: &Ctx, tx: &Tx, action: &str, subject: String, detail: Value) -> Result<()> {
    let entry = store::audit::Entry {
        at: ctx.now(),
        actor: requests::actor_name(ctx.actor()),
        action: format!("volunteer.{action}"),
        subject,
        detail,
    };
    store::audit::append(tx, &entry).await?;
    Ok(())
}

/// Puts a message for a volunteer into the outbox, in the transaction of what it tells. The key keeps it single.
async fn tell(ctx: &Ctx, tx: &Tx, to: &Volunteer, message: &Message, key: String) -> Result<()> {
    let letter = NewMessage {
        key,
        person: None,
        request: None,
        to: Recipient::Sms(to.mobile.clone()),
        language: to.language,
        template: message.template().slug().to_owned(),
        body: message.words(tx, requests::locale_of(to.language), ctx.house()).await?,
        created_at: ctx.now(),
        due_at: ctx.now(),
    };
    store::outbox::enqueue(tx, &letter).await?;
    Ok(())
}

/// A volunteer who must be there.
async fn volunteer(source: &impl Source, id: VolunteerId) -> Result<Volunteer> {
    store::volunteers::find(source, id).await?.ok_or(Error::NotFound)
}

/// An opportunity that must be there.
async fn kept(source: &impl Source, id: i64) -> Result<Kept> {
    store::volunteers::opportunities::find(source, id).await?.ok_or(Error::NotFound)
}

fn line(shift: &Shift) -> ShiftLine {
    ShiftLine { id: shift.id, plan: shift.plan, left: shift.left() }
}

/// An opportunity with those of its shifts that are on or after a day; all of them without one.
async fn card(source: &impl Source, kept: Kept, from: Option<NaiveDate>) -> Result<OpportunityCard> {
    let accepted = u16::try_from(applications::accepted(source, kept.id).await?).unwrap_or(u16::MAX);
    let all = shifts::of_opportunity(source, kept.id).await?;
    let shown = all.iter().filter(|shift| from.is_none_or(|from| shift.plan.on >= from)).map(line).collect();
    Ok(OpportunityCard {
        left: kept.opportunity.wanted.saturating_sub(accepted),
        opportunity: kept.opportunity,
        shifts: shown,
    })
}

/// A volunteer's shifts of one opportunity, and those they may still join.
async fn shifts_of(
    source: &impl Source,
    opportunity: i64,
    places: &[(Place, Shift)],
    joinable: bool,
    today: NaiveDate,
) -> Result<Vec<MyShift>> {
    let all = shifts::of_opportunity(source, opportunity).await?;
    let shown = all.iter().filter_map(|shift| {
        let theirs = places.iter().find(|(place, _)| place.shift == shift.id);
        let attendance = theirs.map(|(place, _)| place.attendance);
        let ahead = shift.plan.may_change(today);
        let may_change = match attendance {
            None => joinable && ahead && shift.left() > 0,
            Some(Attendance::Held) => ahead,
            Some(Attendance::Asked | Attendance::Came { .. } | Attendance::Missed) => false,
        };
        let shown = attendance.is_some() || joinable && ahead;
        shown.then(|| MyShift { line: line(shift), attendance, may_change, over: shift.plan.on < today })
    });
    Ok(shown.collect())
}

/// Confirmed minutes of some shifts.
fn minutes(shifts: &[MyShift]) -> u32 {
    shifts.iter().filter_map(|shift| shift.attendance).map(|attendance| u32::from(attendance.minutes())).sum()
}

fn certificate_line(certificate: &Certificate, title: &domain::programme::Bilingual) -> CertificateLine {
    CertificateLine {
        id: certificate.id,
        number: certificate.number.clone(),
        title: title.clone(),
        minutes: certificate.minutes,
        issued_on: certificate.issued_on,
    }
}

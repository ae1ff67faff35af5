//! Inquiries, complaints and proposals (G1, D3, D7, C7): said, followed, answered, and settled by who said it. One file
//! each, one transaction each.

mod answer;
mod folder;
mod follow;
mod open_file;
mod publish;
mod published;
mod queue;
mod send;
mod settle;
mod sheet;
mod take;
mod tell;

pub use answer::{Answer, answer};
pub use folder::folder;
pub use follow::follow;
pub use open_file::open_file;
pub use publish::{publish, withdraw};
pub use published::published;
pub use queue::{queue, waiting};
pub use send::{Letter, MOST_FILES, Receipt, send, terms};
pub use settle::{Verdict, settle};
pub use sheet::{mine, sheet};
pub use take::take;

use domain::{
    Reference, StaffId,
    access::{Actor, Relation},
    voice::{About, Act, Kind, NoMove, Sender, Stage, may},
};
use store::{
    Source, Tx,
    events::By,
    voice::{Reach, Row},
};

use crate::{Ctx, Error, Result, requests};

/// Where the caller may do this, whatever the stage.
fn reach(actor: &Actor, act: Act) -> Reach {
    let Actor::Staff { branches, .. } = actor else { return Reach::default() };
    let somewhere =
        |kind, relation| Stage::ALL.into_iter().any(|stage| may(actor, act, About { kind, stage, relation }));
    let kinds = Kind::ALL.into_iter().filter_map(|kind| {
        if somewhere(kind, Relation::OtherBranch) {
            Some((kind, None))
        } else if somewhere(kind, Relation::Branch) {
            Some((kind, Some(branches.iter().copied().collect())))
        } else {
            None
        }
    });
    Reach(kinds.collect())
}

/// Does this member of staff see matters at all?
pub fn answers(actor: &Actor) -> bool {
    !reach(actor, Act::View).0.is_empty()
}

/// How the caller stands to a matter.
async fn relation(ctx: &Ctx, source: &impl Source, row: &Row) -> Result<Relation> {
    Ok(match (ctx.actor(), &row.sender) {
        (Actor::Beneficiary { person }, Sender::Person { person: sender }) if person == sender => Relation::Own,
        (Actor::Follower { matter }, _) if *matter == row.id => Relation::Own,
        (Actor::Staff { id, branches, .. }, _) => {
            if worked_on(source, row, *id).await? {
                Relation::Conflicted
            } else if branches.contains(&row.branch) {
                Relation::Branch
            } else {
                Relation::OtherBranch
            }
        }
        _ => Relation::Stranger,
    })
}

/// Did this member of staff work on what a complaint is about: an earlier matter, or a request?
async fn worked_on(source: &impl Source, row: &Row, member: StaffId) -> Result<bool> {
    let Some(about) = row.about.as_ref().filter(|_| row.matter.kind() == Kind::Complaint) else { return Ok(false) };
    if let Some(earlier) = store::voice::find_by_reference(source, about).await? {
        return Ok(earlier.matter.was_handled_by(member));
    }
    let Some(request) = store::requests::find_by_reference(source, about).await? else { return Ok(false) };
    let events = store::events::of_request(source, request.id).await?;
    Ok(events.iter().any(|event| event.by == By::Staff(member.0)))
}

async fn about(ctx: &Ctx, source: &impl Source, row: &Row) -> Result<About> {
    let relation = relation(ctx, source, row).await?;
    Ok(About { kind: row.matter.kind(), stage: row.matter.stage(), relation })
}

/// Finds a matter the caller may do this with. What they may not see does not exist for them; what the matter has
/// moved past is a conflict.
pub(crate) async fn find(ctx: &Ctx, source: &impl Source, reference: &Reference, act: Act) -> Result<Row> {
    if *ctx.actor() == Actor::Visitor {
        return Err(Error::NotSignedIn);
    }
    let row = store::voice::find_by_reference(source, reference).await?.ok_or(Error::NotFound)?;
    let about = about(ctx, source, &row).await?;
    if may(ctx.actor(), act, about) {
        Ok(row)
    } else if !may(ctx.actor(), Act::View, about) {
        Err(Error::NotFound)
    } else if Stage::ALL.into_iter().any(|stage| may(ctx.actor(), act, About { stage, ..about })) {
        Err(Error::Conflict)
    } else {
        Err(Error::NotEntitled)
    }
}

/// A change of a matter: whose wish, and the version they saw.
struct Step<'a> {
    reference: &'a Reference,
    act: Act,
    seen: i64,
}

/// Loads the matter inside the transaction and refuses unless the caller may do this to it as it is *now*.
async fn begin(ctx: &Ctx, tx: &Tx, step: &Step<'_>) -> Result<Row> {
    let row = find(ctx, tx, step.reference, step.act).await?;
    if row.version == step.seen { Ok(row) } else { Err(Error::Conflict) }
}

/// Saves the matter with its audit entry.
async fn finish(ctx: &Ctx, tx: &Tx, action: &str, row: &mut Row) -> Result<()> {
    row.updated_at = ctx.now();
    row.version = store::voice::save(tx, row).await?;
    let detail = serde_json::json!({ "stage": row.matter.stage().slug(), "version": row.version });
    audit(tx, ctx, requests::actor_name(ctx.actor()), action, &row.reference, detail).await
}

pub(crate) async fn audit(
    tx: &Tx,
    ctx: &Ctx,
    actor: String,
    action: &str,
    reference: &Reference,
    detail: serde_json::Value,
) -> Result<()> {
    let entry = store::audit::Entry {
        at: ctx.now(),
        actor,
        action: format!("voice.{action}"),
        subject: format!("matter:{reference}"),
        detail,
    };
    Ok(store::audit::append(tx, &entry).await?)
}

/// A move that is not open any more was overtaken by somebody else's.
fn moved(error: NoMove) -> Error {
    match error {
        NoMove::Passed => Error::Conflict,
        NoMove::Decision => Error::field("decision", domain::Invalid::Missing),
    }
}

/// The member of staff who is asking.
fn staff(ctx: &Ctx) -> Result<StaffId> {
    ctx.actor().staff().ok_or(Error::NotSignedIn)
}

#[cfg(test)]
mod tests;

//! The work queue: what waits for the reader, and what they may look up.

use std::collections::{BTreeSet, HashMap};

use domain::{
    Reference, Timestamp,
    access::Action,
    programme::Bilingual,
    request::StageKind,
    time::riyadh_date,
    views::{Queue, QueueCursor, QueueFilter, QueueLine},
    window::Window,
};
use store::requests::{Cursor, Filter, Line, Order};

use super::reach::Reach;
use crate::{Ctx, Error, Result, requests};

/// Lines of a page.
const PAGE: usize = 25;

/// One page of the requests the reader may see, what has waited longest first, with the count of every stage.
pub async fn queue(ctx: &Ctx, filter: QueueFilter) -> Result<Queue> {
    ctx.require_beside(Action::SeeQueue)?;
    let reach = Reach::of(ctx.actor());
    let mut lines = lines(ctx, &reach, &filter).await?;
    let more = lines.len() > PAGE;
    lines.truncate(PAGE);
    let last = lines.last().filter(|_| more);
    let next = last.map(|line| QueueCursor { updated_at: line.updated_at, id: line.id.0 });
    Ok(Queue {
        counts: reach.counts(ctx.db()).await?,
        mine: reach.acts.iter().copied().collect(),
        next,
        today: Some(ctx.today()),
        lines: shown(ctx, lines).await?,
    })
}

/// The stages a filter asks for.
fn wanted(reach: &Reach, filter: &QueueFilter) -> BTreeSet<StageKind> {
    match filter.stage {
        Some(stage) => [stage].into(),
        None if filter.all || filter.search.is_some() || reach.acts.is_empty() => reach.seen(),
        None => reach.acts.clone(),
    }
}

async fn lines(ctx: &Ctx, reach: &Reach, filter: &QueueFilter) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    for (stages, branches) in reach.scopes(&wanted(reach, filter)) {
        let part = Filter {
            stages,
            branches,
            search: filter.search.as_deref().map(searched),
            order: Order::OldestFirst,
            after: filter.after.map(|after| Cursor { updated_at: after.updated_at, id: domain::RequestId(after.id) }),
            limit: u64::try_from(PAGE + 1).unwrap_or(u64::MAX),
        };
        lines.extend(store::requests::queue(ctx.db(), &part).await?);
    }
    lines.sort_by_key(|line| (line.updated_at, line.id));
    Ok(lines)
}

/// A whole reference is found however it was typed; anything else is part of a name.
fn searched(text: &str) -> String {
    Reference::parse(text).map_or_else(|_| text.to_owned(), |reference| reference.to_string())
}

async fn shown(ctx: &Ctx, lines: Vec<Line>) -> Result<Vec<QueueLine>> {
    let mut names: HashMap<(String, i64), Bilingual> = HashMap::new();
    let mut shown = Vec::new();
    for line in lines {
        if requests::sits_on_committee(ctx.actor()) && !may_open(ctx, &line).await? {
            continue;
        }
        let key = (line.programme_slug.clone(), line.programme_version);
        let programme = match names.get(&key) {
            Some(name) => name.clone(),
            None => {
                let spec = store::programmes::by_version(ctx.db(), &key.0, key.1).await?;
                let name = spec.map(|spec| spec.name).ok_or_else(|| Error::Internal(format!("programme {}", key.0)))?;
                names.insert(key, name.clone());
                name
            }
        };
        shown.push(QueueLine {
            id: line.id.0,
            applicant_name: line.applicant_name.as_ref().map(domain::PersonName::full).unwrap_or_default(),
            programme,
            stage: line.stage,
            submitted_at: line.submitted_at,
            window: window(&line),
            updated_at: line.updated_at,
            reference: line.reference,
        });
    }
    Ok(shown)
}

/// A member of the committee does not even see the name on a file they stepped aside from.
async fn may_open(ctx: &Ctx, line: &Line) -> Result<bool> {
    let Some(row) = store::requests::find(ctx.db(), line.id).await? else { return Ok(false) };
    let subject = requests::subject(ctx, ctx.db(), &row).await?;
    Ok(domain::access::allows(ctx.actor(), Action::View, subject))
}

fn window(line: &Line) -> Option<Window> {
    let told: Timestamp = line.submitted_at?;
    Some(Window {
        told_on: riyadh_date(told),
        earliest_reply_on: line.earliest_reply_on?,
        latest_reply_on: line.latest_reply_on?,
    })
}

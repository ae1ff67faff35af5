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
        let programme = if let Some(name) = names.get(&key) {
            name.clone()
        } else {
            let spec = store::programmes::by_version(ctx.db(), &key.0, key.1).await?;
            let name = spec.map(|spec| spec.name).ok_or_else(|| Error::Internal(format!("programme {}", key.0)))?;
            names.insert(key, name.clone());
            name
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

#[cfg(test)]
mod tests {
    use domain::{
        ShortText,
        access::{Actor, Role},
        committee::Recusal,
    };

    use super::*;
    use crate::{
        office::walk::{matched, officer, referred, researcher},
        testing::World,
    };

    fn references(queue: &Queue) -> Vec<Reference> {
        queue.lines.iter().map(|line| line.reference.clone()).collect()
    }

    #[tokio::test]
    async fn each_sees_what_waits_for_them() {
        let world = World::new().await;
        let reference = matched(&world).await;
        let mine = queue(&researcher(&world), QueueFilter::default()).await.expect("a queue");
        assert_eq!(references(&mine), [reference]);
        let officers = queue(&officer(&world), QueueFilter::default()).await.expect("a queue");
        assert!(officers.lines.is_empty());
        assert_eq!(officers.counts.get(&StageKind::Matched), Some(&1));
        let all = queue(&officer(&world), QueueFilter { all: true, ..QueueFilter::default() }).await.expect("a queue");
        assert_eq!(all.lines.len(), 1);
    }

    #[tokio::test]
    async fn another_branch_and_drafts_stay_out() {
        let world = World::new().await;
        world.drafted().await;
        let officer = officer(&world);
        let all = QueueFilter { all: true, ..QueueFilter::default() };
        assert!(queue(&officer, all.clone()).await.expect("a queue").lines.is_empty());
        let world = World::new().await;
        world.submitted().await;
        let Actor::Staff { id, roles, .. } = officer.actor().clone() else { panic!("staff") };
        let elsewhere = world.acting_as(Actor::Staff { id, roles, branches: [99].into() });
        let queue = queue(&elsewhere, all).await.expect("a queue");
        assert!(queue.lines.is_empty() && queue.counts.is_empty());
    }

    #[tokio::test]
    async fn a_name_is_found_however_it_is_spelt_and_a_reference_however_typed() {
        let world = World::new().await;
        let reference = world.submitted().await;
        let typed = reference.to_string().to_lowercase().replace('-', " ");
        for (text, found) in [("ساره محمد", 1), ("السَّالم", 1), (typed.as_str(), 1), ("خالد", 0)] {
            let filter = QueueFilter { search: Some(text.to_owned()), ..QueueFilter::default() };
            assert_eq!(queue(&officer(&world), filter).await.expect("a queue").lines.len(), found, "{text}");
        }
    }

    #[tokio::test]
    async fn who_has_no_queue_is_refused() {
        let world = World::new().await;
        for role in [Role::SystemAdministrator, Role::CommitteeMember, Role::QualityOfficer] {
            let refused = queue(&world.staff(role), QueueFilter::default()).await;
            assert!(matches!(refused, Err(Error::Forbidden(Action::SeeQueue))));
        }
        assert!(matches!(queue(&world.visitor(), QueueFilter::default()).await, Err(Error::NotSignedIn)));
    }

    #[tokio::test]
    async fn who_stepped_aside_does_not_see_the_name() {
        let world = World::new().await;
        let reference = referred(&world).await;
        let chair = world.staff(Role::CommitteeChair);
        let all = QueueFilter { all: true, ..QueueFilter::default() };
        assert_eq!(queue(&chair, all.clone()).await.expect("a queue").lines.len(), 1);
        let row = world.row(&reference).await;
        let aside = Recusal {
            member: chair.actor().staff().expect("staff"),
            ground: ShortText::parse("قرابة").expect("words"),
            at: chair.now(),
        };
        let session = row.stage.referred().expect("referred").referral.session;
        let stepped = world.house.db.write(move |tx| {
            Box::pin(async move { Ok::<_, Error>(store::committee::put_recusal(tx, row.id, session, &aside).await?) })
        });
        stepped.await.expect("stepped aside");
        assert!(queue(&chair, all).await.expect("a queue").lines.is_empty());
    }
}

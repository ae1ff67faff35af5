//! What every use case on a request shares: finding it, the reader's relation to it, and the one way it moves on.

use domain::{
    NaiveDate, Reference, StaffId, Timestamp,
    access::{Action, Actor, Relation, Role, Subject},
    committee::Outcome,
    document::GivenDocument,
    policy::Policy,
    programme::ProgrammeSpec,
    request::{Stage, StageKind},
    views::TimelineKind,
};
use i18n::Locale;
use store::{Language, Source, Tx, requests::Row};

use crate::{
    Ctx, Error, Result,
    messages::{self, Message},
};

/// The locale a person is written to in.
pub(crate) fn locale_of(language: Language) -> Locale {
    match language {
        Language::Ar => Locale::ar,
        Language::En => Locale::en,
    }
}

/// The language stored for a locale.
pub(crate) fn language_of(locale: Locale) -> Language {
    match locale {
        Locale::ar => Language::Ar,
        Locale::en => Language::En,
    }
}

/// How the caller stands to a request.
pub(crate) async fn relation(ctx: &Ctx, source: &impl Source, row: &Row) -> Result<Relation> {
    Ok(match ctx.actor() {
        Actor::Beneficiary { person } if *person == row.person => Relation::Own,
        Actor::Beneficiary { person } => {
            let named = store::representations::of_request(source, row.id).await?;
            if named.is_some_and(|named| named.person == *person) { Relation::Represented } else { Relation::Stranger }
        }
        Actor::Tracker { request } if *request == row.id => Relation::Own,
        Actor::Staff { id, branches, .. } => {
            if conflicted(source, row, *id).await? {
                Relation::Conflicted
            } else if branches.contains(&row.branch) {
                Relation::Branch
            } else {
                Relation::OtherBranch
            }
        }
        Actor::System => Relation::Branch,
        Actor::Visitor | Actor::Tracker { .. } | Actor::Follower { .. } | Actor::Volunteer { .. } => Relation::Stranger,
    })
}

/// Did this member step aside from the request, or vote on the answer that is appealed?
async fn conflicted(source: &impl Source, row: &Row, member: StaffId) -> Result<bool> {
    let Some(referred) = row.stage.referred() else { return Ok(false) };
    let rejections = referred.earlier.iter().filter(|decision| matches!(decision.outcome, Outcome::Rejected { .. }));
    if rejections.flat_map(|decision| &decision.votes).any(|vote| vote.member == member) {
        return Ok(true);
    }
    let recusals = store::committee::recusals(source, row.id, referred.referral.session).await?;
    Ok(recusals.iter().any(|recusal| recusal.member == member))
}

/// Finds a request the caller may do this to. What they may not see does not exist for them.
pub(crate) async fn find(ctx: &Ctx, source: &impl Source, reference: &Reference, action: Action) -> Result<Row> {
    if *ctx.actor() == Actor::Visitor {
        return Err(Error::NotSignedIn);
    }
    let row = store::requests::find_by_reference(source, reference).await?.ok_or(Error::NotFound)?;
    ctx.require(action, subject(ctx, source, &row).await?)?;
    Ok(row)
}

/// The request, as far as the caller's rights are concerned.
pub(crate) async fn subject(ctx: &Ctx, source: &impl Source, row: &Row) -> Result<Subject> {
    Ok(Subject { relation: relation(ctx, source, row).await?, stage: row.stage.kind() })
}

/// What the caller may do with a request now.
pub(crate) fn allowed(actor: &Actor, subject: Subject) -> Vec<Action> {
    Action::ON_REQUESTS.into_iter().filter(|action| domain::access::allows(actor, *action, subject)).collect()
}

/// The programme a request was made under, in its version, as it is for everybody.
pub(crate) async fn published(source: &impl Source, row: &Row) -> Result<ProgrammeSpec> {
    store::programmes::by_version(source, &row.programme_slug, row.programme_version)
        .await?
        .ok_or_else(|| Error::Internal(format!("programme {} v{}", row.programme_slug, row.programme_version)))
}

/// The programme as this request is asked: with the proof of who makes it for the applicant.
pub(crate) async fn programme(source: &impl Source, row: &Row) -> Result<ProgrammeSpec> {
    let mut spec = published(source, row).await?;
    let named = store::representations::of_request(source, row.id).await?;
    if let Some(proof) = named.and_then(|named| named.capacity.proof())
        && spec.documents.iter().all(|rule| rule.kind != proof.kind)
    {
        spec.documents.push(proof);
    }
    Ok(spec)
}

/// Every document of a request: those that were signed, and those that came with appeals.
pub(crate) fn papers(row: &Row) -> impl Iterator<Item = &GivenDocument> {
    row.answers.documents.iter().chain(row.stage.appeal_papers())
}

/// The settings a request was received under.
pub(crate) async fn policy(source: &impl Source, row: &Row) -> Result<Policy> {
    let version = row.policy_version;
    let policy = store::settings::policy_by_version(source, version).await?;
    policy.ok_or_else(|| Error::Internal(format!("policy v{version}")))
}

/// A move of a request: who wants what, and what it leaves behind.
pub(crate) struct Move<'a> {
    pub reference: &'a Reference,
    pub action: Action,
    /// The row version the caller saw; `None` where a stale view cannot do harm.
    pub seen: Option<i64>,
    /// The line in the timeline; `None` for a change that is not a step (an answer, a vote).
    pub leaves: Option<TimelineKind>,
}

/// Loads the request inside the transaction and refuses unless the caller may do this to it as it is *now*.
pub(crate) async fn begin(ctx: &Ctx, tx: &Tx, step: &Move<'_>) -> Result<Row> {
    let row = find(ctx, tx, step.reference, step.action).await?;
    if step.seen.is_some_and(|seen| seen != row.version) {
        return Err(Error::Conflict);
    }
    Ok(row)
}

/// Saves the moved request with its timeline line, its audit entry and its message: all or nothing.
pub(crate) async fn finish(ctx: &Ctx, tx: &Tx, step: &Move<'_>, row: &mut Row, message: Option<Message>) -> Result<()> {
    row.updated_at = ctx.now();
    row.version = store::requests::save(tx, row, row.version).await?;
    if !matches!(row.stage.kind(), StageKind::Draft | StageKind::Returned) {
        store::unfinished::forget(tx, row.id, None).await?;
    }
    if let Some(kind) = step.leaves {
        leave(ctx, tx, row, kind).await?;
    }
    audit(
        ctx,
        tx,
        step.action,
        &format!("request:{}", row.reference),
        serde_json::json!({
            "stage": row.stage.kind().slug(), "version": row.version,
        }),
    )
    .await?;
    if let Some(message) = message {
        let key = format!("{}:{}:{}", row.reference, message.template(), row.version);
        messages::tell(tx, ctx.house(), row.person, Some(row.id), &message, key, ctx.now()).await?;
    }
    Ok(())
}

/// Adds a line to the request's timeline.
pub(crate) async fn leave(ctx: &Ctx, tx: &Tx, row: &Row, kind: TimelineKind) -> Result<()> {
    let event = store::events::Event {
        at: ctx.now(),
        kind: kind.slug().to_owned(),
        by: ctx.actor().into(),
        facts: serde_json::Value::Null,
    };
    store::events::append(tx, row.id, &event).await?;
    Ok(())
}

/// Writes one audit entry about a support request.
pub(crate) async fn audit(ctx: &Ctx, tx: &Tx, action: Action, subject: &str, detail: serde_json::Value) -> Result<()> {
    audit_beside(ctx, tx, &format!("{action:?}"), subject, detail).await
}

/// Writes one audit entry of something that concerns no request.
pub(crate) async fn audit_beside(
    ctx: &Ctx,
    tx: &Tx,
    action: &str,
    subject: &str,
    detail: serde_json::Value,
) -> Result<()> {
    let entry = store::audit::Entry {
        at: ctx.now(),
        actor: actor_name(ctx.actor()),
        action: action.to_owned(),
        subject: subject.to_owned(),
        detail,
    };
    store::audit::append(tx, &entry).await?;
    Ok(())
}

/// Who did it, as the audit names them.
pub(crate) fn actor_name(actor: &Actor) -> String {
    match actor {
        Actor::Visitor => "visitor".to_owned(),
        Actor::Beneficiary { person } => format!("person:{person}"),
        Actor::Tracker { request } => format!("tracker:{request}"),
        Actor::Follower { matter } => format!("follower:{matter}"),
        Actor::Volunteer { id } => format!("volunteer:{id}"),
        Actor::Staff { id, .. } => format!("staff:{id}"),
        Actor::System => "system".to_owned(),
    }
}

/// Moves a row's stage by one of its moves, which consume it.
pub(crate) fn advance(row: &mut Row, step: impl FnOnce(Stage) -> Result<Stage, domain::request::NotNow>) -> Result<()> {
    let stage = std::mem::replace(&mut row.stage, Stage::draft());
    row.stage = step(stage)?;
    Ok(())
}

/// The two dates an applicant is told.
pub(crate) fn window_dates(row: &Row) -> Option<(NaiveDate, NaiveDate)> {
    row.stage.submitted().map(|submitted| (submitted.window.earliest_reply_on, submitted.window.latest_reply_on))
}

/// Is the caller one of the committee?
pub(crate) fn sits_on_committee(actor: &Actor) -> bool {
    [Role::CommitteeMember, Role::CommitteeChair].into_iter().any(|role| actor.has(role))
}

/// Seconds from one moment to another, never negative.
pub(crate) fn seconds_until(now: Timestamp, then: Timestamp) -> i64 {
    (then - now).num_seconds().max(0)
}

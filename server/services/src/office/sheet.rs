//! A request on one page.

use std::collections::BTreeMap;

use domain::{
    NaiveDate, PersonName, Reference, StaffId,
    access::{Action, Actor},
    eligibility::Facts,
    matching::MatchField,
    programme::{Bilingual, ProgrammeSpec},
    time::riyadh_date,
    views::{DocumentLine, RepresentativeLine, RequestSheet, SessionLine, SessionState, TimelineEntry, TimelineKind},
};
use store::{committee, events::By, requests::Row};

use super::{opened, suspects};
use crate::{Ctx, Error, Result, requests};

/// Everything about a request that the reader may see. Opening it leaves an entry in the audit chain.
pub async fn sheet(ctx: &Ctx, reference: &Reference) -> Result<RequestSheet> {
    ctx.require_beside(Action::SeeQueue)?;
    let db = ctx.db();
    let row = requests::find(ctx, db, reference, Action::View).await?;
    opened::note(ctx, &row).await?;
    let person = store::people::find(db, row.person).await?.ok_or(Error::NotFound)?;
    let programme = requests::programme(db, &row).await?;
    let policy = requests::policy(db, &row).await?;
    let allowed = requests::allowed(ctx.actor(), requests::subject(ctx, db, &row).await?);
    let day = row.stage.submitted().map_or(ctx.today(), |submitted| riyadh_date(submitted.submitted_at));
    Ok(RequestSheet {
        reference: row.reference.clone(),
        version: row.version,
        applicant_name: row.applicant_name.as_ref().map(PersonName::full).unwrap_or_default(),
        national_id: person.national_id,
        mobile: person.mobile,
        representative: representative(ctx, &row).await?,
        iban: row.answers.need.as_ref().and_then(|need| need.iban.clone()),
        documents: documents(&row, &programme, day),
        to_match: MatchField::of(&row.answers),
        suspects: if knows_people(ctx.actor()) { suspects::of(db, &row).await? } else { Vec::new() },
        eligibility: programme.eligibility.explain(&Facts::of(&row.answers, day)),
        score_rule: policy.score,
        timeline: timeline(ctx, &row).await?,
        sessions: if allowed.contains(&Action::Refer) { open_sessions(ctx).await? } else { Vec::new() },
        session: row.stage.referred().map(|referred| referred.referral.session),
        today: ctx.today(),
        allowed,
        programme,
        stage: row.stage,
        answers: row.answers,
    })
}

async fn representative(ctx: &Ctx, row: &Row) -> Result<Option<RepresentativeLine>> {
    let Some(named) = store::representations::of_request(ctx.db(), row.id).await? else { return Ok(None) };
    let person = store::people::find(ctx.db(), named.person).await?.ok_or(Error::NotFound)?;
    Ok(Some(RepresentativeLine {
        name: named.name,
        capacity: named.capacity,
        national_id: person.national_id,
        mobile: person.mobile,
        named_at: named.named_at,
    }))
}

/// Who may be told of other people that are like the applicant: those who match and study, not the committee.
fn knows_people(actor: &Actor) -> bool {
    use domain::access::Role::{ExecutiveDirector, RelationsOfficer, ResearchOfficer};
    [RelationsOfficer, ResearchOfficer, ExecutiveDirector].into_iter().any(|role| actor.has(role))
}

pub(crate) fn documents(row: &Row, programme: &ProgrammeSpec, day: NaiveDate) -> Vec<DocumentLine> {
    requests::papers(row)
        .map(|given| {
            let rule = programme.documents.iter().find(|rule| rule.kind == given.kind);
            DocumentLine {
                id: given.id,
                kind: given.kind,
                pages: given.pages.clone(),
                issued_on: given.issued_on,
                validity: rule.map(|rule| rule.validity(given.issued_on, day)),
            }
        })
        .collect()
}

async fn timeline(ctx: &Ctx, row: &Row) -> Result<Vec<TimelineEntry>> {
    let mut names: BTreeMap<i64, Bilingual> = BTreeMap::new();
    let mut entries = Vec::new();
    for event in store::events::of_request(ctx.db(), row.id).await? {
        let kind = serde_json::from_value::<TimelineKind>(event.kind.clone().into());
        let kind = kind.map_err(|error| Error::Internal(format!("event {}: {error}", event.kind)))?;
        let by = match event.by {
            By::Staff(id) => {
                if !names.contains_key(&id)
                    && let Some(found) = store::staff::find(ctx.db(), StaffId(id)).await?
                {
                    names.insert(id, found.display_name);
                }
                names.get(&id).cloned()
            }
            _ => None,
        };
        entries.push(TimelineEntry { kind, at: event.at, by });
    }
    Ok(entries)
}

/// Sessions that still take files, the next one first.
async fn open_sessions(ctx: &Ctx) -> Result<Vec<SessionLine>> {
    let mut lines = Vec::new();
    for session in committee::sessions(ctx.db()).await? {
        if session.state == committee::SessionState::Open {
            let files = store::requests::in_session(ctx.db(), session.id).await?.len();
            lines.push(SessionLine {
                id: session.id,
                title: session.title,
                held_on: session.held_on,
                state: SessionState::Open,
                files: u64::try_from(files).unwrap_or(u64::MAX),
            });
        }
    }
    lines.reverse();
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use domain::{TimeDelta, access::Role, document::Validity, views::TimelineKind};

    use super::*;
    use crate::{
        office::walk::{officer, researcher, studied},
        testing::World,
    };

    async fn audited(world: &World) -> i64 {
        store::audit::verify(&world.house.db).await.expect("verified").entries
    }

    #[tokio::test]
    async fn everything_about_a_request_is_on_one_page() {
        let world = World::new().await;
        let reference = world.submitted().await;
        let sheet = sheet(&officer(&world), &reference).await.expect("a sheet");
        assert_eq!(sheet.applicant_name, "سارة محمد علي السالم");
        assert_eq!(sheet.allowed, [Action::View, Action::Return, Action::Match]);
        assert_eq!(sheet.documents.len(), 2);
        assert!(sheet.timeline.iter().any(|entry| entry.kind == TimelineKind::Submitted && entry.by.is_none()));
        assert!(sheet.sessions.is_empty());
    }

    #[tokio::test]
    async fn validity_is_that_of_the_day_of_submission() {
        let world = World::new().await;
        let reference = world.submitted().await;
        world.pass_days(400);
        let sheet = sheet(&officer(&world), &reference).await.expect("a sheet");
        assert!(sheet.documents.iter().all(|line| line.validity == Some(Validity::Valid)));
        assert_eq!(sheet.today - TimeDelta::days(400), sheet.stage.submitted().expect("submitted").window.told_on);
    }

    #[tokio::test]
    async fn opening_a_file_is_noted_once_a_day() {
        let world = World::new().await;
        let reference = world.submitted().await;
        let before = audited(&world).await;
        for _ in 0..3 {
            sheet(&officer(&world), &reference).await.expect("a sheet");
        }
        assert_eq!(audited(&world).await, before + 1);
        sheet(&researcher(&world), &reference).await.expect("a sheet");
        assert_eq!(audited(&world).await, before + 2);
        world.pass_days(1);
        sheet(&officer(&world), &reference).await.expect("a sheet");
        assert_eq!(audited(&world).await, before + 3);
    }

    #[tokio::test]
    async fn applicants_and_strangers_do_not_read_it() {
        let world = World::new().await;
        let reference = studied(&world).await;
        let before = audited(&world).await;
        assert!(matches!(sheet(&world.visitor(), &reference).await, Err(Error::NotSignedIn)));
        for actor in [world.beneficiary(), world.stranger(), world.staff(Role::SystemAdministrator)] {
            assert!(matches!(sheet(&actor, &reference).await, Err(Error::Forbidden(Action::SeeQueue))));
        }
        assert!(matches!(sheet(&world.staff(Role::ServiceProvider), &reference).await, Err(Error::NotFound)));
        assert!(matches!(sheet(&world.staff(Role::CommitteeSecretary), &reference).await, Err(Error::NotFound)));
        assert_eq!(audited(&world).await, before);
    }
}

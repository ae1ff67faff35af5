//! Brings a request to the stage a test begins at, by the use cases themselves.

use domain::{
    LongText, Reference, SessionId, ShortText,
    access::{Action, Role},
    committee::{Decision, Outcome},
    matching::{Compared, MatchField, Seen},
    request::{NotNow, StageKind},
    study::{Housing, Recommendation, StudyPlace},
};

use super::{Match, StudyNotes, close_match, open_study, record_study, refer, register, start_delivery};
use crate::{Ctx, Error, Result, requests, testing::World};

pub fn officer(world: &World) -> Ctx {
    world.staff(Role::RelationsOfficer)
}

pub fn researcher(world: &World) -> Ctx {
    world.staff(Role::ResearchOfficer)
}

pub fn provider(world: &World) -> Ctx {
    world.staff(Role::ServiceProvider)
}

/// Every field agrees; nobody is like the applicant.
pub fn agreeing() -> Match {
    let fields = [
        MatchField::Name,
        MatchField::NationalId,
        MatchField::BirthDate,
        MatchField::Household,
        MatchField::Income,
        MatchField::Rent,
        MatchField::Iban,
    ];
    let compared = fields.map(|field| Compared { field, seen: Seen::Agrees }).to_vec();
    Match { compared, rulings: Vec::new() }
}

pub fn notes() -> StudyNotes {
    StudyNotes {
        place: StudyPlace::Home,
        housing: Housing::Crowded,
        findings: LongText::parse("غرفتان لثلاثة، والإيجار متأخر شهرين.").expect("words"),
        recommendation: Recommendation::Support,
        clause: ShortText::parse("3-2").expect("a clause"),
    }
}

pub async fn version(world: &World, reference: &Reference) -> i64 {
    world.row(reference).await.version
}

pub async fn stage(world: &World, reference: &Reference) -> StageKind {
    world.row(reference).await.stage.kind()
}

pub async fn matched(world: &World) -> Reference {
    let reference = world.submitted().await;
    close_match(&officer(world), &reference, version(world, &reference).await, agreeing()).await.expect("matched");
    reference
}

pub async fn under_study(world: &World) -> Reference {
    let reference = matched(world).await;
    open_study(&researcher(world), &reference, version(world, &reference).await).await.expect("opened");
    reference
}

pub async fn studied(world: &World) -> Reference {
    let reference = under_study(world).await;
    let seen = version(world, &reference).await;
    record_study(&researcher(world), &reference, seen, notes()).await.expect("recorded");
    reference
}

/// A session that takes files.
pub async fn session(world: &World) -> SessionId {
    let (today, now) = (world.system().today(), world.house.clock.now());
    let opened = world.house.db.write(move |tx| {
        Box::pin(async move { Ok::<_, Error>(store::committee::insert_session(tx, "جلسة", today, now).await?) })
    });
    opened.await.expect("a session")
}

pub async fn referred(world: &World) -> Reference {
    let reference = studied(world).await;
    let seen = version(world, &reference).await;
    refer(&researcher(world), &reference, seen, session(world).await).await.expect("referred");
    reference
}

/// Accepted on the fourteenth day, so that the answer is out.
pub async fn accepted(world: &World) -> Reference {
    decided(world, Outcome::Accepted).await
}

pub async fn decided(world: &World, outcome: Outcome) -> Reference {
    let reference = referred(world).await;
    world.pass_days(14);
    let recorded_by = world.staff(Role::CommitteeSecretary).actor().staff().expect("staff");
    let decide = |row: &mut store::requests::Row, at| {
        let decision = Decision {
            number: "1448-0001".to_owned(),
            outcome,
            votes: Vec::new(),
            recusals: Vec::new(),
            recorded_by,
            decided_at: at,
        };
        requests::advance(row, |stage| stage.decide(decision, at))
    };
    world.change(&reference, decide).await;
    reference
}

pub async fn registered(world: &World) -> Reference {
    let reference = accepted(world).await;
    register(&officer(world), &reference, version(world, &reference).await).await.expect("registered");
    reference
}

pub async fn delivering(world: &World) -> Reference {
    let reference = registered(world).await;
    start_delivery(&provider(world), &reference, version(world, &reference).await).await.expect("on its way");
    reference
}

/// Refused because the stage does not allow it.
pub fn is_not_now(result: &Result<impl Sized>, action: Action) -> bool {
    matches!(result, Err(Error::NotNow(NotNow::Stage { action: refused, .. })) if *refused == action)
}

/// Refused because somebody else moved it on.
pub fn is_conflict(result: &Result<impl Sized>) -> bool {
    matches!(result, Err(Error::Conflict))
}

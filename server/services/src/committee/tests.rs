//! The committee at work: votes, quorum, ties, recusal, and a decision nobody outside hears of before its day (H5).

use domain::{
    Invalid, LongText, Reference, SessionId, ShortText, TimeDelta,
    access::{Action, Role},
    committee::{Choice, NoDecision, Outcome},
    request::{NotNow, StageKind},
    views::TimelineKind,
};

mod cases;
mod decisions;
mod votes;

use super::{Wording, agenda, brief, decide, open_session, sessions, step_aside, vote};
use crate::{Ctx, Error, Result, jobs, letters, office, status, testing::World};

fn why() -> LongText {
    LongText::parse("الدخل أعلى من الحد.").expect("words")
}

fn wording() -> Wording {
    Wording { reason: Some(why()), clause: ShortText::parse("5-1").ok() }
}

fn ground() -> ShortText<300> {
    ShortText::parse("ابن عم مقدّم الطلب").expect("words")
}

fn member(world: &World) -> Ctx {
    world.staff(Role::CommitteeMember)
}

fn chair(world: &World) -> Ctx {
    world.staff(Role::CommitteeChair)
}

fn secretary(world: &World) -> Ctx {
    world.staff(Role::CommitteeSecretary)
}

/// Five seats: the member, the chair, and three more.
fn seats(world: &World) -> [Ctx; 5] {
    let another = |role| world.seat(role);
    [
        member(world),
        chair(world),
        another(Role::QualityOfficer),
        another(Role::KnowledgeEditor),
        another(Role::VolunteerCoordinator),
    ]
}

async fn cast(ctx: &Ctx, reference: &Reference, choice: Choice) {
    vote(ctx, reference, choice, Some(why())).await.expect("voted");
}

async fn record(world: &World, reference: &Reference) -> Result<String> {
    decide(&secretary(world), reference, world.seen(reference).await, wording()).await
}

async fn session_of(world: &World, reference: &Reference) -> SessionId {
    world.row(reference).await.stage.referred().expect("referred").referral.session
}

//! What happens by itself, once, however many nodes do it (H5).

use domain::{
    LongText, Reference, TimeDelta,
    application::{Answer, Need, Section},
    committee::Choice,
    request::{Gap, StageKind},
    views::TimelineKind,
};

use super::{issue_due, lapse_due, purge, seal_audit, verify_audit};
use crate::{
    applications, status,
    testing::{World, answers},
};

async fn stage(world: &World, reference: &Reference) -> StageKind {
    world.row(reference).await.stage.kind()
}

/// Nothing for thirteen days, on the fourteenth one answer, told once: whichever node does it, and however often.
async fn held_until_its_day(world: &World) {
    let references = [world.decided(Choice::Accept).await, world.decided(Choice::Reject).await];
    for _ in 0..13 {
        assert_eq!(issue_due(&world.system()).await.expect("nothing due"), 0);
        world.pass_days(1);
    }
    // Midnight in Riyadh is what counts: it is nine in the morning of the thirteenth day.
    let house = &world.house;
    house.clock.run_ahead(house.clock.ahead() + 15 * 3_600 - 1);
    assert_eq!(issue_due(&world.system()).await.expect("nothing due"), 0);
    assert_eq!((world.messages("answered").await, stage(world, &references[0]).await), (0, StageKind::DecisionHeld));

    house.clock.run_ahead(house.clock.ahead() + 1);
    let mut nodes = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let node = world.system();
        nodes.spawn(async move { issue_due(&node).await });
    }
    let issued: u64 = nodes.join_all().await.into_iter().map(|round| round.expect("a round")).sum();
    assert_eq!(issued, 2);
    assert_eq!(issue_due(&world.system()).await.expect("nothing left"), 0);
    assert_eq!(world.messages("answered").await, 2);
    for reference in &references {
        assert_eq!(world.events(reference, TimelineKind::AnswerIssued).await, 1);
        let told = status::sheet(&world.beneficiary(), reference).await.expect("their own");
        assert!(told.seen.answer.is_some());
    }
    assert_eq!(stage(world, &references[0]).await, StageKind::Accepted);
    assert_eq!(stage(world, &references[1]).await, StageKind::Rejected);
}

#[tokio::test]
async fn an_answer_goes_out_on_the_fourteenth_day_and_once() {
    held_until_its_day(&World::new().await).await;
}

#[tokio::test]
async fn an_answer_goes_out_once_from_many_nodes_on_postgres() {
    if let Some(world) = World::on_postgres("jobs_issue").await {
        held_until_its_day(&world).await;
        assert!(seal_audit(&world.system()).await.expect("sealed") > 0);
        assert_eq!(seal_audit(&world.system()).await.expect("nothing left"), 0);
    }
}

#[tokio::test]
async fn a_program_that_slept_past_the_day_issues_when_it_wakes() {
    let world = World::new().await;
    let reference = world.decided(Choice::Defer).await;
    world.pass_days(40);
    assert_eq!(issue_due(&world.system()).await.expect("late"), 1);
    assert_eq!(stage(&world, &reference).await, StageKind::Deferred);
}

#[tokio::test]
async fn a_request_withdrawn_in_time_is_not_answered() {
    let world = World::new().await;
    let reference = world.decided(Choice::Reject).await;
    status::withdraw(&world.beneficiary(), &reference, StageKind::BeforeCommittee).await.expect("withdrawn");
    world.pass_days(14);
    assert_eq!(issue_due(&world.system()).await.expect("nothing due"), 0);
    assert_eq!((world.messages("answered").await, stage(&world, &reference).await), (0, StageKind::Withdrawn));
}

#[tokio::test]
async fn a_returned_request_lapses_when_nobody_touches_it() {
    let world = World::new().await;
    let (left, kept) = (world.submitted().await, world.submitted().await);
    let gaps = || vec![Gap::Section { section: Section::Need }];
    for reference in [&left, &kept] {
        world.give_back(reference, gaps()).await;
    }
    let told = status::sheet(&world.beneficiary(), &left).await.expect("theirs");
    assert_eq!(told.seen.complete_by, Some(world.system().today() + TimeDelta::days(30)));
    world.pass_days(30);
    assert_eq!(lapse_due(&world.system()).await.expect("nothing due"), 0);
    let seen = world.seen(&kept).await;
    let words = LongText::parse("تأخر الإيجار ثلاثة أشهر.").expect("words");
    let corrected = Answer::Need(Need { words, ..answers::need_facts() });
    applications::save(&world.beneficiary(), &kept, seen, corrected).await.expect("saved");
    let told = status::sheet(&world.beneficiary(), &kept).await.expect("theirs");
    assert_eq!(told.seen.complete_by, Some(world.system().today() + TimeDelta::days(30)));
    world.pass_days(1);
    let (one, other) = (world.system(), world.system());
    let (one, other) = tokio::join!(lapse_due(&one), lapse_due(&other));
    assert_eq!(one.expect("a round") + other.expect("a round"), 1);
    assert_eq!((stage(&world, &left).await, stage(&world, &kept).await), (StageKind::Lapsed, StageKind::Returned));
    assert_eq!(world.messages("lapsed").await, 1);
    assert_eq!(world.events(&left, TimelineKind::Lapsed).await, 1);
}

#[tokio::test]
async fn what_expired_is_cleared_away_and_nothing_else() {
    let world = World::new().await;
    let reference = world.submitted().await;
    assert_eq!(purge(&world.system()).await.expect("nothing expired"), 0);
    world.pass_days(41);
    assert!(purge(&world.system()).await.expect("cleared") > 0);
    assert_eq!(purge(&world.system()).await.expect("nothing left"), 0);
    assert_eq!(stage(&world, &reference).await, StageKind::Submitted);
}

#[tokio::test]
async fn the_audit_chain_holds() {
    let world = World::new().await;
    world.answered(Choice::Accept).await;
    // On this database entries are sealed as they are written.
    assert_eq!(seal_audit(&world.system()).await.expect("nothing left"), 0);
    assert!(verify_audit(&world.house.db).await.expect("verified").entries > 10);
}

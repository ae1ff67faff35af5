//! Decisions: quorum, tie, wording, number, and when the answer goes out (H5).

use super::*;

#[tokio::test]
async fn no_decision_without_a_quorum() {
    let world = World::new().await;
    let reference = world.before_committee().await;
    for ctx in &seats(&world)[..2] {
        cast(ctx, &reference, Choice::Accept).await;
    }
    let short = record(&world, &reference).await;
    assert!(matches!(short, Err(Error::NoDecision(NoDecision::NoQuorum { have: 2, need: 3 }))));
    assert_eq!(world.row(&reference).await.stage.kind(), StageKind::BeforeCommittee);
    assert_eq!(world.events(&reference, TimelineKind::Decided).await, 0);
    cast(&seats(&world)[2], &reference, Choice::Accept).await;
    // The number that was drawn for the decision that did not come is drawn again.
    assert_eq!(record(&world, &reference).await.expect("decided"), "1448-0001");
}

#[tokio::test]
async fn the_chair_settles_a_tie() {
    let world = World::new().await;
    let [member, chair, third, fourth, fifth] = seats(&world);
    let with_chair = world.before_committee().await;
    for (ctx, choice) in
        [(&member, Choice::Accept), (&third, Choice::Accept), (&chair, Choice::Reject), (&fourth, Choice::Reject)]
    {
        cast(ctx, &with_chair, choice).await;
    }
    record(&world, &with_chair).await.expect("decided");
    let row = world.row(&with_chair).await;
    assert_eq!(row.stage.decided().expect("decided").decision.outcome.choice(), Choice::Reject);

    let without = world.before_committee().await;
    for (ctx, choice) in
        [(&member, Choice::Accept), (&third, Choice::Accept), (&fourth, Choice::Defer), (&fifth, Choice::Defer)]
    {
        cast(ctx, &without, choice).await;
    }
    assert!(matches!(record(&world, &without).await, Err(Error::NoDecision(NoDecision::Tied))));
}

#[tokio::test]
async fn decisions_are_numbered_in_their_hijri_year() {
    let world = World::new().await;
    let mut numbers = Vec::new();
    for _ in 0..2 {
        let reference = world.before_committee().await;
        for ctx in &seats(&world)[..3] {
            cast(ctx, &reference, Choice::Accept).await;
        }
        numbers.push(record(&world, &reference).await.expect("decided"));
    }
    // 1448 ends in June 2027.
    world.pass_days(230);
    let reference = world.before_committee().await;
    for ctx in &seats(&world)[..3] {
        cast(ctx, &reference, Choice::Accept).await;
    }
    numbers.push(record(&world, &reference).await.expect("decided"));
    assert_eq!(numbers, ["1448-0001", "1448-0002", "1449-0001"]);
}

#[tokio::test]
async fn a_rejection_names_its_reason_and_clause_and_a_deferral_its_reason() {
    for (choice, wording, missing) in [
        (Choice::Reject, Wording { reason: None, ..wording() }, "reason"),
        (Choice::Reject, Wording { clause: None, ..wording() }, "clause"),
        (Choice::Defer, Wording::default(), "reason"),
    ] {
        let world = World::new().await;
        let reference = world.before_committee().await;
        for ctx in &seats(&world)[..3] {
            cast(ctx, &reference, choice).await;
        }
        let refused = decide(&chair(&world), &reference, world.seen(&reference).await, wording).await;
        assert!(matches!(refused, Err(Error::Field { field, why: Invalid::Missing }) if field == missing));
    }
    let world = World::new().await;
    let reference = world.before_committee().await;
    for ctx in &seats(&world)[..3] {
        cast(ctx, &reference, Choice::Accept).await;
    }
    decide(&chair(&world), &reference, world.seen(&reference).await, Wording::default()).await.expect("accepted");
}

/// What the applicant can know of their request: status, list, timeline, letters, messages.
async fn known(world: &World, reference: &Reference) -> String {
    let ctx = world.beneficiary();
    let read = serde_json::to_string(&(
        status::sheet(&ctx, reference).await.expect("their own"),
        status::mine(&ctx).await.expect("their own"),
    ));
    let letter = letters::answer(&ctx, reference).await.is_ok();
    let messages: Vec<_> = store::outbox::recent(&world.house.db, 500)
        .await
        .expect("messages")
        .into_iter()
        .map(|sent| sent.body)
        .collect();
    format!("{} {letter} {messages:?}", read.expect("json"))
}

#[tokio::test]
async fn a_held_decision_is_heard_of_nowhere() {
    for choice in Choice::ALL {
        let world = World::new().await;
        let reference = world.before_committee().await;
        // The clock moves on, so that any moment of change that leaked would show.
        world.pass_days(1);
        let before = known(&world, &reference).await;
        for ctx in &seats(&world)[..3] {
            cast(ctx, &reference, choice).await;
        }
        step_aside(&seats(&world)[3], &reference, ground()).await.expect("stepped aside");
        record(&world, &reference).await.expect("decided");
        assert_eq!(world.row(&reference).await.stage.kind(), StageKind::DecisionHeld);
        assert_eq!(known(&world, &reference).await, before);
        // The committee itself knows, and knows that it is held.
        let seen = brief(&member(&world), &reference).await.expect("a brief");
        assert_eq!(
            (seen.stage, seen.decision.map(|(_, outcome)| outcome.choice())),
            (StageKind::DecisionHeld, Some(choice))
        );
        assert!(!seen.allowed.contains(&Action::Vote));
    }
}

#[tokio::test]
async fn a_decision_after_the_floor_goes_out_at_once() {
    let world = World::new().await;
    let reference = world.before_committee().await;
    world.pass_days(14);
    for ctx in &seats(&world)[..3] {
        cast(ctx, &reference, Choice::Accept).await;
    }
    record(&world, &reference).await.expect("decided");
    assert_eq!(world.row(&reference).await.stage.kind(), StageKind::Accepted);
    assert_eq!(world.messages("answered").await, 1);
    assert_eq!(world.events(&reference, TimelineKind::AnswerIssued).await, 1);
    assert_eq!(jobs::issue_due(&world.system()).await.expect("nothing left"), 0);
    assert_eq!(world.messages("answered").await, 1);
}

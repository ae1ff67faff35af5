//! Votes: who has one, when it is seen, and that it may be changed.

use super::*;

#[tokio::test]
async fn the_others_votes_come_after_ones_own() {
    let world = World::new().await;
    let reference = world.before_committee().await;
    cast(&chair(&world), &reference, Choice::Reject).await;
    let before = brief(&member(&world), &reference).await.expect("a brief");
    assert_eq!((before.votes.len(), before.recusals.len(), before.standing, before.my_vote), (0, 0, None, None));
    let travels = serde_json::to_string(&brief(&member(&world), &reference).await.expect("a brief")).expect("json");
    assert!(!travels.contains("الدخل أعلى من الحد."));

    cast(&member(&world), &reference, Choice::Accept).await;
    let after = brief(&member(&world), &reference).await.expect("a brief");
    assert_eq!(after.votes.len(), 2);
    assert_eq!(after.standing, Some(Err(NoDecision::NoQuorum { have: 2, need: 3 })));
    assert_eq!(after.my_vote.map(|vote| vote.choice), Some(Choice::Accept));
    // Who has no vote to give and records the decision sees them all.
    assert_eq!(brief(&secretary(&world), &reference).await.expect("a brief").votes.len(), 2);
}

#[tokio::test]
async fn a_vote_may_be_changed_until_the_decision() {
    let world = World::new().await;
    let reference = world.before_committee().await;
    let ctx = member(&world);
    for choice in [Choice::Reject, Choice::Defer] {
        let silent = vote(&ctx, &reference, choice, None).await;
        assert!(matches!(silent, Err(Error::Field { field: "reason", why: Invalid::Missing })));
    }
    cast(&ctx, &reference, Choice::Reject).await;
    vote(&ctx, &reference, Choice::Accept, None).await.expect("a second thought");
    let votes = brief(&ctx, &reference).await.expect("a brief").votes;
    assert_eq!(votes.len(), 1);
    assert_eq!((votes[0].vote.choice, votes[0].vote.reason.clone()), (Choice::Accept, None));

    world.decide(&reference, Choice::Accept).await;
    let late = vote(&ctx, &reference, Choice::Reject, Some(why())).await;
    assert!(matches!(late, Err(Error::NotNow(NotNow::Stage { action: Action::Vote, .. }))));
    let aside = step_aside(&ctx, &reference, ground()).await;
    assert!(matches!(aside, Err(Error::NotNow(NotNow::Stage { action: Action::StepAside, .. }))));
}

#[tokio::test]
async fn who_has_no_seat_has_no_vote() {
    let world = World::new().await;
    let reference = world.before_committee().await;
    let (officer, clerk) = (world.staff(Role::RelationsOfficer), secretary(&world));
    for ctx in [&officer, &clerk, &world.staff(Role::ExecutiveDirector)] {
        assert!(matches!(vote(ctx, &reference, Choice::Accept, None).await, Err(Error::Forbidden(Action::Vote))));
    }
    let administrator = world.staff(Role::SystemAdministrator);
    assert!(matches!(vote(&administrator, &reference, Choice::Accept, None).await, Err(Error::NotFound)));
    for ctx in [world.visitor(), world.beneficiary(), world.stranger(), world.follower(&reference).await] {
        assert!(matches!(vote(&ctx, &reference, Choice::Accept, None).await, Err(Error::NotSignedIn)));
        assert!(matches!(step_aside(&ctx, &reference, ground()).await, Err(Error::NotSignedIn)));
    }
    let by_member = decide(&member(&world), &reference, world.seen(&reference).await, wording()).await;
    assert!(matches!(by_member, Err(Error::Forbidden(Action::Decide))));
    assert!(matches!(brief(&officer, &reference).await, Err(Error::Forbidden(Action::SeeSessions))));
    assert!(matches!(brief(&world.visitor(), &reference).await, Err(Error::NotSignedIn)));
    assert!(matches!(brief(&world.beneficiary(), &reference).await, Err(Error::Forbidden(_))));
    // Before the referral there is nothing to see or to vote on.
    let early = world.submitted().await;
    assert!(matches!(brief(&member(&world), &early).await, Err(Error::NotFound)));
    assert!(matches!(vote(&member(&world), &early, Choice::Accept, None).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn nobody_records_votes_they_have_not_seen() {
    let world = World::new().await;
    let reference = world.before_committee().await;
    for ctx in &seats(&world)[..3] {
        cast(ctx, &reference, Choice::Accept).await;
    }
    let seen = brief(&secretary(&world), &reference).await.expect("a brief").version;
    // Two change their mind while the secretary writes.
    for ctx in &seats(&world)[..2] {
        cast(ctx, &reference, Choice::Reject).await;
    }
    let stale = decide(&secretary(&world), &reference, seen, wording()).await;
    assert!(matches!(stale, Err(Error::Conflict)));
    assert_eq!(world.row(&reference).await.stage.kind(), StageKind::BeforeCommittee);
    record(&world, &reference).await.expect("decided");
    let again = record(&world, &reference).await;
    assert!(matches!(again, Err(Error::NotNow(NotNow::Stage { action: Action::Decide, .. }))));
    assert_eq!(world.events(&reference, TimelineKind::Decided).await, 1);
}

async fn all_vote_at_once(world: &World) {
    let reference = world.before_committee().await;
    let mut voting = tokio::task::JoinSet::new();
    for ctx in seats(world) {
        let reference = reference.clone();
        voting.spawn(async move { vote(&ctx, &reference, Choice::Accept, None).await });
    }
    for outcome in voting.join_all().await {
        outcome.expect("voted");
    }
    let row = world.row(&reference).await;
    let session = row.stage.referred().expect("referred").referral.session;
    assert_eq!(store::committee::votes(&world.house.db, row.id, session).await.expect("votes").len(), 5);

    // A vote and the decision in the same moment: either the vote is in the decision, or it is refused.
    let seen = row.version;
    let wavering = member(world);
    let clerk = secretary(world);
    let (changed, decided) = tokio::join!(
        vote(&wavering, &reference, Choice::Defer, Some(why())),
        decide(&clerk, &reference, seen, Wording::default()),
    );
    let row = world.row(&reference).await;
    match (changed, decided) {
        (Ok(()), Err(Error::Conflict)) => assert_eq!(row.stage.kind(), StageKind::BeforeCommittee),
        (Err(Error::NotNow(NotNow::Stage { .. })), Ok(_)) => {
            let votes = &row.stage.decided().expect("decided").decision.votes;
            assert!(votes.iter().all(|vote| vote.choice == Choice::Accept));
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn members_vote_at_the_same_time() {
    all_vote_at_once(&World::new().await).await;
}

#[tokio::test]
async fn members_vote_at_the_same_time_on_postgres() {
    if let Some(world) = World::on_postgres("committee_votes").await {
        all_vote_at_once(&world).await;
    }
}

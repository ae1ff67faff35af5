//! The committee at work: votes, quorum, ties, recusal, and a decision nobody outside hears of before its day (H5).

use domain::{
    Invalid, LongText, Reference, SessionId, ShortText, TimeDelta,
    access::{Action, Role},
    committee::{Choice, NoDecision, Outcome},
    request::{NotNow, StageKind},
    views::TimelineKind,
};

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
async fn who_steps_aside_is_out_of_the_case() {
    let world = World::new().await;
    let (reference, other) = (world.before_committee().await, world.before_committee().await);
    let ctx = member(&world);
    cast(&ctx, &reference, Choice::Accept).await;
    step_aside(&ctx, &reference, ground()).await.expect("stepped aside");

    assert!(matches!(brief(&ctx, &reference).await, Err(Error::NotFound)));
    assert!(matches!(vote(&ctx, &reference, Choice::Accept, None).await, Err(Error::NotFound)));
    assert!(matches!(step_aside(&ctx, &reference, ground()).await, Err(Error::NotFound)));
    let seen = agenda(&ctx, session_of(&world, &reference).await).await.expect("an agenda");
    let line = seen.lines.iter().find(|line| line.reference == reference).expect("a line");
    assert!(line.stepped_aside && !line.open && !line.waits && line.my_vote.is_none());
    assert_eq!(line.applicant_name, "");
    assert_eq!(seen.next, Some(other));

    // The vote is gone, and the other seats are short of one.
    for ctx in &seats(&world)[1..3] {
        cast(ctx, &reference, Choice::Accept).await;
    }
    let short = record(&world, &reference).await;
    assert!(matches!(short, Err(Error::NoDecision(NoDecision::NoQuorum { have: 2, need: 3 }))));
    cast(&seats(&world)[3], &reference, Choice::Accept).await;
    record(&world, &reference).await.expect("decided");
    let row = world.row(&reference).await;
    let decision = &row.stage.decided().expect("decided").decision;
    assert_eq!((decision.votes.len(), decision.recusals.len()), (3, 1));
    assert_eq!(decision.recusals[0].ground, ground());
    assert!(matches!(brief(&ctx, &reference).await, Err(Error::NotFound)));
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

#[tokio::test]
async fn sessions_are_opened_by_the_chair_or_the_secretary() {
    let world = World::new().await;
    let title = || ShortText::parse("الجلسة الأولى").expect("a title");
    let today = world.system().today();
    for ctx in [member(&world), world.staff(Role::ResearchOfficer), world.staff(Role::SystemAdministrator)] {
        assert!(matches!(open_session(&ctx, title(), today).await, Err(Error::Forbidden(Action::ManageSessions))));
    }
    let past = open_session(&chair(&world), title(), today - TimeDelta::days(1)).await;
    assert!(matches!(past, Err(Error::Field { field: "held_on", why: Invalid::DateInPast })));
    let first = open_session(&chair(&world), title(), today).await.expect("opened");
    // A form that arrives twice opens one session.
    assert_eq!(open_session(&chair(&world), title(), today).await.expect("the same"), first);
    let later = open_session(&secretary(&world), title(), today + TimeDelta::days(7)).await.expect("opened");
    assert_ne!(first, later);

    let listed = sessions(&member(&world)).await.expect("sessions");
    assert_eq!(listed.cards.iter().map(|card| card.session.id).collect::<Vec<_>>(), [later, first]);
    assert!(!listed.may_open && sessions(&secretary(&world)).await.expect("sessions").may_open);
    assert!(matches!(sessions(&world.staff(Role::RelationsOfficer)).await, Err(Error::Forbidden(_))));
    assert!(matches!(sessions(&world.visitor()).await, Err(Error::NotSignedIn)));
    assert!(matches!(agenda(&member(&world), SessionId(99)).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn the_agenda_leads_from_file_to_file() {
    let world = World::new().await;
    let (first, second) = (world.before_committee().await, world.before_committee().await);
    let (ctx, session) = (member(&world), session_of(&world, &first).await);
    let counts = |listed: domain::views::Sessions| (listed.cards[0].open, listed.cards[0].waiting);
    assert_eq!(counts(sessions(&ctx).await.expect("sessions")), (2, 2));
    assert_eq!(counts(sessions(&secretary(&world)).await.expect("sessions")), (2, 0));

    let begin = agenda(&ctx, session).await.expect("an agenda").next.expect("a file waits");
    let seen = brief(&ctx, &begin).await.expect("a brief");
    assert_eq!(seen.waiting, 1);
    let next = seen.next.expect("another waits");
    assert_eq!([&begin, &next].into_iter().collect::<std::collections::BTreeSet<_>>(), [&first, &second].into());
    cast(&ctx, &begin, Choice::Accept).await;
    cast(&ctx, &next, Choice::Accept).await;
    assert_eq!(brief(&ctx, &next).await.expect("a brief").next, None);
    let done = agenda(&ctx, session).await.expect("an agenda");
    assert_eq!((done.next, done.lines.iter().filter(|line| line.my_vote.is_some()).count()), (None, 2));
    assert_eq!(counts(sessions(&ctx).await.expect("sessions")), (2, 0));
}

#[tokio::test]
async fn a_withdrawn_file_is_closed_to_the_committee() {
    let world = World::new().await;
    let reference = world.before_committee().await;
    let session = session_of(&world, &reference).await;
    status::withdraw(&world.beneficiary(), &reference, StageKind::BeforeCommittee).await.expect("withdrawn");
    let seen = agenda(&member(&world), session).await.expect("an agenda");
    assert_eq!(seen.lines.len(), 1);
    let line = &seen.lines[0];
    assert!(!line.open && !line.stepped_aside && !line.waits && line.applicant_name.is_empty());
    assert!(matches!(brief(&member(&world), &reference).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn a_deferred_file_that_comes_back_begins_anew() {
    let world = World::new().await;
    let reference = world.before_committee().await;
    let session = session_of(&world, &reference).await;
    world.decide(&reference, Choice::Defer).await;
    world.pass_days(14);
    jobs::issue_due(&world.system()).await.expect("issued");
    let seen = world.seen(&reference).await;
    office::refer(&secretary(&world), &reference, seen, session).await.expect("referred to the same session");

    let anew = brief(&member(&world), &reference).await.expect("a brief");
    assert_eq!((anew.my_vote, anew.earlier.len()), (None, 1));
    assert!(matches!(anew.earlier[0].1, Outcome::Deferred { .. }));
    let short = record(&world, &reference).await;
    assert!(matches!(short, Err(Error::NoDecision(NoDecision::NoQuorum { have: 0, need: 3 }))));
}

#[tokio::test]
async fn an_appeal_is_heard_by_others_who_read_its_grounds() {
    let world = World::new().await;
    let reference = world.answered(Choice::Reject).await;
    let grounds = LongText::parse("لم يُحسب الإيجار.").expect("words");
    status::appeal(&world.beneficiary(), &reference, grounds, Vec::new()).await.expect("appealed");
    let session = world.session().await;
    let seen = world.seen(&reference).await;
    office::refer(&secretary(&world), &reference, seen, session).await.expect("referred");

    let [member, chair, third, fourth, fifth] = seats(&world);
    for ctx in [&member, &chair, &third] {
        assert!(matches!(brief(ctx, &reference).await, Err(Error::NotFound)));
        assert!(matches!(vote(ctx, &reference, Choice::Reject, Some(why())).await, Err(Error::NotFound)));
    }
    for ctx in [&fourth, &fifth] {
        let seen = brief(ctx, &reference).await.expect("a brief");
        assert_eq!(seen.grounds.as_deref(), Some("لم يُحسب الإيجار."));
        assert!(matches!(seen.earlier[0].1, Outcome::Rejected { .. }));
    }
}

#[tokio::test]
async fn opening_a_case_is_noted_once_a_day() {
    let world = World::new().await;
    let reference = world.before_committee().await;
    let entries = || async { store::audit::verify(&world.house.db).await.expect("verified").entries };
    let before = entries().await;
    for _ in 0..3 {
        brief(&member(&world), &reference).await.expect("a brief");
    }
    assert_eq!(entries().await, before + 1);
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

//! Sessions, their agenda, and the files that come before them.

use super::*;

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

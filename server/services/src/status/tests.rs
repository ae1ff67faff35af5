//! What an applicant sees, and what they never see.

use domain::{
    Invalid, LongText, Reference,
    access::Role,
    committee::{Choice, Outcome},
    document::DocumentKind,
    request::{NotNow, StageKind},
    views::{StatusSheet, TimelineKind},
};

use super::{MOST_PAPERS, appeal, mine, sheet, withdraw};
use crate::{
    Error, applications, committee,
    files::Attached,
    jobs, letters, office,
    testing::{World, pdf},
};

fn grounds() -> LongText {
    LongText::parse("لم يُحسب الإيجار.").expect("words")
}

/// Everything the applicant can read of a request, as it travels to the screen.
async fn everything(world: &World, reference: &Reference) -> (StatusSheet, String) {
    let ctx = world.beneficiary();
    let status = sheet(&ctx, reference).await.expect("their own");
    let listed = mine(&ctx).await.expect("their own");
    let read = serde_json::to_string(&(&status, &listed)).expect("json");
    (status, read)
}

#[tokio::test]
async fn a_received_request_shows_its_dates() {
    let world = World::new().await;
    let reference = world.submitted().await;
    let (status, _) = everything(&world, &reference).await;
    assert_eq!(status.seen.stage, StageKind::Submitted);
    let window = status.seen.window.expect("a window");
    assert_eq!((window.day(window.earliest_reply_on), window.day(window.latest_reply_on)), (14, 30));
    let kinds: Vec<_> = status.timeline.iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds, [TimelineKind::Started, TimelineKind::Submitted]);
    assert!(status.may_change && status.timeline.iter().all(|entry| entry.by.is_none()));
}

/// From the vote to the thirteenth day, what the applicant reads is to the letter what they read before it (H5).
#[tokio::test]
async fn a_held_decision_is_nowhere() {
    for choice in Choice::ALL {
        let world = World::new().await;
        let reference = world.before_committee().await;
        let (_, before) = everything(&world, &reference).await;
        world.decide(&reference, choice).await;
        assert_eq!(world.row(&reference).await.stage.kind(), StageKind::DecisionHeld);
        let (_, after) = everything(&world, &reference).await;
        assert_eq!(after, before);
        assert!(matches!(letters::answer(&world.beneficiary(), &reference).await, Err(Error::NotFound)));

        world.pass_days(13);
        assert_eq!(jobs::issue_due(&world.system()).await.expect("nothing due"), 0);
        let (status, _) = everything(&world, &reference).await;
        assert_eq!((status.seen.stage, status.seen.answer), (StageKind::BeforeCommittee, None));
        assert_eq!(world.messages("answered").await, 0);

        world.pass_days(1);
        assert_eq!(jobs::issue_due(&world.system()).await.expect("due"), 1);
        let (status, _) = everything(&world, &reference).await;
        assert_eq!(status.seen.answer.expect("issued").outcome.choice(), choice);
        assert!(letters::answer(&world.beneficiary(), &reference).await.is_ok());
    }
}

/// What is refused, and how, is the same with and without a held decision (H5).
#[tokio::test]
async fn a_held_decision_does_not_show_in_refusals() {
    let mut refusals = Vec::new();
    for held in [false, true] {
        let world = World::new().await;
        let reference = world.before_committee().await;
        if held {
            world.decide(&reference, Choice::Reject).await;
        }
        let refused = appeal(&world.beneficiary(), &reference, grounds(), Vec::new()).await.expect_err("no answer yet");
        refusals.push(refused.to_string());
        withdraw(&world.beneficiary(), &reference, StageKind::BeforeCommittee).await.expect("still theirs");
    }
    assert_eq!(refusals[0], refusals[1]);
}

#[tokio::test]
async fn strangers_and_staff_find_nothing() {
    let world = World::new().await;
    let reference = world.submitted().await;
    for ctx in [world.stranger(), world.staff(Role::RelationsOfficer), world.staff(Role::SystemAdministrator)] {
        assert!(matches!(sheet(&ctx, &reference).await, Err(Error::NotFound)));
    }
    assert!(matches!(sheet(&world.visitor(), &reference).await, Err(Error::NotSignedIn)));
    assert!(matches!(mine(&world.visitor()).await, Err(Error::NotSignedIn)));
    assert!(matches!(mine(&world.staff(Role::RelationsOfficer)).await, Err(Error::Forbidden(_))));
    assert_eq!(mine(&world.stranger()).await.expect("an empty list"), []);
}

#[tokio::test]
async fn a_follower_looks_and_changes_nothing() {
    let world = World::new().await;
    let reference = world.submitted().await;
    let another = world.follower(&reference).await;
    let status = sheet(&another, &reference).await.expect("theirs to see");
    assert!(!status.may_change);
    assert_eq!(mine(&another).await.expect("one").len(), 1);
    let refused = withdraw(&another, &reference, StageKind::Submitted).await;
    assert!(matches!(refused, Err(Error::Forbidden(_))));
}

#[tokio::test]
async fn withdrawing_happens_once_and_only_as_seen() {
    let world = World::new().await;
    let reference = world.submitted().await;
    let ctx = world.beneficiary();
    let stale = withdraw(&ctx, &reference, StageKind::Matched).await;
    assert!(matches!(stale, Err(Error::Conflict)));
    withdraw(&ctx, &reference, StageKind::Submitted).await.expect("withdrawn");
    withdraw(&ctx, &reference, StageKind::Submitted).await.expect("done already");
    assert_eq!(world.events(&reference, TimelineKind::Withdrawn).await, 1);
    assert_eq!(world.messages("withdrawn").await, 1);
    let stranger = withdraw(&world.stranger(), &reference, StageKind::Submitted).await;
    assert!(matches!(stranger, Err(Error::NotFound)));
}

#[tokio::test]
async fn an_issued_answer_cannot_be_withdrawn_from() {
    let world = World::new().await;
    let reference = world.answered(Choice::Accept).await;
    let refused = withdraw(&world.beneficiary(), &reference, StageKind::Accepted).await;
    assert!(matches!(refused, Err(Error::NotNow(NotNow::Stage { .. }))));
}

#[tokio::test]
async fn a_rejection_is_appealed_once_in_its_time() {
    let world = World::new().await;
    let reference = world.answered(Choice::Reject).await;
    let (status, _) = everything(&world, &reference).await;
    let answer = status.seen.answer.expect("issued");
    let Outcome::Rejected { reason, clause } = answer.outcome else { panic!("{answer:?}") };
    assert!(!reason.as_str().is_empty() && !clause.as_str().is_empty());
    assert_eq!(answer.appeal_until.map(|last| (last - status.today).num_days()), Some(30));
    let ctx = world.beneficiary();
    appeal(&ctx, &reference, grounds(), Vec::new()).await.expect("appealed");
    appeal(&ctx, &reference, grounds(), Vec::new()).await.expect("the same appeal");
    assert_eq!(world.events(&reference, TimelineKind::Appealed).await, 1);
    let other = LongText::parse("سبب آخر").expect("words");
    assert!(matches!(appeal(&ctx, &reference, other, Vec::new()).await, Err(Error::NotNow(_))));
    // Referred again, who voted before has no part in it, and the first answer is not shown as the new one.
    let (secretary, session) = (world.staff(Role::CommitteeSecretary), world.session().await);
    office::refer(&secretary, &reference, world.seen(&reference).await, session).await.expect("referred");
    let (status, _) = everything(&world, &reference).await;
    assert_eq!((status.seen.stage, status.seen.answer), (StageKind::BeforeCommittee, None));
    let member = world.staff(Role::CommitteeMember);
    assert!(matches!(committee::brief(&member, &reference).await, Err(Error::NotFound)));
}

/// The documents that come with an appeal go before the new panel, beside what was signed.
#[tokio::test]
async fn an_appeal_brings_its_papers() {
    let world = World::new().await;
    let reference = world.answered(Choice::Reject).await;
    let signed = world.row(&reference).await.answers.hash();
    let before = world.stored_files();
    let attached = |content: &str| Attached { name: format!("{content}.pdf"), file: pdf(content) };
    let files = || ["rent", "bill", "rent"].map(attached).to_vec();
    let many = vec![attached("rent"); MOST_PAPERS + 1];
    let refused = appeal(&world.beneficiary(), &reference, grounds(), many).await;
    assert!(matches!(refused, Err(Error::Field { field: "files", why: Invalid::TooMany { .. } })));
    let strangers = appeal(&world.stranger(), &reference, grounds(), files()).await;
    assert!(matches!(strangers, Err(Error::NotFound)));
    assert_eq!(world.stored_files(), before);
    for _ in 0..2 {
        appeal(&world.beneficiary(), &reference, grounds(), files()).await.expect("appealed");
    }
    assert_eq!(world.stored_files(), before + 2, "what came twice is stored once");

    let row = world.row(&reference).await;
    assert_eq!(row.answers.hash(), signed);
    let paper = row.stage.appeal_papers().next().expect("a paper").clone();
    assert_eq!((paper.kind, paper.pages.count()), (DocumentKind::AppealPaper, 2));
    let secretary = world.staff(Role::CommitteeSecretary);
    let (seen, session) = (world.seen(&reference).await, world.session().await);
    office::refer(&secretary, &reference, seen, session).await.expect("referred");
    let fresh = world.seat(Role::KnowledgeEditor);
    let brief = committee::brief(&fresh, &reference).await.expect("a brief");
    assert!(brief.documents.iter().any(|line| line.id == paper.id && line.pages.count() == 2));
    let opened = applications::open_document(&fresh, &reference, paper.id, 2).await.expect("opened");
    assert_eq!(opened.1, pdf("bill").bytes);
}

#[tokio::test]
async fn an_appeal_can_come_too_late() {
    let world = World::new().await;
    let reference = world.answered(Choice::Reject).await;
    world.pass_days(31);
    let late = appeal(&world.beneficiary(), &reference, grounds(), Vec::new()).await;
    assert!(matches!(late, Err(Error::NotNow(NotNow::TooLate(_)))));
}

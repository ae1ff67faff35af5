//! What letters say, and to whom.

use domain::{access::Role, committee::Choice};

use super::{answer, receipt};
use crate::{
    Error, applications,
    testing::{World, answers},
};

#[tokio::test]
async fn a_receipt_names_what_was_signed() {
    let world = World::new().await;
    let reference = world.submitted().await;
    let letter = receipt(&world.beneficiary(), &reference).await.expect("theirs");
    assert_eq!(letter.applicant, "سارة محمد علي السالم");
    assert_eq!(letter.documents, ["سجل الأسرة", "إثبات الدخل"]);
    assert_eq!((letter.earliest_reply_on - letter.submitted_on).num_days(), 14);
    assert_eq!(letter.answers_hash, world.row(&reference).await.answers.hash().0);
    assert!(receipt(&world.staff(Role::RelationsOfficer), &reference).await.is_ok());
    assert!(matches!(receipt(&world.stranger(), &reference).await, Err(Error::NotFound)));
    assert!(matches!(receipt(&world.visitor(), &reference).await, Err(Error::NotSignedIn)));
}

#[tokio::test]
async fn a_draft_has_no_receipt_and_a_changed_return_has_none_any_more() {
    let world = World::new().await;
    let draft = world.drafted().await;
    assert!(matches!(receipt(&world.beneficiary(), &draft).await, Err(Error::NotFound)));
    let world = World::new().await;
    let reference = world.submitted().await;
    let livelihood = domain::application::Section::Livelihood;
    world.give_back(&reference, vec![domain::request::Gap::Section { section: livelihood }]).await;
    assert!(receipt(&world.beneficiary(), &reference).await.is_ok());
    let version = world.row(&reference).await.version;
    let changed = applications::save(&world.beneficiary(), &reference, version, answers::livelihood(3_000)).await;
    changed.expect("saved");
    assert!(matches!(receipt(&world.beneficiary(), &reference).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn a_rejection_names_reason_clause_and_the_way_to_appeal() {
    let world = World::new().await;
    let reference = world.answered(Choice::Reject).await;
    let letter = answer(&world.beneficiary(), &reference).await.expect("issued");
    assert_eq!(letter.outcome, Choice::Reject);
    assert!(letter.reason.is_some() && letter.clause.is_some() && letter.appeal_until.is_some());
    assert_eq!(letter.number, letter.decision_number);
    assert!(matches!(answer(&world.stranger(), &reference).await, Err(Error::NotFound)));
}

/// Not even staff print an answer before its day (H5).
#[tokio::test]
async fn a_held_answer_has_no_letter_for_anyone() {
    let world = World::new().await;
    let reference = world.decided(Choice::Accept).await;
    for ctx in [world.beneficiary(), world.staff(Role::CommitteeChair), world.staff(Role::ExecutiveDirector)] {
        assert!(matches!(answer(&ctx, &reference).await, Err(Error::NotFound)));
    }
}

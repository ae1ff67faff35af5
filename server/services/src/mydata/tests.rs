//! A person and their own data.

use domain::{
    LongText, Reference,
    access::{Action, Role},
    application::Answers,
    document::DocumentKind,
    privacy::{Holding, Purpose, Verdict, Want},
    request::StageKind,
    views::{MessageWishes, Standing, Tongue},
};

use super::*;
use crate::{applications, office as back_office, office::walk, status, testing::World};

fn words(text: &str) -> LongText {
    LongText::parse(text).expect("words")
}

fn done() -> Verdict {
    Verdict::Done { words: None }
}

/// A withdrawn request, and a draft with everything in it.
async fn a_past(world: &World) -> (Reference, Reference) {
    let withdrawn = world.submitted().await;
    let ctx = world.beneficiary();
    status::withdraw(&ctx, &withdrawn, StageKind::Submitted).await.expect("withdrawn");
    (withdrawn, world.drafted().await)
}

async fn erased(world: &World) -> Reference {
    let reference = ask(&world.beneficiary(), Want::Erase, None, "").await.expect("asked");
    answer(&world.staff(Role::PrivacyOfficer), &reference, 1, done()).await.expect("answered");
    reference
}

#[tokio::test]
async fn nobody_else_sees_it_not_even_who_follows_the_request() {
    let world = World::new().await;
    let reference = world.submitted().await;
    let id = world.row(&reference).await.answers.documents[0].id;
    for other in [world.follower(&reference).await, world.staff(Role::PrivacyOfficer), world.system()] {
        assert!(matches!(sheet(&other).await, Err(Error::NotFound)));
        assert!(matches!(copy(&other).await, Err(Error::NotFound)));
        assert!(matches!(safe(&other).await, Err(Error::NotFound)));
        assert!(matches!(plan(&other).await, Err(Error::NotFound)));
        assert!(matches!(open_document(&other, id, 1).await, Err(Error::NotFound)));
        assert!(matches!(consent(&other, Purpose::News, true).await, Err(Error::NotFound)));
        assert!(matches!(wish(&other, MessageWishes::default()).await, Err(Error::NotFound)));
        assert!(matches!(ask(&other, Want::Erase, None, "").await, Err(Error::NotFound)));
    }
    assert!(matches!(sheet(&world.visitor()).await, Err(Error::NotSignedIn)));
    let stranger = world.stranger();
    assert!(matches!(open_document(&stranger, id, 1).await, Err(Error::NotFound)));
    let theirs = sheet(&stranger).await.expect("their own");
    assert!(theirs.requests.is_empty() && theirs.documents.is_empty() && theirs.openings.is_empty());
    assert!(open_document(&world.beneficiary(), id, 1).await.is_ok());
}

#[tokio::test]
async fn who_opened_is_told_by_role_and_day_once() {
    let world = World::new().await;
    let reference = walk::matched(&world).await;
    for _ in 0..2 {
        back_office::sheet(&walk::officer(&world), &reference).await.expect("opened");
    }
    world.pass_days(1);
    back_office::sheet(&walk::researcher(&world), &reference).await.expect("opened");
    let openings = sheet(&world.beneficiary()).await.expect("theirs").openings;
    let told: Vec<_> = openings.iter().map(|opening| (opening.role, opening.reference.clone())).collect();
    let expected = [Role::ResearchOfficer, Role::RelationsOfficer].map(|role| (Some(role), Some(reference.clone())));
    assert_eq!(told, expected);
    assert!(openings[0].on > openings[1].on);
}

#[tokio::test]
async fn a_consent_is_withdrawn_and_what_was_said_stays() {
    let world = World::new().await;
    let ctx = world.beneficiary();
    assert!(sheet(&ctx).await.expect("theirs").consent_states().iter().all(|state| !state.given));
    for given in [true, true, false, true] {
        consent(&ctx, Purpose::Partners, given).await.expect("said");
    }
    let data = sheet(&ctx).await.expect("theirs");
    let said: Vec<bool> = data.consents.iter().map(|change| change.given).collect();
    assert_eq!(said, [true, false, true]);
    let given: Vec<bool> = data.consent_states().iter().map(|state| state.given).collect();
    assert_eq!(given, [false, false, true]);
    assert!(sheet(&world.stranger()).await.expect("theirs").consents.is_empty());
}

#[tokio::test]
async fn the_necessary_is_sent_in_the_language_asked_for_and_nothing_else() {
    let world = World::new().await;
    let wishes = MessageWishes { language: Tongue::English, necessary_only: true };
    wish(&world.beneficiary(), wishes).await.expect("kept");
    wish(&world.beneficiary(), wishes).await.expect("twice is once");
    assert_eq!(sheet(&world.beneficiary()).await.expect("theirs").wishes, wishes);
    walk::referred(&world).await;
    for stopped in ["matched", "study_started"] {
        assert_eq!(world.messages(stopped).await, 0, "{stopped}");
    }
    // The two dates are told to everybody (H5).
    assert_eq!(world.messages("before_committee").await, 1);
    assert!(world.newest("received").await.starts_with("We received"));
}

#[tokio::test]
async fn a_correction_says_what_is_wrong_and_is_answered_once() {
    let world = World::new().await;
    let ctx = world.beneficiary();
    let want = Want::Correct { holding: Holding::Identity };
    let silent = ask(&ctx, want, None, "").await;
    assert!(matches!(silent, Err(Error::Field { field: "words", .. })));
    let reference = ask(&ctx, want, Some(words("اسم عائلتي السلمي")), "once").await.expect("asked");
    let again = ask(&ctx, want, Some(words("اسم عائلتي السلمي")), "once").await.expect("the same form");
    assert_eq!(again, reference);
    let asked = sheet(&ctx).await.expect("theirs").asked;
    assert_eq!(asked.len(), 1);
    assert_eq!((asked[0].due_on - ctx.today()).num_days(), 30);
    assert_eq!(world.messages("data_request_received").await, 1);

    let officer = world.staff(Role::PrivacyOfficer);
    assert!(matches!(answer(&officer, &reference, 7, done()).await, Err(Error::Conflict)));
    for other in [world.staff(Role::ExecutiveDirector), world.staff(Role::RelationsOfficer), ctx.clone()] {
        assert!(matches!(answer(&other, &reference, 1, done()).await, Err(Error::NotFound)));
    }
    let reason = words("الاسم كما في الهوية");
    answer(&officer, &reference, 1, Verdict::Refused { reason: reason.clone() }).await.expect("answered");
    assert!(matches!(answer(&officer, &reference, 1, done()).await, Err(Error::Conflict)));
    let asked = sheet(&ctx).await.expect("theirs").asked;
    assert_eq!(asked[0].answer.as_ref().map(|(_, verdict)| verdict), Some(&Verdict::Refused { reason }));
    assert_eq!(world.messages("data_request_answered").await, 1);
}

#[tokio::test]
async fn the_queue_is_the_privacy_officers() {
    let world = World::new().await;
    world.drafted().await;
    let reference = ask(&world.beneficiary(), Want::Erase, None, "").await.expect("asked");
    let again = ask(&world.beneficiary(), Want::Erase, None, "other").await.expect("the one that waits");
    assert_eq!(again, reference);
    let officer = world.staff(Role::PrivacyOfficer);
    let queue = queue(&officer).await.expect("a queue");
    assert_eq!(queue.lines.len(), 1);
    assert_eq!(queue.lines[0].name, "سارة محمد علي السالم");
    let read = case(&officer, &reference).await.expect("a case");
    assert!(read.may_answer && read.plan.emptied.len() == 1 && read.plan.kept.is_empty() && read.plan.name);
    assert!(!case(&world.staff(Role::ExecutiveDirector), &reference).await.expect("a case").may_answer);
    for other in
        [world.staff(Role::RelationsOfficer), world.beneficiary(), world.follower(&world.started().await).await]
    {
        assert!(matches!(super::queue(&other).await, Err(Error::NotFound)));
        assert!(matches!(case(&other, &reference).await, Err(Error::NotFound)));
    }
    let openings = sheet(&world.beneficiary()).await.expect("theirs").openings;
    assert!(openings.iter().any(|opening| opening.role == Some(Role::PrivacyOfficer) && opening.reference.is_none()));
}

#[tokio::test]
async fn nothing_of_the_erased_remains() {
    let world = World::new().await;
    let (withdrawn, draft) = a_past(&world).await;
    assert_eq!(world.stored_files(), 4);
    let planned = plan(&world.beneficiary()).await.expect("a plan");
    assert_eq!((planned.emptied.len(), planned.documents, planned.name), (2, 4, true));
    erased(&world).await;
    for reference in [withdrawn, draft] {
        let row = world.row(&reference).await;
        assert_eq!(
            (row.answers, row.applicant_name, row.stage.kind()),
            (Answers::default(), None, StageKind::Withdrawn)
        );
    }
    let data = sheet(&world.beneficiary()).await.expect("theirs");
    assert_eq!((data.name, data.born_on, data.documents.len()), (None, None, 0));
    assert_eq!(world.stored_files(), 0);
    let left = store::outbox::of_person(&world.house.db, world.person).await.expect("messages");
    assert!(left.iter().all(|message| message.request.is_none()));
    assert!(plan(&world.beneficiary()).await.expect("a plan").is_empty());
}

#[tokio::test]
async fn a_received_request_stays_with_every_document_it_uses() {
    let world = World::new().await;
    let (withdrawn, draft) = a_past(&world).await;
    // The draft takes the family record of the withdrawn request, and is received with it.
    let record = world.row(&withdrawn).await.answers.document(DocumentKind::FamilyRecord).expect("given").id;
    let ctx = world.beneficiary();
    applications::reuse_document(&ctx, &draft, DocumentKind::FamilyRecord, record).await.expect("used");
    let version = world.row(&draft).await.version;
    applications::sign(&ctx, &draft, version, true, crate::testing::mark()).await.expect("signed");
    applications::submit(&ctx, &draft, &world.last_code().await, "").await.expect("received");
    let before = world.row(&draft).await;
    let planned = plan(&ctx).await.expect("a plan");
    assert_eq!((planned.emptied, planned.kept, planned.documents), (vec![withdrawn.clone()], vec![draft.clone()], 1));
    erased(&world).await;
    assert_eq!(world.row(&draft).await, before);
    let officer = world.staff(Role::RelationsOfficer);
    for document in &before.answers.documents {
        applications::open_document(&officer, &draft, document.id, 1).await.expect("still there");
    }
    assert_eq!(world.row(&withdrawn).await.answers, Answers::default());
    assert!(sheet(&ctx).await.expect("theirs").name.is_some());
}

#[tokio::test]
async fn a_refused_erasure_erases_nothing() {
    let world = World::new().await;
    let (_, draft) = a_past(&world).await;
    let reference = ask(&world.beneficiary(), Want::Erase, None, "").await.expect("asked");
    let before = world.row(&draft).await;
    let refusal = Verdict::Refused { reason: words("بينك وبين الجمعية طلب قائم") };
    answer(&world.staff(Role::PrivacyOfficer), &reference, 1, refusal).await.expect("answered");
    assert_eq!((world.row(&draft).await, world.stored_files()), (before, 4));
}

#[tokio::test]
async fn the_copy_holds_what_the_page_shows_and_is_noted() {
    let world = World::new().await;
    let reference = world.submitted().await;
    let ctx = world.beneficiary();
    consent(&ctx, Purpose::News, true).await.expect("said");
    ask(&ctx, Want::Correct { holding: Holding::Household }, Some(words("ولد لنا مولود")), "").await.expect("asked");
    let page = sheet(&ctx).await.expect("theirs");
    let taken = copy(&ctx).await.expect("a copy");
    assert_eq!(taken.data, page);
    let json = serde_json::to_string(&taken).expect("JSON");
    for part in ["1058529940", "سارة", "نورة", reference.as_str(), "file.pdf", "ولد لنا مولود", "family_record"]
    {
        assert!(json.contains(part), "{part}");
    }
    let noted = store::audit::of_subjects(&world.house.db, "privacy.copy", &[subject(world.person)]).await;
    assert_eq!(noted.expect("entries").len(), 1);
}

#[tokio::test]
async fn no_code_and_no_held_decision_is_in_it() {
    let world = World::new().await;
    let reference = world.decided(domain::committee::Choice::Reject).await;
    let taken = copy(&world.beneficiary()).await.expect("a copy");
    assert_eq!(taken.data.requests[0].stage, StageKind::BeforeCommittee);
    let json = serde_json::to_string(&taken).expect("JSON");
    assert!(!json.contains("الدخل أعلى من الحد") && json.contains(reference.as_str()));
    assert!(taken.data.messages.iter().any(|message| message.body.is_none()));
    assert!(!json.contains("@wisal.example"));
}

#[tokio::test]
async fn the_safe_says_what_still_counts() {
    let world = World::new().await;
    a_past(&world).await;
    let ctx = world.beneficiary();
    let shelf = safe(&ctx).await.expect("a safe").documents;
    let proofs: Vec<_> = shelf.iter().filter(|document| document.kind == DocumentKind::IncomeProof).collect();
    assert_eq!(proofs.iter().map(|proof| proof.replaced).collect::<Vec<_>>(), [false, true]);
    let Standing::Until { last } = proofs[0].standing else { panic!("{:?}", proofs[0].standing) };
    assert_eq!((last - ctx.today()).num_days(), 90);
    assert!(shelf.iter().any(|document| document.standing == Standing::Lasting));
    world.pass_days(91);
    let shelf = safe(&world.beneficiary()).await.expect("a safe").documents;
    assert!(shelf.iter().any(|document| matches!(document.standing, Standing::Expired { .. })));
}

#[tokio::test]
async fn staff_still_handle_requests_by_the_table() {
    let world = World::new().await;
    let reference = world.submitted().await;
    let officer = world.staff(Role::PrivacyOfficer);
    let refused = back_office::sheet(&officer, &reference).await;
    assert!(matches!(refused, Err(Error::Forbidden(Action::SeeQueue))));
}

//! Inquiries, complaints and proposals, from the first word to the last.

use domain::{
    LongText, Mobile, Reference, ShortText,
    access::{Actor, Role},
    views::{MatterFilter, Writer},
    voice::{Act, Decision, FollowCode, Kind, Publication, Stage, Subject},
};

use super::{
    Answer, Letter, Receipt, Verdict, answer, folder, follow, mine, open_file, publish, published, queue, send, settle,
    sheet, take, waiting, withdraw,
};
use crate::{
    Ctx, Error, Result,
    files::Attached,
    identity,
    testing::{PROGRAMME, World, pdf},
};

const ONCE: &str = "00112233445566778899aabbccddeeff";

fn words(text: &str) -> LongText {
    LongText::parse(text).expect("words")
}

fn letter(kind: Kind) -> Letter {
    Letter {
        kind,
        subject: Subject::parse("موعد صرف المعونة").expect("a subject"),
        words: words("متى تصرف معونة هذا الشهر؟"),
        about: None,
        anonymous: false,
        name: ShortText::parse("أبو خالد").ok(),
        mobile: Mobile::parse("0509876543").ok(),
    }
}

fn reply(text: &str, decision: Option<Decision>) -> Answer {
    Answer { words: words(text), decision }
}

/// Somebody writes, and comes back with the code they were given.
async fn followed(world: &World, letter: Letter) -> (Reference, Ctx) {
    let Receipt { reference, code, .. } = send(&world.visitor(), letter, Vec::new(), "").await.expect("sent");
    let session = follow(&world.visitor(), &reference, &code.expect("a code")).await.expect("opened");
    let actor = identity::actor_of(&world.visitor(), session.as_str()).await.expect("an actor");
    (reference, world.acting_as(actor))
}

async fn version(world: &World, reference: &Reference) -> i64 {
    row(world, reference).await.version
}

async fn row(world: &World, reference: &Reference) -> store::voice::Row {
    store::voice::find_by_reference(&world.house.db, reference).await.expect("readable").expect("exists")
}

async fn answered(world: &World, by: &Ctx, reference: &Reference, what: Answer) -> Result<()> {
    answer(by, reference, version(world, reference).await, what).await
}

#[tokio::test]
async fn an_inquiry_is_answered_and_settled() {
    let world = World::new().await;
    let (reference, sender) = followed(&world, letter(Kind::Inquiry)).await;
    assert_eq!(world.messages("voice_received_code").await, 1);
    let officer = world.staff(Role::RelationsOfficer);
    take(&officer, &reference, 1).await.expect("taken");
    assert_eq!(sheet(&sender, &reference).await.expect("theirs").stage, Stage::InHand);
    answered(&world, &officer, &reference, reply("تصرف يوم الخميس.", None)).await.expect("answered");
    assert_eq!(world.messages("voice_answered").await, 1);
    let seen = sheet(&sender, &reference).await.expect("theirs");
    assert!(seen.may_settle && seen.said.last().is_some_and(|last| last.ours));
    settle(&sender, &reference, seen.version, Verdict::Answered).await.expect("settled");
    assert_eq!(sheet(&sender, &reference).await.expect("theirs").stage, Stage::Closed);
    let twice = settle(&sender, &reference, seen.version + 1, Verdict::Answered).await;
    assert!(matches!(twice, Err(Error::Conflict)));
}

#[tokio::test]
async fn an_answer_that_was_none_opens_it_again_with_a_new_promise() {
    let world = World::new().await;
    let (reference, sender) = followed(&world, letter(Kind::Inquiry)).await;
    let promised = row(&world, &reference).await.due_at;
    let officer = world.staff(Role::RelationsOfficer);
    answered(&world, &officer, &reference, reply("راجع الموقع.", None)).await.expect("answered");
    world.pass_days(3);
    let later = world.acting_as(sender.actor().clone());
    settle(&later, &reference, 2, Verdict::NotAnswered(words("راجعته ولم أجد."))).await.expect("again");
    let again = row(&world, &reference).await;
    assert_eq!(again.matter.stage(), Stage::Received);
    assert!(again.due_at > promised);
    assert_eq!(waiting(&officer).await.expect("counted"), Some(1));
}

#[tokio::test]
async fn the_same_form_twice_is_one_matter_with_one_code() {
    let world = World::new().await;
    let first = send(&world.visitor(), letter(Kind::Proposal), vec![attached()], ONCE).await.expect("sent");
    let second = send(&world.visitor(), letter(Kind::Proposal), vec![attached()], ONCE).await.expect("sent again");
    assert_eq!(first, second);
    assert_eq!((world.messages("voice_received_code").await, world.stored_files()), (1, 1));
    let anew = Letter { words: words("وشيء آخر."), ..letter(Kind::Proposal) };
    let other = send(&world.visitor(), anew, Vec::new(), ONCE).await.expect("gone back to and filled in anew");
    assert!(other.reference != first.reference && other.code != first.code);
}

#[tokio::test]
async fn of_an_anonymous_complaint_nothing_about_its_sender_is_kept() {
    let world = World::new().await;
    let anonymous = Letter { anonymous: true, ..letter(Kind::Complaint) };
    let sent = send(&world.beneficiary(), anonymous.clone(), vec![attached()], ONCE).await.expect("sent");
    assert!(sent.code.is_some(), "signed in, and yet a stranger");
    for told in ["voice_received", "voice_received_code"] {
        assert_eq!(world.messages(told).await, 0, "{told}");
    }
    assert_eq!(mine(&world.beneficiary()).await.expect("a list"), []);
    let open = folder(&world.staff(Role::QualityOfficer), &sent.reference).await.expect("opened");
    assert_eq!(open.writer, Writer::Anonymous);
    assert!(open.files[0].name.is_none(), "a file's name can tell who sent it");
    let named = send(&world.visitor(), Letter { kind: Kind::Inquiry, ..anonymous }, Vec::new(), "").await;
    assert!(matches!(named, Err(Error::Field { field: "anonymous", .. })));
}

#[tokio::test]
async fn a_wrong_code_and_an_unknown_reference_are_answered_alike_and_not_for_long() {
    let world = World::new().await;
    let sent = send(&world.visitor(), letter(Kind::Inquiry), Vec::new(), "").await.expect("sent");
    let wrong = FollowCode::from_entropy([9; 16]);
    let unknown = Reference::from_entropy([5; 16]);
    for reference in [&sent.reference, &unknown] {
        let refused = follow(&world.visitor(), reference, &wrong).await;
        assert!(matches!(refused, Err(Error::Field { field: "code", why: domain::Invalid::FollowCode })));
    }
    for _ in 0..9 {
        drop(follow(&world.visitor(), &sent.reference, &wrong).await);
    }
    let right = follow(&world.visitor(), &sent.reference, &sent.code.expect("a code")).await;
    assert!(matches!(right, Err(Error::TooMany { .. })));
}

#[tokio::test]
async fn who_signed_in_has_their_own_and_no_code() {
    let world = World::new().await;
    let Receipt { reference, code, .. } =
        send(&world.beneficiary(), letter(Kind::Inquiry), Vec::new(), "").await.expect("sent");
    assert_eq!(code, None);
    assert_eq!(mine(&world.beneficiary()).await.expect("a list").len(), 1);
    assert!(sheet(&world.beneficiary(), &reference).await.expect("theirs").known);
    assert!(matches!(sheet(&world.stranger(), &reference).await, Err(Error::NotFound)));
    assert!(matches!(sheet(&world.visitor(), &reference).await, Err(Error::NotSignedIn)));
    let stranger = settle(&world.stranger(), &reference, 1, Verdict::Answered).await;
    assert!(matches!(stranger, Err(Error::NotFound)));
    assert!(matches!(
        send(&world.staff(Role::QualityOfficer), letter(Kind::Inquiry), Vec::new(), "").await,
        Err(Error::NotEntitled)
    ));
}

#[tokio::test]
async fn each_kind_has_those_who_answer_it() {
    let world = World::new().await;
    let (inquiry, _) = followed(&world, letter(Kind::Inquiry)).await;
    let (complaint, _) = followed(&world, letter(Kind::Complaint)).await;
    let (officer, quality) = (world.staff(Role::RelationsOfficer), world.staff(Role::QualityOfficer));
    assert!(matches!(folder(&officer, &complaint).await, Err(Error::NotFound)));
    assert!(matches!(folder(&quality, &inquiry).await, Err(Error::NotFound)));
    let manager = world.staff(Role::BranchManager);
    let seen = folder(&manager, &inquiry).await.expect("may look");
    assert_eq!(seen.allowed, [Act::View]);
    assert!(matches!(take(&manager, &inquiry, 1).await, Err(Error::NotEntitled)));
    assert!(matches!(take(&officer, &inquiry, 7).await, Err(Error::Conflict)));
    let lines = |filter| async { queue(&quality, filter).await.expect("a queue").lines.len() };
    assert_eq!(lines(MatterFilter::default()).await, 1);
    assert_eq!(lines(MatterFilter { late: true, ..MatterFilter::default() }).await, 0);
    let refused = queue(&world.staff(Role::SystemAdministrator), MatterFilter::default()).await;
    assert!(matches!(refused, Err(Error::NotEntitled)));
    assert_eq!(waiting(&world.staff(Role::SystemAdministrator)).await.expect("counted"), None);
}

#[tokio::test]
async fn nobody_handles_a_complaint_about_their_own_work() {
    let world = World::new().await;
    let (inquiry, _) = followed(&world, letter(Kind::Inquiry)).await;
    let Actor::Staff { id, branches, .. } = world.staff(Role::RelationsOfficer).actor().clone() else {
        panic!("staff")
    };
    let roles = [Role::RelationsOfficer, Role::QualityOfficer].into();
    let both = world.acting_as(Actor::Staff { id, roles, branches });
    let complain = |about| Letter { about: Some(about), ..letter(Kind::Complaint) };
    let (before, _) = followed(&world, complain(inquiry.clone())).await;
    assert!(folder(&both, &before).await.is_ok());
    answered(&world, &both, &inquiry, reply("تم.", None)).await.expect("answered");
    assert!(matches!(folder(&both, &before).await, Err(Error::NotFound)));
    assert_eq!(queue(&both, MatterFilter::default()).await.expect("a queue").lines.len(), 0);
    assert!(folder(&world.staff(Role::QualityOfficer), &before).await.is_ok());

    let request = world.submitted().await;
    let (about_request, _) = followed(&world, complain(request.clone())).await;
    assert!(folder(&both, &about_request).await.is_ok());
    let seen = world.seen(&request).await;
    let what = crate::office::GiveBack {
        gaps: vec![domain::request::Gap::Section { section: domain::application::Section::Need }],
        words: words("أكمل"),
    };
    crate::office::give_back(&both, &request, seen, what).await.expect("worked on");
    assert!(matches!(folder(&both, &about_request).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn a_decided_proposal_is_published_without_its_sender_and_they_are_told() {
    let world = World::new().await;
    let (reference, sender) = followed(&world, letter(Kind::Proposal)).await;
    let officer = world.staff(Role::RelationsOfficer);
    let undecided = answered(&world, &officer, &reference, reply("شكرًا لك.", None)).await;
    assert!(matches!(undecided, Err(Error::Field { field: "decision", .. })));
    let early = publish(&officer, &reference, 1, text()).await;
    assert!(matches!(early, Err(Error::Conflict)));
    answered(&world, &officer, &reference, reply("شكرًا لك.", Some(Decision::Adopted))).await.expect("decided");
    publish(&officer, &reference, 2, text()).await.expect("published");
    publish(&officer, &reference, 3, Publication { became: Some(words("رُكّبت.")), ..text() }).await.expect("changed");
    assert_eq!(world.messages("voice_published").await, 1);
    let shown = published(&world.visitor()).await.expect("everybody reads it");
    assert_eq!((shown.len(), shown[0].decision), (1, Decision::Adopted));
    let told = serde_json::to_string(&shown).expect("JSON");
    assert!(!told.contains("أبو خالد") && !told.contains(reference.as_str()));

    settle(&sender, &reference, 4, Verdict::NotAnswered(words("وماذا عن الفرع الآخر؟"))).await.expect("again");
    answered(&world, &officer, &reference, reply("ليس الآن.", Some(Decision::NotNow))).await.expect("anew");
    assert_eq!(published(&world.visitor()).await.expect("read"), [], "it would say something else");
    assert!(matches!(withdraw(&officer, &reference, 6).await, Err(Error::Conflict)));
}

#[tokio::test]
async fn files_are_opened_by_those_who_answer() {
    let world = World::new().await;
    let sent = send(&world.visitor(), letter(Kind::Complaint), vec![attached()], "").await.expect("sent");
    let quality = world.staff(Role::QualityOfficer);
    let id = folder(&quality, &sent.reference).await.expect("opened").files[0].id;
    assert_eq!(open_file(&quality, &sent.reference, id).await.expect("a file").1, pdf("proof").bytes);
    let officer = open_file(&world.staff(Role::RelationsOfficer), &sent.reference, id).await;
    assert!(matches!(officer, Err(Error::NotFound)));
    assert!(matches!(open_file(&world.visitor(), &sent.reference, id).await, Err(Error::NotSignedIn)));
    let four = vec![attached(), attached(), attached(), attached()];
    let many = send(&world.visitor(), letter(Kind::Complaint), four, "").await;
    assert!(matches!(many, Err(Error::Field { field: "files", .. })));
    assert_eq!(world.stored_files(), 1);
}

#[tokio::test]
async fn a_request_is_no_matter() {
    let world = World::new().await;
    let request = crate::applications::start(&world.beneficiary(), PROGRAMME, "").await.expect("started");
    assert!(matches!(sheet(&world.beneficiary(), &request).await, Err(Error::NotFound)));
}

fn attached() -> Attached {
    Attached { name: "photo of my house.pdf".to_owned(), file: pdf("proof") }
}

fn text() -> Publication {
    Publication {
        title: Subject::parse("مظلة عند الباب").expect("a title"),
        wording: words("وضع مظلة عند باب الاستقبال تقي المنتظرين الشمس."),
        answer: words("نركبها قبل الصيف."),
        became: None,
    }
}

//! Whoever applies for another person has that person's yes, and sees nothing they were not named for.

use domain::{
    Mobile, NationalId,
    access::{Action, Actor, Role},
    application::Section,
    document::DocumentKind,
    request::StageKind,
    views::TimelineKind,
};

use super::*;
use crate::{
    applications::{self, Sent},
    mydata, office,
    status::{self, end_representation},
    testing::{CLOSED, PROGRAMME, World, mark, pdf},
};

/// Of the applicant, who is not known yet.
const ID: &str = "1071234569";
const PHONE: &str = "0559876543";

fn name() -> Name {
    Name::parse("خالد عبد الله الحربي").expect("a name")
}

fn id(digits: &str) -> NationalId {
    NationalId::parse(digits).expect("an ID")
}

fn phone() -> Option<Mobile> {
    Mobile::parse(PHONE).ok()
}

async fn ask(ctx: &Ctx, capacity: Capacity) -> Result<PendingToken> {
    request_naming(ctx, PROGRAMME, capacity, name(), id(ID), phone()).await
}

async fn code(world: &World) -> String {
    let words = world.newest("representation_code").await;
    words.split(|letter: char| !letter.is_ascii_digit()).find(|run| run.len() == 6).expect("a code").to_owned()
}

/// A request that the stranger makes for somebody who agreed.
async fn named(world: &World, capacity: Capacity) -> Reference {
    let ctx = world.stranger();
    let token = ask(&ctx, capacity).await.expect("asked");
    open_naming(&ctx, &token, &code(world).await).await.expect("named")
}

/// The applicant of the request, signed in.
async fn applicant(world: &World, reference: &Reference) -> Ctx {
    world.acting_as(Actor::Beneficiary { person: world.row(reference).await.person })
}

#[tokio::test]
async fn the_applicant_agrees_on_their_own_phone() {
    let world = World::new().await;
    let ctx = world.stranger();
    let token = ask(&ctx, Capacity::Delegate).await.expect("asked");
    let known = people::find_by_national_id(ctx.db(), &id(ID)).await.expect("read");
    assert!(known.is_none(), "nobody is entered before they agreed");
    let sent = store::outbox::recent(ctx.db(), 1).await.expect("messages");
    assert_eq!(sent[0].to, domain::message::Recipient::Sms(phone().expect("a mobile")));

    let code = code(&world).await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    assert!(open_naming(&ctx, &token, wrong).await.is_err());
    let stolen = open_naming(&world.beneficiary(), &token, &code).await;
    assert!(matches!(stolen, Err(Error::Field { why: Invalid::CodeExpired, .. })), "it is for who asked");
    let reference = open_naming(&ctx, &token, &code).await.expect("named");
    assert!(open_naming(&ctx, &token, &code).await.is_err(), "a code opens once");

    let row = world.row(&reference).await;
    assert_eq!((row.stage.kind(), row.answers.identity), (StageKind::Draft, None));
    assert_eq!(world.messages("representative_named").await, 1);
    let person = people::find(ctx.db(), row.person).await.expect("read").expect("entered");
    assert_eq!((person.national_id, Some(person.mobile)), (id(ID), phone()));
}

/// An ID that is known with another number is answered alike, leaves alike, and reaches nobody.
#[tokio::test]
async fn a_known_id_does_not_show() {
    let mut seen = Vec::new();
    for known in [false, true] {
        let world = World::new().await;
        let person = people::find(world.stranger().db(), world.person).await.expect("read").expect("known");
        let whose = if known { person.national_id } else { id(ID) };
        let ctx = world.stranger();
        let token = request_naming(&ctx, PROGRAMME, Capacity::Delegate, name(), whose, phone()).await.expect("asked");
        assert_eq!(world.messages("representation_code").await, usize::from(!known));
        let pending = super::super::pending(&ctx, &token).await.expect("read");
        let refused = open_naming(&ctx, &token, if known { "000000" } else { "12345" }).await;
        assert!(refused.is_err());
        seen.push(pending);
    }
    assert_eq!(seen[0], seen[1]);
}

#[tokio::test]
async fn nobody_names_themselves() {
    let world = World::new().await;
    let ctx = world.stranger();
    let me = people::find(ctx.db(), world.other).await.expect("read").expect("known");
    let own = request_naming(&ctx, PROGRAMME, Capacity::Delegate, name(), me.national_id, phone()).await;
    assert!(matches!(own, Err(Error::Field { field: "national_id", why: Invalid::OwnId })));
    for (mobile, why) in [(Some(me.mobile), Invalid::OwnMobile), (None, Invalid::Missing)] {
        let own = request_naming(&ctx, PROGRAMME, Capacity::Delegate, name(), id(ID), mobile).await;
        assert!(matches!(own, Err(Error::Field { field: "mobile", why: reason }) if reason == why));
    }
    assert!(matches!(ask(&world.visitor(), Capacity::Delegate).await, Err(Error::NotSignedIn)));
    let officer = world.staff(Role::RelationsOfficer);
    assert!(matches!(ask(&officer, Capacity::Delegate).await, Err(Error::Forbidden(Action::Apply))));
    let closed = request_naming(&ctx, CLOSED, Capacity::Delegate, name(), id(ID), phone()).await;
    assert!(matches!(closed, Err(Error::Closed)));
}

#[tokio::test]
async fn a_delegate_brings_the_request_on_and_the_applicant_signs() {
    let world = World::new().await;
    let reference = named(&world, Capacity::Delegate).await;
    let ctx = world.stranger();
    let sheet = applications::sheet(&ctx, &reference).await.expect("theirs to fill in");
    assert!(sheet.representative.is_some() && sheet.reusable.is_empty());
    world.fill_in(&ctx, &reference).await;
    applications::sign(&ctx, &reference, world.seen(&reference).await, true, mark()).await.expect("signed");
    let sent = store::outbox::recent(ctx.db(), 1).await.expect("messages");
    assert_eq!(sent[0].to, domain::message::Recipient::Sms(phone().expect("a mobile")), "the code is the applicant's");
    let applicant =
        || async { people::find(ctx.db(), world.row(&reference).await.person).await.expect("read").expect("entered") };
    assert_eq!(applicant().await.name, None, "nothing is known of who has not signed");
    applications::submit(&ctx, &reference, &world.last_code().await, "k").await.expect("sent");
    assert_eq!(applicant().await.name.expect("signed").full(), "سارة محمد علي السالم");

    let told = status::sheet(&ctx, &reference).await.expect("theirs to follow");
    assert!(told.on_behalf && !told.may_withdraw());
    let refused = status::withdraw(&ctx, &reference, StageKind::Submitted).await;
    assert!(matches!(refused, Err(Error::Forbidden(Action::Withdraw))));
    let listed = status::mine(&ctx).await.expect("a list");
    assert_eq!(listed[0].on_behalf_of.as_deref(), Some("سارة محمد علي السالم"));
    let seen = office::sheet(&world.staff(Role::RelationsOfficer), &reference).await.expect("a sheet");
    let line = seen.representative.expect("staff see who applied");
    assert_eq!((line.name, line.capacity), (name(), Capacity::Delegate));
}

#[tokio::test]
async fn a_guardian_signs_and_proves_it() {
    let world = World::new().await;
    let reference = named(&world, Capacity::Guardian).await;
    let ctx = world.stranger();
    let me = people::find(ctx.db(), world.other).await.expect("read").expect("known");
    let ward = people::find(ctx.db(), world.row(&reference).await.person).await.expect("read");
    assert_eq!(ward.expect("entered").mobile, me.mobile);
    let sheet = applications::sheet(&ctx, &reference).await.expect("a sheet");
    let asked: Vec<_> = sheet.programme.documents.iter().map(|rule| rule.kind).collect();
    assert!(asked.contains(&DocumentKind::GuardianshipDeed));
    world.fill_in(&ctx, &reference).await;
    let sheet = applications::sheet(&ctx, &reference).await.expect("a sheet");
    assert_eq!(sheet.answers.open_sections(&sheet.programme.documents), [Section::Documents]);
    let deed = Sent::of(DocumentKind::GuardianshipDeed, "deed.pdf");
    applications::add_page(&ctx, &reference, &deed, pdf("a deed")).await.expect("given");
    let typed = |name: &str| domain::signature::Mark::Typed { name: domain::ShortText::parse(name).expect("a name") };
    let version = world.seen(&reference).await;
    let wards = applications::sign(&ctx, &reference, version, true, typed("سارة محمد علي السالم")).await;
    assert!(matches!(wards, Err(Error::Field { why: Invalid::SignatureNameDiffers, .. })));
    applications::sign(&ctx, &reference, version, true, typed(name().as_str())).await.expect("their own name");
}

#[tokio::test]
async fn nothing_told_before_is_shown_to_a_delegate() {
    let world = World::new().await;
    world.submitted().await;
    let person = people::find(world.stranger().db(), world.person).await.expect("read").expect("known");
    let ctx = world.stranger();
    let (whose, theirs) = (person.national_id, Some(person.mobile));
    let token = request_naming(&ctx, PROGRAMME, Capacity::Delegate, name(), whose, theirs).await.expect("asked");
    let reference = open_naming(&ctx, &token, &code(&world).await).await.expect("named");
    let sheet = applications::sheet(&ctx, &reference).await.expect("a sheet");
    assert!(sheet.answers.identity.is_none() && sheet.reusable.is_empty());
    let own = mydata::safe(&world.beneficiary()).await.expect("a safe").documents;
    let reused = applications::reuse_document(&ctx, &reference, own[0].kind, own[0].id).await;
    assert!(matches!(reused, Err(Error::Forbidden(Action::EditAnswers))));
    assert_eq!(status::mine(&ctx).await.expect("a list").len(), 1, "the earlier request is not theirs");
}

#[tokio::test]
async fn what_the_applicant_began_stays_theirs() {
    let world = World::new().await;
    let begun = world.started().await;
    let person = people::find(world.stranger().db(), world.person).await.expect("read").expect("known");
    let ctx = world.stranger();
    let (whose, theirs) = (person.national_id, Some(person.mobile));
    let token = request_naming(&ctx, PROGRAMME, Capacity::Delegate, name(), whose, theirs).await.expect("asked");
    let refused = open_naming(&ctx, &token, &code(&world).await).await;
    assert!(matches!(refused, Err(Error::Field { why: Invalid::HasOpenRequest, .. })));
    assert!(matches!(applications::sheet(&ctx, &begun).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn the_applicant_ends_it() {
    let world = World::new().await;
    let reference = named(&world, Capacity::Delegate).await;
    let (delegate, applicant) = (world.stranger(), applicant(&world, &reference).await);
    assert!(status::sheet(&applicant, &reference).await.expect("theirs").representative.is_some());
    let not_theirs = end_representation(&delegate, &reference).await;
    assert!(matches!(not_theirs, Err(Error::Forbidden(Action::EndRepresentation))));
    for _ in 0..2 {
        end_representation(&applicant, &reference).await.expect("ended");
    }
    assert_eq!(world.events(&reference, TimelineKind::RepresentationEnded).await, 1);
    assert!(matches!(applications::sheet(&delegate, &reference).await, Err(Error::NotFound)));
    assert_eq!(status::mine(&delegate).await.expect("a list"), []);
    assert!(applications::sheet(&applicant, &reference).await.expect("theirs").representative.is_none());
}

use std::collections::BTreeSet;

use domain::{
    StaffId,
    access::{Actor, Role},
    programme::Bilingual,
    views::PendingSheet,
};

use super::*;
use crate::{
    identity::{
        SessionToken, Verified, actor_of, enrol, enrolment, pending, secret_of, set_password, staff_verify, totp_now,
    },
    staff::{self, NewStaff},
    testing::World,
};

const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const PASSWORD: &str = "four quiet words here";

async fn account(world: &World, totp: Option<&str>, must_change_password: bool) -> StaffId {
    let new = NewStaff {
        user_name: "Noura".to_owned(),
        name: Bilingual { ar: "نورة".to_owned(), en: "Noura".to_owned() },
        password: PASSWORD.to_owned(),
        roles: BTreeSet::from([Role::RelationsOfficer]),
        branches: BTreeSet::from([world.branch]),
        totp: totp.map(str::to_owned),
        must_change_password,
    };
    staff::add(&world.system(), new).await.expect("added")
}

fn shown(ctx: &Ctx, secret: &str) -> String {
    totp_now(&secret_of(secret).expect("a secret"), ctx.now()).expect("a code")
}

fn inside(verified: Verified) -> SessionToken {
    match verified {
        Verified::In(session) => session,
        Verified::NewPassword(_) => panic!("a password is asked"),
    }
}

fn refusal<T: std::fmt::Debug>(result: Result<T>) -> Invalid {
    match result {
        Err(Error::Field { why, .. }) => why,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn password_and_code_open_the_office() {
    let world = World::new().await;
    let id = account(&world, Some(SECRET), false).await;
    let ctx = world.visitor();
    let StaffPending { token, step } = staff_sign_in(&ctx, " NOURA ", PASSWORD).await.expect("right");
    assert_eq!(step, Step::Code);
    assert_eq!(pending(&ctx, &token).await.expect("read"), Some(PendingSheet::StaffCode));
    assert_eq!(actor_of(&ctx, token.as_str()).await.expect("read"), Actor::Visitor);
    let session = inside(staff_verify(&ctx, &token, &shown(&ctx, SECRET)).await.expect("right"));
    let actor = actor_of(&ctx, session.as_str()).await.expect("read");
    assert_eq!(actor.staff(), Some(id));
    assert!(actor.has(Role::RelationsOfficer));
    assert!(pending(&ctx, &token).await.expect("read").is_none());
}

#[tokio::test]
async fn unknown_wrong_and_closed_are_answered_alike() {
    let world = World::new().await;
    let id = account(&world, Some(SECRET), false).await;
    let ctx = world.visitor();
    let unknown = staff_sign_in(&ctx, "nobody", PASSWORD).await;
    let wrong = staff_sign_in(&ctx, "noura", "another password").await;
    staff::disable(&world.system(), id).await.expect("closed");
    let closed = staff_sign_in(&ctx, "noura", PASSWORD).await;
    let flood = staff_sign_in(&ctx, "noura", &"x".repeat(1_000_000)).await;
    for refused in [unknown, wrong, closed, flood] {
        assert_eq!(refusal(refused), Invalid::Credentials);
    }
}

#[tokio::test]
async fn a_step_is_never_taken_twice() {
    let world = World::new().await;
    account(&world, Some(SECRET), false).await;
    let ctx = world.visitor();
    let code = shown(&ctx, SECRET);
    let first = staff_sign_in(&ctx, "noura", PASSWORD).await.expect("right").token;
    staff_verify(&ctx, &first, &code).await.expect("right");
    let second = staff_sign_in(&ctx, "noura", PASSWORD).await.expect("right").token;
    assert_eq!(refusal(staff_verify(&ctx, &second, &code).await), Invalid::AuthenticatorCode { left: 4 });
    assert_eq!(refusal(staff_verify(&ctx, &first, &code).await), Invalid::CodeExpired);
    world.house.clock.run_ahead(30);
    let later = world.visitor();
    inside(staff_verify(&later, &second, &shown(&later, SECRET)).await.expect("the next step"));
}

#[tokio::test]
async fn tries_of_the_second_step_are_few() {
    let world = World::new().await;
    account(&world, Some(SECRET), false).await;
    let ctx = world.visitor();
    let token = staff_sign_in(&ctx, "noura", PASSWORD).await.expect("right").token;
    let wrong = if shown(&ctx, SECRET) == "000000" { "000001" } else { "000000" };
    for left in [4, 3, 2, 1] {
        assert_eq!(refusal(staff_verify(&ctx, &token, wrong).await), Invalid::AuthenticatorCode { left });
    }
    assert_eq!(refusal(staff_verify(&ctx, &token, wrong).await), Invalid::CodeExpired);
    assert_eq!(refusal(staff_verify(&ctx, &token, &shown(&ctx, SECRET)).await), Invalid::CodeExpired);
}

#[tokio::test]
async fn a_half_finished_sign_in_expires() {
    let world = World::new().await;
    account(&world, Some(SECRET), false).await;
    let token = staff_sign_in(&world.visitor(), "noura", PASSWORD).await.expect("right").token;
    world.house.clock.run_ahead(15 * 60);
    let late = world.visitor();
    assert_eq!(refusal(staff_verify(&late, &token, &shown(&late, SECRET)).await), Invalid::CodeExpired);
}

#[tokio::test]
async fn the_first_sign_in_sets_up_the_app_and_recovery_codes_open_once() {
    let world = World::new().await;
    account(&world, None, false).await;
    let ctx = world.visitor();
    let StaffPending { token, step } = staff_sign_in(&ctx, "noura", PASSWORD).await.expect("right");
    assert_eq!(step, Step::Enrol);
    let sheet = enrolment(&ctx, &token).await.expect("read").expect("shown");
    assert_eq!(enrolment(&ctx, &token).await.expect("read").as_ref(), Some(&sheet), "the same when shown again");
    assert!(matches!(refusal(enrol(&ctx, &token, "12").await), Invalid::AuthenticatorCode { .. }));
    inside(enrol(&ctx, &token, &shown(&ctx, &sheet.secret)).await.expect("set up"));
    assert!(enrolment(&ctx, &token).await.expect("read").is_none());

    let recovery = sheet.recovery.first().expect("a code").to_lowercase();
    let StaffPending { token, step } = staff_sign_in(&ctx, "noura", PASSWORD).await.expect("right");
    assert_eq!(step, Step::Code);
    inside(staff_verify(&ctx, &token, &recovery).await.expect("a recovery code"));
    let token = staff_sign_in(&ctx, "noura", PASSWORD).await.expect("right").token;
    assert!(staff_verify(&ctx, &token, &recovery).await.is_err());
    inside(staff_verify(&ctx, &token, &sheet.recovery[1]).await.expect("another one"));
}

#[tokio::test]
async fn a_one_time_password_is_replaced_before_anything_else() {
    let world = World::new().await;
    let name = Bilingual { ar: "سعد".to_owned(), en: "Saad".to_owned() };
    let roles = BTreeSet::from([Role::CommitteeMember]);
    let added = staff::add_with_one_time_password(&world.system(), "saad", name, roles, None).await.expect("added");
    let ctx = world.visitor();
    let token = staff_sign_in(&ctx, "saad", &added.password).await.expect("right").token;
    let sheet = enrolment(&ctx, &token).await.expect("read").expect("shown");
    let Verified::NewPassword(next) = enrol(&ctx, &token, &shown(&ctx, &sheet.secret)).await.expect("set up") else {
        panic!("in without a password of one's own");
    };
    assert_ne!(next, token);
    assert_eq!(pending(&ctx, &next).await.expect("read"), Some(PendingSheet::StaffPassword));
    let too_short = set_password(&ctx, &next, "short", "short").await;
    assert_eq!(refusal(too_short), Invalid::TooShort { min: 12 });
    assert_eq!(refusal(set_password(&ctx, &next, PASSWORD, "another").await), Invalid::PasswordsDiffer);
    let same = set_password(&ctx, &next, &added.password, &added.password).await;
    assert_eq!(refusal(same), Invalid::PasswordUsed);
    let session = set_password(&ctx, &next, PASSWORD, PASSWORD).await.expect("set");
    assert_eq!(actor_of(&ctx, session.as_str()).await.expect("read").staff(), Some(added.id));
    assert!(staff_sign_in(&ctx, "saad", &added.password).await.is_err());
    staff_sign_in(&ctx, "saad", PASSWORD).await.expect("the new password");
}

#[tokio::test]
async fn guessing_waits_for_known_and_unknown_alike_and_only_from_there() {
    let world = World::new().await;
    account(&world, Some(SECRET), false).await;
    for user in ["noura", "nobody"] {
        for _ in 0..10 {
            assert_eq!(refusal(staff_sign_in(&world.visitor(), user, "wrong wrong wrong").await), Invalid::Credentials);
        }
        let refused = staff_sign_in(&world.visitor(), user, "wrong wrong wrong").await;
        assert!(matches!(refused, Err(Error::TooMany { seconds: 900 })), "{refused:?}");
    }
    let elsewhere = Ctx::new(world.house.clone(), Actor::Visitor, i18n::Locale::ar, Some([10, 0, 0, 1].into()));
    staff_sign_in(&elsewhere, "noura", PASSWORD).await.expect("a colleague elsewhere is not locked out");
}

use domain::{
    Invalid,
    access::{Action, Actor},
    programme::Bilingual,
    views::Desk,
};

use super::*;
use crate::{
    identity::{SessionToken, Verified, actor_of, secret_of, staff_sign_in, staff_verify, totp_now},
    staff::{NewStaff, add, list, me},
    testing::World,
};

const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const PASSWORD: &str = "four quiet words here";

/// How an account is spoilt, and what is said of which field.
type Case = (fn(&mut NewStaff), &'static str, Invalid);

fn noura(world: &World) -> NewStaff {
    NewStaff {
        user_name: "noura".to_owned(),
        name: Bilingual { ar: "نورة".to_owned(), en: "Noura".to_owned() },
        password: PASSWORD.to_owned(),
        roles: BTreeSet::from([Role::RelationsOfficer]),
        branches: BTreeSet::from([world.branch]),
        totp: Some(SECRET.to_owned()),
        must_change_password: false,
    }
}

async fn signed_in(world: &World) -> SessionToken {
    let ctx = world.visitor();
    let token = staff_sign_in(&ctx, "noura", PASSWORD).await.expect("right").token;
    let code = totp_now(&secret_of(SECRET).expect("a secret"), ctx.now()).expect("a code");
    match staff_verify(&ctx, &token, &code).await.expect("right") {
        Verified::In(session) => session,
        Verified::NewPassword(_) => panic!("a password is asked"),
    }
}

async fn carried_by(world: &World, session: &SessionToken) -> Actor {
    actor_of(&world.visitor(), session.as_str()).await.expect("read")
}

#[tokio::test]
async fn closing_an_account_ends_its_sessions_and_sign_ins() {
    let world = World::new().await;
    let id = add(&world.system(), noura(&world)).await.expect("added");
    let session = signed_in(&world).await;
    let half = staff_sign_in(&world.visitor(), "noura", PASSWORD).await.expect("right").token;
    disable(&world.system(), id).await.expect("closed");
    assert_eq!(carried_by(&world, &session).await, Actor::Visitor);
    assert!(staff_verify(&world.visitor(), &half, "123456").await.is_err());
}

#[tokio::test]
async fn other_rights_need_another_sign_in() {
    let world = World::new().await;
    let id = add(&world.system(), noura(&world)).await.expect("added");
    let session = signed_in(&world).await;
    let roles = BTreeSet::from([Role::SystemAdministrator]);
    set_rights(&world.system(), id, roles, BTreeSet::new()).await.expect("changed");
    assert_eq!(carried_by(&world, &session).await, Actor::Visitor);
    world.house.clock.run_ahead(60);
    let actor = carried_by(&world, &signed_in(&world).await).await;
    assert!(actor.has(Role::SystemAdministrator) && !actor.has(Role::RelationsOfficer));
}

#[tokio::test]
async fn a_renewed_account_starts_over() {
    let world = World::new().await;
    let id = add(&world.system(), noura(&world)).await.expect("added");
    disable(&world.system(), id).await.expect("closed");
    let renewed = renew(&world.system(), id).await.expect("renewed");
    assert!(staff_sign_in(&world.visitor(), "noura", PASSWORD).await.is_err());
    let pending = staff_sign_in(&world.visitor(), &renewed.user_name, &renewed.password).await.expect("right");
    assert_eq!(pending.step, crate::identity::Step::Enrol);
}

#[tokio::test]
async fn only_the_administrator_keeps_accounts() {
    let world = World::new().await;
    for role in Role::ALL {
        let ctx = world.staff(role);
        let added = add(&ctx, noura(&world)).await;
        if role == Role::SystemAdministrator {
            added.expect("the administrator may");
        } else {
            assert!(matches!(added, Err(Error::Forbidden(Action::ManageStaff))), "{role:?}");
            assert!(disable(&ctx, StaffId(1)).await.is_err(), "{role:?}");
        }
    }
    assert!(matches!(add(&world.visitor(), noura(&world)).await, Err(Error::NotSignedIn)));
    assert!(add(&world.beneficiary(), noura(&world)).await.is_err());
}

#[tokio::test]
async fn accounts_are_checked_before_they_are_opened() {
    let world = World::new().await;
    add(&world.system(), noura(&world)).await.expect("added");
    let cases: [Case; 6] = [
        (|_| (), "user_name", Invalid::Choice),
        (|new| new.user_name = "no spaces".to_owned(), "user_name", Invalid::Choice),
        (|new| new.user_name = "ab".to_owned(), "user_name", Invalid::TooShort { min: 3 }),
        (|new| new.password = "short".to_owned(), "password", Invalid::TooShort { min: 12 }),
        (|new| new.roles.clear(), "roles", Invalid::Missing),
        (|new| new.totp = Some("short".to_owned()), "totp", Invalid::Code),
    ];
    for (change, field, why) in cases {
        let mut new = noura(&world);
        change(&mut new);
        match add(&world.system(), new).await {
            Err(Error::Field { field: found, why: reason }) => assert_eq!((found, reason), (field, why)),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn staff_see_themselves_and_their_colleagues() {
    let world = World::new().await;
    let ctx = world.staff(Role::CommitteeMember);
    let own = me(&ctx).await.expect("me");
    assert!(own.desks.contains(&Desk::Committee) && !own.desks.contains(&Desk::Requests));
    assert_eq!(list(&ctx).await.expect("list").len(), Role::ALL.len());
    assert!(matches!(me(&world.beneficiary()).await, Err(Error::NotSignedIn)));
    assert!(matches!(list(&world.beneficiary()).await, Err(Error::NotSignedIn)));
}

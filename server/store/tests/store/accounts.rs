//! Accounts of staff, and sign-ins.

use chrono::TimeDelta;
use domain::{PersonId, RequestId, StaffId, access::Role};
use serde_json::json;
use store::{
    StoreError,
    logins::{self, Login, Subject},
    staff,
};

use crate::{
    given::{a_member, morning, new_staff},
    home::Home,
};

async fn an_account_is_found_in_any_case(home: Home) {
    let id = a_member(&home, "Huda.Saleh").await;
    a_member(&home, "amal").await;
    let found = staff::find_by_user_name(&home.db, "HUDA.saleh").await.unwrap().unwrap();
    assert_eq!((found.id, found.user_name.as_str(), found.version), (id, "huda.saleh", 1));
    let listed = staff::list(&home.db).await.unwrap();
    assert_eq!(listed.iter().map(|one| one.user_name.as_str()).collect::<Vec<_>>(), ["amal", "huda.saleh"]);
    let again = new_staff("huda.SALEH");
    let refused = home.db.write(move |tx| Box::pin(async move { staff::insert(tx, &again).await })).await;
    assert!(matches!(refused, Err(StoreError::Taken(_))), "{refused:?}");
}

async fn an_account_is_saved_whole_and_in_turn(home: Home) {
    let id = a_member(&home, "huda").await;
    let mut account = staff::find(&home.db, id).await.unwrap().unwrap();
    account.totp = Some(vec![7; 20]);
    account.totp_last_step = Some(58_000_000);
    account.recovery_hashes = vec!["one".to_owned(), "two".to_owned()];
    account.roles = [Role::CommitteeChair, Role::ResearchOfficer].into();
    account.branches = [1, 2].into();
    account.disabled = true;
    account.must_change_password = false;
    account.password_hash = String::from("$argon2id$other");
    let save =
        |account: staff::Staff| home.db.write(move |tx| Box::pin(async move { staff::save(tx, &account).await }));
    save(account.clone()).await.unwrap();
    let stale = save(account.clone()).await;
    assert!(matches!(stale, Err(StoreError::Conflict)));
    account.version = 2;
    let found = staff::find(&home.db, id).await.unwrap().unwrap();
    assert!(found == account, "{found:?}");
    let shown = format!("{found:?}");
    assert!(!shown.contains("argon2id") && !shown.contains("7, 7") && !shown.contains("one"), "{shown}");
}

fn login(subject: Subject) -> Login {
    Login {
        subject,
        facts: json!({"second_step": true}),
        created_at: morning(),
        seen_at: morning(),
        expires_at: morning() + TimeDelta::hours(1),
    }
}

async fn a_sign_in_lasts_until_it_ends(home: Home) {
    let subjects = [
        Subject::Staff(StaffId(1)),
        Subject::Beneficiary(PersonId(1)),
        Subject::Tracker(RequestId(1)),
        Subject::Pending(1),
        Subject::Staff(StaffId(1)),
    ];
    home.write(move |tx| {
        Box::pin(async move {
            for (number, subject) in (1..).zip(subjects) {
                logins::insert(tx, &format!("hash{number}"), &login(subject)).await?;
            }
            Ok(())
        })
    })
    .await;
    for (number, subject) in (1..).zip(subjects) {
        let found = logins::find(&home.db, &format!("hash{number}"), morning()).await.unwrap();
        assert_eq!(found, Some(login(subject)));
    }
    let late = morning() + TimeDelta::hours(1);
    assert_eq!(logins::find(&home.db, "hash2", late).await.unwrap(), None);
    let longer = late + TimeDelta::hours(1);
    home.write(move |tx| Box::pin(logins::touch(tx, "hash2", late, longer))).await;
    let touched = logins::find(&home.db, "hash2", late).await.unwrap().unwrap();
    assert_eq!((touched.seen_at, touched.expires_at), (late, longer));
    home.write(|tx| Box::pin(logins::delete(tx, "hash3"))).await;
    assert_eq!(logins::find(&home.db, "hash3", morning()).await.unwrap(), None);
    let ended = home.write(|tx| Box::pin(logins::delete_of_subject(tx, Subject::Staff(StaffId(1))))).await;
    assert_eq!(ended, 2);
    assert_eq!(home.write(move |tx| Box::pin(logins::purge(tx, late))).await, 1);
    assert_eq!(home.number("SELECT COUNT(*) FROM session").await, 1);
    let used = home
        .db
        .write(|tx| Box::pin(async move { logins::insert(tx, "hash2", &login(Subject::Pending(1))).await }))
        .await;
    assert!(matches!(used, Err(StoreError::Taken(_))), "{used:?}");
}

on_both!(an_account_is_found_in_any_case, an_account_is_saved_whole_and_in_turn, a_sign_in_lasts_until_it_ends,);

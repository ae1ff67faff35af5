//! The audit chain finds every change of every column.

use chrono::TimeDelta;
use futures::future::join_all;
use serde_json::json;
use store::{
    Kind, StoreError,
    audit::{self, Entry, Report},
};

use crate::{given::morning, home::Home};

fn entry(number: i64) -> Entry {
    Entry {
        // Finer than the databases keep.
        at: morning() + TimeDelta::nanoseconds(number * 1_001),
        actor: format!("staff:{number}"),
        action: "request.match".to_owned(),
        subject: format!("request:{number}"),
        detail: json!({"z": number, "a": "حرف", "nested": {"b": [1.5, null]}}),
    }
}

async fn appended(home: &Home, entries: i64) {
    join_all(
        (1..=entries)
            .map(|number| home.write(move |tx| Box::pin(async move { audit::append(tx, &entry(number)).await }))),
    )
    .await;
    while home.write(|tx| Box::pin(audit::seal_pending(tx))).await > 0 {}
}

async fn checked(home: &Home) -> Report {
    audit::verify(&home.db).await.unwrap()
}

async fn a_chain_that_nobody_touched_is_whole(home: Home) {
    assert_eq!(checked(&home).await, Report { entries: 0, unsealed: 0, head: None, broken: None });
    assert_eq!(audit::head(&home.db).await.unwrap(), None);
    appended(&home, 30).await;
    let report = checked(&home).await;
    assert_eq!((report.entries, report.unsealed, report.broken), (30, 0, None));
    assert_eq!(report.head, audit::head(&home.db).await.unwrap());
    assert_eq!(report.head.unwrap().place, 30);
}

async fn an_entry_that_is_undone_leaves_no_gap(home: Home) {
    appended(&home, 3).await;
    let undone: Result<(), StoreError> = home
        .db
        .write(|tx| {
            Box::pin(async move {
                audit::append(tx, &entry(9)).await?;
                Err(StoreError::Conflict)
            })
        })
        .await;
    assert!(undone.is_err());
    appended(&home, 2).await;
    let report = checked(&home).await;
    assert_eq!((report.entries, report.unsealed, report.broken), (5, 0, None));
}

async fn a_change_of_any_column_is_found(home: Home) {
    appended(&home, 9).await;
    for seq in [1, 5, 9] {
        for change in [
            "at = '2020-01-01T00:00:00+00:00'",
            "actor = 'staff:99'",
            "action = 'request.view'",
            "subject = 'request:99'",
            "detail = '{}'",
            "detail = detail || ' '",
            "previous_hash = 'f'",
            "previous_hash = NULL",
            "hash = 'f'",
            "hash = NULL",
            "place = 99",
            "place = -99",
            "place = NULL",
            "seq = 99",
            "actor = subject, subject = actor",
        ] {
            home.tamper("DROP TABLE IF EXISTS kept").await;
            home.tamper("CREATE TABLE kept AS SELECT * FROM audit").await;
            home.tamper(&format!("UPDATE audit SET {change} WHERE seq = {seq}")).await;
            let report = checked(&home).await;
            assert!(report.broken.is_some(), "{change} of {seq} was not found: {report:?}");
            home.tamper("DELETE FROM audit").await;
            home.tamper("INSERT INTO audit SELECT * FROM kept").await;
            assert_eq!(checked(&home).await.broken, None, "{change} of {seq} was not mended");
        }
    }
}

async fn entries_taken_out_or_exchanged_are_found(home: Home) {
    appended(&home, 9).await;
    let head = audit::head(&home.db).await.unwrap();
    home.tamper("DELETE FROM audit WHERE seq = 9").await;
    // Nothing after it betrays what is cut off the end: the head kept elsewhere does.
    assert_ne!(audit::head(&home.db).await.unwrap(), head);
    home.tamper("DELETE FROM audit WHERE seq = 4").await;
    assert_eq!(checked(&home).await.broken, Some(5));
    home.tamper("DELETE FROM audit WHERE seq < 4").await;
    assert_eq!(checked(&home).await.broken, Some(5));
    home.tamper("UPDATE audit SET place = 100 WHERE seq = 6").await;
    home.tamper("UPDATE audit SET place = 6 WHERE seq = 7").await;
    home.tamper("UPDATE audit SET place = 7 WHERE seq = 6").await;
    assert_eq!(checked(&home).await.broken, Some(5));
}

async fn on_postgres_entries_are_sealed_afterwards(home: Home) {
    if home.db.kind() != Kind::Postgres {
        assert_eq!(home.write(|tx| Box::pin(audit::seal_pending(tx))).await, 0);
        return;
    }
    for number in 1..=3 {
        home.write(move |tx| Box::pin(async move { audit::append(tx, &entry(number)).await })).await;
    }
    let report = checked(&home).await;
    assert_eq!((report.entries, report.unsealed, report.head, report.broken), (3, 3, None, None));
    // Two nodes seal at once: everything is sealed once.
    let seal = || home.write(|tx| Box::pin(audit::seal_pending(tx)));
    let (one, two) = tokio::join!(seal(), seal());
    assert_eq!(one + two, 3);
    // A transaction that drew an early number and committed late comes after those sealed before it.
    home.tamper(
        "INSERT INTO audit (seq, at, actor, action, subject, detail) VALUES (-1, now(), 'late', 'a', 's', '{}')",
    )
    .await;
    assert_eq!(seal().await, 1);
    let report = checked(&home).await;
    assert_eq!((report.entries, report.unsealed, report.broken), (4, 0, None));
    assert_eq!(report.head.unwrap().place, 4);
}

on_both!(
    a_chain_that_nobody_touched_is_whole,
    an_entry_that_is_undone_leaves_no_gap,
    a_change_of_any_column_is_found,
    entries_taken_out_or_exchanged_are_found,
    on_postgres_entries_are_sealed_afterwards,
);

//! Group commit: what is acknowledged is kept, what is refused leaves no trace, and neighbours do no harm.

use std::time::Duration;

use domain::programme::Bilingual;
use futures::future::join_all;
use sea_orm::ConnectionTrait;
use store::{Db, Source, StoreError, Tx, branches, counters};

use crate::home::Home;

const WRITERS: usize = 200;

async fn branch(tx: &Tx, number: usize) -> store::Result<i64> {
    let name = number.to_string();
    branches::insert(tx, &Bilingual { ar: name.clone(), en: name }).await
}

/// What each of many writers does: some think better of it, some panic, some cannot.
async fn one_of_many(tx: &Tx, number: usize) -> Result<i64, StoreError> {
    let id = branch(tx, number).await?;
    counters::next(tx, "branches").await?;
    match number % 10 {
        3 => Err(StoreError::Conflict),
        5 => panic!("writer {number} panics, as it should"),
        7 => {
            tx.conn().execute_unprepared("INSERT INTO nowhere VALUES (1)").await?;
            Ok(id)
        }
        _ => Ok(id),
    }
}

async fn many_writers_at_once(home: Home) {
    let writes = (0..WRITERS).map(|number| {
        let db = home.db.clone();
        tokio::spawn(async move {
            let written = db.write(move |tx| Box::pin(one_of_many(tx, number))).await;
            if let Ok(id) = &written {
                // What is acknowledged is there for everybody.
                assert!(branches::find(&db, *id).await.unwrap().is_some());
            }
            (number, written)
        })
    });
    for joined in join_all(writes).await {
        let (number, written) = joined.unwrap();
        match number % 10 {
            3 => assert!(matches!(written, Err(StoreError::Conflict)), "{number}: {written:?}"),
            5 => assert!(matches!(written, Err(StoreError::Panicked)), "{number}: {written:?}"),
            7 => assert!(matches!(written, Err(StoreError::Database(_))), "{number}: {written:?}"),
            _ => assert!(written.is_ok(), "{number}: {written:?}"),
        }
    }
    let mut kept: Vec<usize> =
        branches::all(&home.db).await.unwrap().iter().map(|branch| branch.name.en.parse().unwrap()).collect();
    kept.sort_unstable();
    let expected: Vec<usize> = (0..WRITERS).filter(|number| ![3, 5, 7].contains(&(number % 10))).collect();
    assert_eq!(kept, expected);
    let next = home.write(|tx| Box::pin(counters::next(tx, "branches"))).await;
    assert_eq!(usize::try_from(next).unwrap(), expected.len() + 1);
}

async fn dropping_the_database_lets_queued_writes_finish(home: Home) {
    let Home { db, options, folder, .. } = home;
    let writes: Vec<_> = (0..50)
        .map(|number| {
            let db = db.clone();
            tokio::spawn(async move { db.write(move |tx| Box::pin(branch(tx, number))).await })
        })
        .collect();
    drop(db);
    for written in join_all(writes).await {
        written.unwrap().unwrap();
    }
    let reopened = Db::open(&options).await.unwrap();
    assert_eq!(branches::all(&reopened).await.unwrap().len(), 50);
    drop(folder);
}

async fn a_failure_made_light_of_is_no_success(home: Home) {
    let written: store::Result<()> = home
        .db
        .write(|tx| {
            Box::pin(async move {
                branch(tx, 1).await?;
                tx.conn().execute_unprepared("INSERT INTO nowhere VALUES (1)").await.ok();
                Ok(())
            })
        })
        .await;
    let kept = branches::all(&home.db).await.unwrap().len();
    assert_eq!(kept, usize::from(written.is_ok()), "{written:?}");
}

on_both!(many_writers_at_once, dropping_the_database_lets_queued_writes_finish, a_failure_made_light_of_is_no_success,);

/// Statements of a write that succeed and after which the commit fails.
const SPOILS_THE_COMMIT: &str = "PRAGMA defer_foreign_keys = ON;
    INSERT INTO event (request_id, at, kind, actor_kind, facts) VALUES (9, '', '', '', '')";

/// What `SQLite` itself does to a transaction when the disk is full or fails.
const ENDS_THE_TRANSACTION: &str = "ROLLBACK";

/// Writes that wait behind a slow one share the commit after it. One of them does harm.
async fn writes_beside(db: &Db, harm: &'static str) -> Vec<store::Result<()>> {
    let slow = db.clone();
    let slow = tokio::spawn(async move {
        slow.write(|_| {
            Box::pin(async {
                tokio::time::sleep(Duration::from_millis(200)).await;
                Ok::<_, StoreError>(())
            })
        })
        .await
    });
    tokio::time::sleep(Duration::from_millis(50)).await;
    let writes = (0..9).map(|number| {
        db.write(move |tx| {
            Box::pin(async move {
                branch(tx, number).await?;
                if number == 4 {
                    tx.conn().execute_unprepared(harm).await?;
                }
                Ok(())
            })
        })
    });
    let written = join_all(writes).await;
    slow.await.unwrap().unwrap();
    written
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_commit_is_never_acknowledged_and_heals() {
    for harm in [SPOILS_THE_COMMIT, ENDS_THE_TRANSACTION] {
        let home = Home::sqlite().await;
        let written = writes_beside(&home.db, harm).await;
        assert!(written.iter().all(Result::is_err), "{harm}: {written:?}");
        assert_eq!(branches::all(&home.db).await.unwrap(), [], "{harm}");
        let alone = home.db.write(move |tx| {
            Box::pin(async move {
                tx.conn().execute_unprepared(harm).await?;
                Ok::<_, StoreError>(())
            })
        });
        assert!(alone.await.is_err(), "{harm}");
        home.write(|tx| Box::pin(branch(tx, 1))).await;
        assert_eq!(branches::all(&home.db).await.unwrap().len(), 1, "{harm}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_broken_control_acknowledges_what_is_lost() {
    let home = Home::sqlite().await;
    home.options.acknowledge_early.store(true, std::sync::atomic::Ordering::Relaxed);
    let broken = Db::open(&home.options).await.unwrap();
    let written = writes_beside(&broken, SPOILS_THE_COMMIT).await;
    assert!(written.iter().all(Result::is_ok), "{written:?}");
    assert_eq!(branches::all(&home.db).await.unwrap(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn readers_cannot_write() {
    let home = Home::sqlite().await;
    let refused = home.db.conn().execute_unprepared("INSERT INTO branch (name_ar, name_en) VALUES ('a', 'b')").await;
    assert!(refused.is_err(), "{refused:?}");
}

#[tokio::test]
async fn a_database_in_memory_is_ready_to_use() {
    let db = Db::memory().await.unwrap();
    assert!(db.is_current().await.unwrap());
    let id = db.write(|tx| Box::pin(branch(tx, 1))).await.unwrap();
    let undone: store::Result<()> = db
        .write(|tx| {
            Box::pin(async move {
                branch(tx, 2).await?;
                Err(StoreError::Conflict)
            })
        })
        .await;
    assert!(matches!(undone, Err(StoreError::Conflict)));
    assert_eq!(branches::all(&db).await.unwrap().iter().map(|branch| branch.id).collect::<Vec<_>>(), [id]);
}

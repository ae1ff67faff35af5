//! Codes, limits, idempotency keys and counters, also when many come at once.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use futures::future::join_all;
use serde_json::json;
use store::{
    StoreError,
    codes::{self, NewCode},
    counters, idempotency,
    limits::{self, Verdict},
};

use crate::{
    given::{a_branch, moment, morning},
    home::Home,
};

fn code(subject: &str, hash: &str) -> NewCode {
    NewCode {
        purpose: "sign_in".to_owned(),
        subject_index: subject.to_owned(),
        code_hash: hash.to_owned(),
        facts: json!({"mobile": "+966500000001"}),
        created_at: morning(),
        expires_at: morning() + TimeDelta::minutes(5),
    }
}

async fn sent(home: &Home, new: NewCode) -> i64 {
    home.write(move |tx| Box::pin(async move { codes::insert(tx, &new).await })).await
}

async fn a_code_is_open_until_used_expired_or_replaced(home: Home) {
    sent(&home, code("somebody", "first")).await;
    sent(&home, code("other", "theirs")).await;
    let id = sent(&home, code("somebody", "second")).await;
    let open = codes::latest_open(&home.db, "sign_in", "somebody", morning()).await.unwrap().unwrap();
    assert_eq!((open.id, open.code_hash.as_str(), open.tries), (id, "second", 0));
    assert_eq!(open.facts, json!({"mobile": "+966500000001"}));
    let late = morning() + TimeDelta::minutes(5);
    assert!(codes::latest_open(&home.db, "sign_in", "somebody", late).await.unwrap().is_none());
    assert!(codes::latest_open(&home.db, "receipt", "somebody", morning()).await.unwrap().is_none());

    for tries in 1..=3 {
        assert_eq!(home.write(move |tx| Box::pin(codes::count_try(tx, id))).await, tries);
    }
    home.write(move |tx| Box::pin(codes::mark_used(tx, id, morning()))).await;
    let again = home.db.write(move |tx| Box::pin(codes::mark_used(tx, id, morning()))).await;
    assert!(matches!(again, Err(StoreError::Conflict)));
    assert!(codes::latest_open(&home.db, "sign_in", "somebody", morning()).await.unwrap().is_none());
    assert_eq!(home.write(move |tx| Box::pin(codes::purge(tx, late + TimeDelta::days(1)))).await, 3);
}

async fn a_limit_blocks_until_its_window_is_over(home: Home) {
    let window = TimeDelta::minutes(10);
    let hit = |now| home.write(move |tx| Box::pin(limits::hit(tx, "codes:somebody", window, 3, now)));
    for minute in 0..3 {
        assert_eq!(hit(morning() + TimeDelta::minutes(minute)).await, Verdict::Allowed);
    }
    let until = morning() + window;
    assert_eq!(hit(morning() + TimeDelta::minutes(3)).await, Verdict::Blocked { until });
    assert_eq!(hit(until - TimeDelta::milliseconds(1)).await, Verdict::Blocked { until });
    assert_eq!(hit(until).await, Verdict::Allowed);
    let other = home.write(move |tx| Box::pin(limits::hit(tx, "codes:other", window, 3, morning()))).await;
    assert_eq!(other, Verdict::Allowed);
    assert_eq!(home.write(move |tx| Box::pin(limits::purge(tx, until))).await, 1);
}

async fn a_limit_counts_everyone_at_once(home: Home) {
    let hits =
        (0..40).map(|_| home.write(|tx| Box::pin(limits::hit(tx, "door", TimeDelta::minutes(1), 25, morning()))));
    let verdicts = join_all(hits).await;
    assert_eq!(verdicts.iter().filter(|verdict| **verdict == Verdict::Allowed).count(), 25);
}

async fn a_key_sent_twice_at_once_gives_one_row(home: Home) {
    let write = |number: i64| {
        home.db.write(move |tx| {
            Box::pin(async move {
                let name = domain::programme::Bilingual { ar: number.to_string(), en: number.to_string() };
                store::branches::insert(tx, &name).await?;
                idempotency::remember(tx, "form-1", "branch", &number, morning()).await?;
                Ok::<_, StoreError>(number)
            })
        })
    };
    let written = join_all((0..8).map(write)).await;
    let kept: Vec<i64> = written.iter().filter_map(|result| result.as_ref().ok().copied()).collect();
    assert_eq!(kept.len(), 1, "{written:?}");
    assert!(written.iter().all(|result| matches!(result, Ok(_) | Err(StoreError::Conflict))), "{written:?}");
    assert_eq!(idempotency::find(&home.db, "form-1", "branch").await.unwrap(), Some(kept[0]));
    assert_eq!(idempotency::find::<i64>(&home.db, "form-1", "other").await.unwrap(), None);
    assert_eq!(store::branches::all(&home.db).await.unwrap().len(), 1);
    assert_eq!(home.number("SELECT COUNT(*) FROM idempotency").await, 1);
    let later = moment("2026-03-02T00:00:00Z");
    assert_eq!(home.write(move |tx| Box::pin(idempotency::purge(tx, later))).await, 1);
}

async fn a_counter_gives_every_number_once(home: Home) {
    let drawn = join_all((0..50).map(|_| home.write(|tx| Box::pin(counters::next(tx, "file"))))).await;
    assert_eq!(BTreeSet::from_iter(drawn), (1..=50).collect());
    assert_eq!(home.write(|tx| Box::pin(counters::next(tx, "decision"))).await, 1);
    let undone: Result<(), StoreError> = home
        .db
        .write(|tx| {
            Box::pin(async move {
                counters::next(tx, "file").await?;
                Err(StoreError::Conflict)
            })
        })
        .await;
    assert!(undone.is_err());
    assert_eq!(home.write(|tx| Box::pin(counters::next(tx, "file"))).await, 51);
    a_branch(&home, "still writing").await;
}

on_both!(
    a_code_is_open_until_used_expired_or_replaced,
    a_limit_blocks_until_its_window_is_over,
    a_limit_counts_everyone_at_once,
    a_key_sent_twice_at_once_gives_one_row,
    a_counter_gives_every_number_once,
);

//! Who stopped messages, and the association's own wordings.

use domain::message::Template;
use store::{
    Language, StoreError, stops,
    wordings::{self, Wording},
};

use crate::{
    given::{a_member, a_person, morning},
    home::Home,
};

async fn stopping_and_resuming_are_each_done_once(home: Home) {
    let person = a_person(&home, 1, None).await;
    assert!(!stops::has_stopped(&home.db, person).await.unwrap());
    assert!(home.write(move |tx| Box::pin(stops::stop(tx, person, morning()))).await);
    assert!(!home.write(move |tx| Box::pin(stops::stop(tx, person, morning()))).await);
    assert!(stops::has_stopped(&home.db, person).await.unwrap());
    assert!(home.write(move |tx| Box::pin(stops::resume(tx, person))).await);
    assert!(!home.write(move |tx| Box::pin(stops::resume(tx, person))).await);
    assert!(!stops::has_stopped(&home.db, person).await.unwrap());
}

async fn a_wording_changes_only_from_what_was_seen(home: Home) {
    let by = a_member(&home, "admin").await;
    let wording = |version, body: &str| Wording {
        template: Template::Answered,
        language: Language::Ar,
        body: body.to_owned(),
        version,
        by,
        at: morning(),
    };
    let put = |wording: Wording| {
        let db = home.db.clone();
        async move { db.write(move |tx| Box::pin(async move { wordings::put(tx, &wording).await })).await }
    };
    put(wording(1, "الأولى")).await.unwrap();
    assert!(matches!(put(wording(1, "معًا")).await, Err(StoreError::Conflict)));
    put(wording(2, "الثانية")).await.unwrap();
    assert!(matches!(put(wording(2, "متأخرة")).await, Err(StoreError::Conflict)));
    let found = wordings::find(&home.db, Template::Answered, Language::Ar).await.unwrap();
    assert_eq!(found, Some(wording(2, "الثانية")));
    assert_eq!(wordings::find(&home.db, Template::Answered, Language::En).await.unwrap(), None);
    assert_eq!(wordings::all(&home.db).await.unwrap().len(), 1);

    let remove = |seen| {
        let db = home.db.clone();
        async move { db.write(move |tx| Box::pin(wordings::remove(tx, Template::Answered, Language::Ar, seen))).await }
    };
    assert!(matches!(remove(1).await, Err(StoreError::Conflict)));
    remove(2).await.unwrap();
    assert_eq!(wordings::all(&home.db).await.unwrap(), []);
}

on_both!(stopping_and_resuming_are_each_done_once, a_wording_changes_only_from_what_was_seen);

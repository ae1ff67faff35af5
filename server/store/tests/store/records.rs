//! Documents, timeline, register and ratings.

use chrono::TimeDelta;
use domain::{
    PersonId, RequestId, StaffId,
    access::Actor,
    document::{DocumentKind, MediaType},
    rating::{Level, Rating},
};
use serde_json::json;
use sha2::{Digest, Sha256};
use store::{
    StoreError,
    documents::{self, NewDocument},
    events::{self, By, Event},
    ratings, register, requests,
};

use crate::{
    given::{a_person, a_request, day, morning, text},
    home::Home,
};

pub fn new_document(person: PersonId, request: Option<RequestId>, original_name: &str) -> NewDocument {
    NewDocument {
        person,
        request,
        kind: DocumentKind::Lease,
        file_key: hex::encode(Sha256::digest(original_name)),
        original_name: original_name.to_owned(),
        media: MediaType::Pdf,
        bytes: 10_485_760,
        sha256: "ab".repeat(32),
        issued_on: Some(day("2026-01-31")),
        given_at: morning(),
    }
}

async fn a_new_document_takes_the_place_of_the_former(home: Home) {
    let request = a_request(&home).await;
    let person = requests::find(&home.db, request).await.unwrap().unwrap().person;
    let (first, second, income) = home
        .write(move |tx| {
            Box::pin(async move {
                let first = documents::insert(tx, &new_document(person, Some(request), "a.pdf")).await?;
                let mut income = new_document(person, Some(request), "i.pdf");
                income.kind = DocumentKind::IncomeProof;
                let income = documents::insert(tx, &income).await?;
                let second = documents::insert(tx, &new_document(person, Some(request), "b.pdf")).await?;
                Ok((first, second, income))
            })
        })
        .await;
    let all = documents::of_request(&home.db, request).await.unwrap();
    let shown: Vec<_> = all.iter().map(|document| (document.given.id, document.replaced_by)).collect();
    assert_eq!(shown, [(first, Some(second)), (income, None), (second, None)]);
    let mine = documents::of_person(&home.db, person).await.unwrap();
    assert_eq!(mine.iter().map(|document| document.given.id).collect::<Vec<_>>(), [second, income]);
    let found = documents::find(&home.db, second).await.unwrap().unwrap();
    assert_eq!((found.original_name.as_str(), found.file_key.len()), ("b.pdf", 64));
    assert_eq!((found.given.kind, found.given.media), (DocumentKind::Lease, MediaType::Pdf));
    assert_eq!((found.given.bytes, found.given.issued_on), (10_485_760, Some(day("2026-01-31"))));
    let twice = new_document(person, None, "b.pdf");
    let refused = home.db.write(move |tx| Box::pin(async move { documents::insert(tx, &twice).await })).await;
    assert!(matches!(refused, Err(StoreError::Taken(_))), "{refused:?}");
}

async fn the_timeline_keeps_its_order(home: Home) {
    let request = a_request(&home).await;
    let staff = Actor::Staff { id: StaffId(3), roles: [].into(), branches: [].into() };
    let actors = [Actor::Visitor, Actor::Beneficiary { person: PersonId(1) }, staff, Actor::System];
    let tracker = Actor::Tracker { request };
    let told: Vec<Event> = actors
        .iter()
        .chain([&tracker])
        .map(|actor| Event {
            at: morning(),
            kind: "submitted".to_owned(),
            by: By::from(actor),
            facts: json!({"window": 14}),
        })
        .collect();
    let given = told.clone();
    home.write(move |tx| {
        Box::pin(async move {
            for event in &given {
                events::append(tx, request, event).await?;
            }
            Ok(())
        })
    })
    .await;
    assert_eq!(events::of_request(&home.db, request).await.unwrap(), told);
    assert_eq!(events::of_request(&home.db, RequestId(99)).await.unwrap(), []);
}

async fn a_person_has_one_file_for_life(home: Home) {
    let (one, two) = (a_person(&home, 1, None).await, a_person(&home, 2, None).await);
    let open = |person, number: &'static str| {
        home.db.write(move |tx| Box::pin(register::open_file(tx, person, number, morning(), day("2027-02-18"))))
    };
    open(one, "F-1").await.unwrap();
    for refused in [open(one, "F-2").await, open(two, "F-1").await] {
        assert!(matches!(refused, Err(StoreError::Taken(_))), "{refused:?}");
    }
    home.write(move |tx| Box::pin(register::renew(tx, one, day("2028-02-18")))).await;
    let file = register::file_of_person(&home.db, one).await.unwrap().unwrap();
    assert_eq!((file.number.as_str(), file.opened_at, file.renew_by), ("F-1", morning(), day("2028-02-18")));
    assert_eq!(register::file_of_person(&home.db, two).await.unwrap(), None);
    let nothing = home.db.write(move |tx| Box::pin(register::renew(tx, two, day("2028-02-18")))).await;
    assert!(matches!(nothing, Err(StoreError::Conflict)));
}

async fn a_service_is_rated_once(home: Home) {
    let request = a_request(&home).await;
    let expires_at = morning() + TimeDelta::days(30);
    let invite = |token| home.write(move |tx| Box::pin(ratings::invite(tx, request, token, expires_at)));
    assert!(invite("hash").await);
    assert!(!invite("another").await);
    assert_eq!(ratings::find_by_token(&home.db, "another").await.unwrap(), None);
    let invited = ratings::find_by_token(&home.db, "hash").await.unwrap().unwrap();
    assert_eq!((invited.request, invited.expires_at, &invited.rating), (request, expires_at, &None));
    let rating = Rating { level: Level::VeryGood, comment: Some(text("شكرًا لكم")), at: morning() };
    let rate = || {
        let (invited, rating) = (invited.clone(), rating.clone());
        home.db.write(move |tx| Box::pin(async move { ratings::rate(tx, &invited, &rating).await }))
    };
    let (first, second) = tokio::join!(rate(), rate());
    assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
    let rated = ratings::of_request(&home.db, request).await.unwrap().unwrap();
    assert_eq!(rated.rating, Some(rating));
}

on_both!(
    a_new_document_takes_the_place_of_the_former,
    the_timeline_keeps_its_order,
    a_person_has_one_file_for_life,
    a_service_is_rated_once,
);

//! Documents, timeline, register and ratings.

use chrono::TimeDelta;
use domain::{
    DocumentId, PersonId, RequestId, StaffId,
    access::Actor,
    document::{DocumentKind, MediaType, Page},
    rating::{Level, Rated, Rating},
};
use serde_json::json;
use sha2::{Digest, Sha256};
use store::{
    Kind, StoreError,
    documents::{self, NewDocument},
    events::{self, By, Event},
    pages::{self, NewPage},
    ratings, register, requests,
};

use crate::{
    given::{a_person, a_request, day, morning, text},
    home::Home,
    voice::a_matter,
};

pub fn new_document(person: PersonId, request: Option<RequestId>, original_name: &str) -> NewDocument {
    NewDocument {
        person,
        request,
        kind: DocumentKind::Lease,
        issued_on: Some(day("2026-01-31")),
        given_at: morning(),
        first: new_page(original_name),
    }
}

fn new_page(original_name: &str) -> NewPage {
    let hash = hex::encode(Sha256::digest(original_name));
    NewPage {
        file_key: hash.clone(),
        original_name: original_name.to_owned(),
        media: MediaType::Pdf,
        bytes: 1_048_576,
        sha256: hash,
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
    assert_eq!((found.original_name(), found.stored[0].file_key.len()), ("b.pdf", 64));
    assert_eq!((found.given.kind, found.given.pages.first().media), (DocumentKind::Lease, MediaType::Pdf));
    assert_eq!((found.given.pages.bytes(), found.given.issued_on), (1_048_576, Some(day("2026-01-31"))));
}

async fn a_document_from_before_there_were_pages_has_one(home: Home) {
    let request = a_request(&home).await;
    let person = requests::find(&home.db, request).await.unwrap().unwrap().person;
    let new = new_document(person, Some(request), "a.pdf");
    let id = home.write(move |tx| Box::pin(async move { documents::insert(tx, &new).await })).await;
    let before = documents::find(&home.db, id).await.unwrap();
    // The tables as they were: the file stands in the document itself.
    let blob = if home.db.kind() == Kind::Sqlite { "BLOB" } else { "BYTEA" };
    let columns = [
        ("file_key", "TEXT"),
        ("original_name_sealed", blob),
        ("media", "TEXT"),
        ("bytes", "BIGINT"),
        ("sha256", "TEXT"),
    ];
    for (column, kind) in columns {
        home.tamper(&format!("ALTER TABLE document ADD COLUMN {column} {kind}")).await;
        home.tamper(&format!("UPDATE document SET {column} = (SELECT {column} FROM document_page)")).await;
    }
    home.tamper("CREATE UNIQUE INDEX document_file_key ON document (file_key)").await;
    home.tamper("DROP TABLE document_page").await;
    home.tamper("DELETE FROM seaql_migrations WHERE version >= 'm0019'").await;
    home.db.migrate().await.unwrap();
    assert_eq!(documents::find(&home.db, id).await.unwrap(), before);
}

/// The names of the pages a document has, and how many it had.
async fn names(home: &Home, id: DocumentId) -> (Vec<String>, usize) {
    let document = documents::find(&home.db, id).await.unwrap().unwrap();
    let name = |page: &Page| document.file(&page.sha256).unwrap().original_name.clone();
    (document.given.pages.iter().map(name).collect(), document.stored.len())
}

async fn pages_leave_and_are_replaced_and_stay_on_record(home: Home) {
    let request = a_request(&home).await;
    let person = requests::find(&home.db, request).await.unwrap().unwrap().person;
    let id = home
        .write(move |tx| {
            Box::pin(async move {
                let id = documents::insert(tx, &new_document(person, Some(request), "a")).await?;
                for name in ["b", "c"] {
                    pages::add(tx, id, &new_page(name)).await?;
                }
                pages::replace(tx, id, &new_page("b").sha256, &new_page("b turned")).await?;
                pages::leave(tx, id, &new_page("a").sha256, morning()).await?;
                Ok(id)
            })
        })
        .await;
    assert_eq!(names(&home, id).await, (vec!["b turned".to_owned(), "c".to_owned()], 4));
}

async fn a_copy_shares_its_files_until_the_last_document_goes(home: Home) {
    let request = a_request(&home).await;
    let person = requests::find(&home.db, request).await.unwrap().unwrap().person;
    let (id, copy) = home
        .write(move |tx| {
            Box::pin(async move {
                let id = documents::insert(tx, &new_document(person, None, "a")).await?;
                pages::add(tx, id, &new_page("b")).await?;
                let document = documents::find(tx, id).await?.unwrap();
                let copy = documents::copy(tx, &document, &document.given, request).await?;
                pages::leave(tx, copy, &new_page("a").sha256, morning()).await?;
                Ok((id, copy))
            })
        })
        .await;
    assert_eq!(names(&home, id).await, (vec!["a".to_owned(), "b".to_owned()], 2));
    assert_eq!(names(&home, copy).await, (vec!["b".to_owned()], 2));
    let kept = home.write(move |tx| Box::pin(async move { documents::erase(tx, &[copy]).await })).await;
    assert_eq!(kept, Vec::<String>::new());
    let mut gone = home.write(move |tx| Box::pin(async move { documents::erase(tx, &[id]).await })).await;
    gone.sort();
    let mut keys = [new_page("a").file_key, new_page("b").file_key];
    keys.sort();
    assert_eq!(gone, keys);
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

async fn a_service_and_an_answer_are_each_rated_once(home: Home) {
    let service = Rated::Service(a_request(&home).await);
    let contact = Rated::Contact(a_matter(&home).await);
    let expires_at = morning() + TimeDelta::days(30);
    for (of, first, second) in [(service, "s1", "s2"), (contact, "c1", "c2")] {
        for token in [first, second] {
            home.write(move |tx| Box::pin(ratings::invite(tx, of, token, expires_at))).await;
        }
        assert_eq!(ratings::find_by_token(&home.db, first).await.unwrap(), None, "the newest link stands");
        let invited = ratings::find_by_token(&home.db, second).await.unwrap().unwrap();
        assert_eq!((invited.of, invited.expires_at, &invited.rating), (of, expires_at, &None));
        let rating = Rating { level: Level::VeryGood, comment: Some(text("شكرًا لكم")), at: morning() };
        let rate = || {
            let (invited, rating) = (invited.clone(), rating.clone());
            home.db.write(move |tx| Box::pin(async move { ratings::rate(tx, &invited, &rating).await }))
        };
        let (one, other) = tokio::join!(rate(), rate());
        assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
        home.write(move |tx| Box::pin(ratings::invite(tx, of, first, expires_at))).await;
        assert_eq!(ratings::of(&home.db, of).await.unwrap().unwrap().rating, Some(rating), "a rating stands");
    }
}

on_both!(
    a_new_document_takes_the_place_of_the_former,
    a_document_from_before_there_were_pages_has_one,
    pages_leave_and_are_replaced_and_stay_on_record,
    a_copy_shares_its_files_until_the_last_document_goes,
    the_timeline_keeps_its_order,
    a_person_has_one_file_for_life,
    a_service_and_an_answer_are_each_rated_once,
);

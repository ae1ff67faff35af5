//! Consents, wishes, and requests about people's own data.

use domain::{
    Reference, StaffId,
    privacy::{ConsentChange, Holding, Purpose, Verdict, Want, due_on},
};
use store::{
    StoreError, consents,
    data_requests::{self, Answer, DataRequest},
    documents, outbox, people,
};

use crate::{
    given::{a_member, a_person, a_request, day, morning, reference, text},
    home::Home,
    records::new_document,
};

fn correction(person: domain::PersonId, number: u64) -> DataRequest {
    DataRequest {
        reference: reference(number),
        person,
        want: Want::Correct { holding: Holding::Identity },
        words: Some(text("اسم العائلة خطأ")),
        received_at: morning(),
        due_on: due_on(morning()),
        answer: None,
        version: 1,
    }
}

async fn what_was_said_stays_in_its_order(home: Home) {
    let person = a_person(&home, 1, None).await;
    let other = a_person(&home, 2, None).await;
    let said = [(Purpose::News, true), (Purpose::Partners, true), (Purpose::News, false)]
        .map(|(purpose, given)| ConsentChange { purpose, given, at: morning() });
    for change in said {
        home.write(move |tx| Box::pin(async move { consents::append(tx, person, &change).await })).await;
    }
    assert_eq!(consents::history(&home.db, person).await.unwrap(), said);
    assert!(consents::history(&home.db, other).await.unwrap().is_empty());
}

async fn a_wish_is_kept_in_place_of_the_former(home: Home) {
    let person = a_person(&home, 1, None).await;
    assert!(!consents::necessary_only(&home.db, person).await.unwrap());
    for wish in [true, false, true] {
        home.write(move |tx| Box::pin(async move { consents::put_necessary_only(tx, person, wish, morning()).await }))
            .await;
        assert_eq!(consents::necessary_only(&home.db, person).await.unwrap(), wish);
    }
    assert_eq!(home.number("SELECT COUNT(*) FROM message_wish").await, 1);
}

async fn a_request_about_data_is_answered_once(home: Home) {
    let person = a_person(&home, 1, None).await;
    let by: StaffId = a_member(&home, "privacy").await;
    let asked = correction(person, 1);
    let new = asked.clone();
    home.write(move |tx| Box::pin(async move { data_requests::insert(tx, &new).await })).await;
    assert_eq!(data_requests::find(&home.db, &asked.reference).await.unwrap(), Some(asked.clone()));
    assert_eq!(data_requests::waiting(&home.db, 9).await.unwrap(), std::slice::from_ref(&asked));
    assert!(data_requests::answered(&home.db, 9).await.unwrap().is_empty());

    let given = Answer { verdict: Verdict::Refused { reason: text("كما في الهوية") }, at: morning(), by };
    let (request, answer) = (asked.clone(), given.clone());
    home.write(move |tx| Box::pin(async move { data_requests::answer(tx, &request, &answer).await })).await;
    let (request, again) = (asked.clone(), given.clone());
    let twice =
        home.db.write(move |tx| Box::pin(async move { data_requests::answer(tx, &request, &again).await })).await;
    assert!(matches!(twice, Err(StoreError::Conflict)));
    assert!(data_requests::waiting(&home.db, 9).await.unwrap().is_empty());
    let answered = data_requests::of_person(&home.db, person).await.unwrap();
    assert_eq!(answered, [DataRequest { answer: Some(given), version: 2, ..asked }]);
}

async fn the_most_urgent_waits_first(home: Home) {
    let person = a_person(&home, 1, None).await;
    let early = DataRequest { due_on: day("2026-03-20"), want: Want::Erase, words: None, ..correction(person, 2) };
    for request in [correction(person, 1), early] {
        home.write(move |tx| Box::pin(async move { data_requests::insert(tx, &request).await })).await;
    }
    let waiting = data_requests::waiting(&home.db, 9).await.unwrap();
    let order: Vec<Reference> = waiting.into_iter().map(|request| request.reference).collect();
    assert_eq!(order, [reference(2), reference(1)]);
}

async fn erased_is_gone_whatever_replaced_it(home: Home) {
    let request = a_request(&home).await;
    let person = store::requests::find(&home.db, request).await.unwrap().unwrap().person;
    let mut ids = Vec::new();
    for name in ["first.pdf", "second.pdf"] {
        let new = new_document(person, Some(request), name);
        ids.push(home.write(move |tx| Box::pin(async move { documents::insert(tx, &new).await })).await);
    }
    assert_eq!(documents::all_of_person(&home.db, person).await.unwrap().len(), 2);
    let newest = ids[1];
    home.write(move |tx| Box::pin(async move { documents::erase(tx, &[newest]).await })).await;
    let left = documents::all_of_person(&home.db, person).await.unwrap();
    assert_eq!(
        left.iter().map(|document| (document.given.id, document.replaced_by)).collect::<Vec<_>>(),
        [(ids[0], None)]
    );
    home.write(move |tx| {
        Box::pin(async move {
            people::erase_name(tx, person, morning()).await?;
            outbox::erase_of_request(tx, request).await
        })
    })
    .await;
    let known = people::find(&home.db, person).await.unwrap().unwrap();
    assert_eq!((known.name, known.born_on), (None, None));
    assert_eq!(
        home.number("SELECT COUNT(*) FROM person WHERE name_sealed IS NOT NULL OR name_normal IS NOT NULL").await,
        0
    );
}

on_both!(
    what_was_said_stays_in_its_order,
    a_wish_is_kept_in_place_of_the_former,
    a_request_about_data_is_answered_once,
    the_most_urgent_waits_first,
    erased_is_gone_whatever_replaced_it,
);

//! People are found by what is sealed.

use domain::Mobile;
use store::{
    Language, StoreError,
    people::{self, Alike},
};

use crate::{
    given::{a_branch, a_person, day, mobile, moment, morning, name, national_id, new_person},
    home::Home,
};

async fn a_person_is_found_by_national_id(home: Home) {
    let branch = a_branch(&home, "main").await;
    let mut new = new_person(7, Some("نورة محمد علي الحربي"));
    new.branch = Some(branch);
    new.born_on = Some(day("1990-02-03"));
    let given = new.clone();
    let id = home.write(move |tx| Box::pin(async move { people::insert(tx, &new).await })).await;
    let found = people::find_by_national_id(&home.db, &national_id(7)).await.unwrap().unwrap();
    assert_eq!(found, people::find(&home.db, id).await.unwrap().unwrap());
    assert_eq!((found.national_id, found.mobile), (given.national_id, given.mobile));
    assert_eq!((found.name, found.born_on), (given.name, given.born_on));
    assert_eq!((found.language, found.branch), (Language::Ar, Some(branch)));
    assert_eq!((found.created_at, found.updated_at), (morning(), morning()));
    assert_eq!(people::find_by_national_id(&home.db, &national_id(8)).await.unwrap(), None);
}

async fn a_national_id_is_entered_once(home: Home) {
    a_person(&home, 7, None).await;
    let again = new_person(7, None);
    let refused = home.db.write(move |tx| Box::pin(async move { people::insert(tx, &again).await })).await;
    assert!(matches!(refused, Err(StoreError::Taken(_))), "{refused:?}");
}

async fn what_people_tell_later_is_kept(home: Home) {
    let id = a_person(&home, 7, None).await;
    let later = moment("2026-03-02T06:00:00.123456Z");
    home.write(move |tx| {
        Box::pin(async move {
            people::update_contact(tx, id, &name("سارة خالد سعد القرشي"), day("1999-01-31"), morning()).await?;
            people::update_mobile(tx, id, &mobile(99), morning()).await?;
            people::update_language(tx, id, Language::En, later).await
        })
    })
    .await;
    let found = people::find(&home.db, id).await.unwrap().unwrap();
    assert_eq!(found.name, Some(name("سارة خالد سعد القرشي")));
    assert_eq!((found.born_on, found.mobile), (Some(day("1999-01-31")), mobile(99)));
    assert_eq!((found.language, found.updated_at), (Language::En, later));
    let nobody = domain::PersonId(id.0 + 1);
    let refused = home
        .db
        .write(move |tx| Box::pin(async move { people::update_mobile(tx, nobody, &mobile(1), morning()).await }))
        .await;
    assert!(matches!(refused, Err(StoreError::Conflict)));
}

async fn possible_duplicates_are_shown_with_their_reason(home: Home) {
    let one = a_person(&home, 1, Some("فاطمة عبدالله أحمد الزهراني")).await;
    let spelt = a_person(&home, 2, Some("فاطمه عبدالله احمد الزهرانى")).await;
    let near = a_person(&home, 3, Some("فاطمة عبداللة احمد الزهراني")).await;
    let child = a_person(&home, 4, Some("ريم ناصر فهد العتيبي")).await;
    a_person(&home, 5, Some("فاطمة سالم مرزوق الزهراني")).await;
    let mut shares = new_person(6, Some("خديجة حسن عمر فلاتة"));
    shares.mobile = Mobile::parse(mobile(1).as_str()).unwrap();
    let shares = home.write(move |tx| Box::pin(async move { people::insert(tx, &shares).await })).await;

    let one = people::find(&home.db, one).await.unwrap().unwrap();
    let suspects = people::similar(&home.db, &one, &[national_id(4)]).await.unwrap();
    let shown: Vec<_> = suspects.iter().map(|suspect| (suspect.person.id, suspect.alike.as_slice())).collect();
    assert_eq!(
        shown,
        [
            (spelt, &[Alike::Name][..]),
            (near, &[Alike::Name]),
            (child, &[Alike::NationalId]),
            (shares, &[Alike::Mobile]),
        ]
    );
}

on_both!(
    a_person_is_found_by_national_id,
    a_national_id_is_entered_once,
    what_people_tell_later_is_kept,
    possible_duplicates_are_shown_with_their_reason,
);

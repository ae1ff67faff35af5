//! Volunteers, their places and certificates.

use std::collections::BTreeSet;

use domain::{
    Mobile, PersonName, Reference, ShiftId, StaffId, VolunteerId,
    name::NamePart,
    programme::Bilingual,
    volunteer::{Attendance, Audience, ClockTime, Opportunity, Profile, ShiftPlan, Slug, Standing, StandingKind},
};
use store::{
    Language, StoreError, staff,
    volunteers::{self, applications, certificates, opportunities, places, shifts},
};

use crate::{
    given::{day, morning, text},
    home::Home,
};

fn name(own: &str) -> PersonName {
    let part = |text| NamePart::parse(text).unwrap();
    PersonName {
        own: part(own), father: Some(part("محمد")), grandfather: Some(part("علي")), family: part("السالم")
    }
}

fn profile(own: &str) -> Profile {
    Profile {
        name: name(own),
        born_on: day("1999-01-31"),
        guardian: None,
        skills: BTreeSet::new(),
        languages: BTreeSet::new(),
    }
}

fn opportunity() -> Opportunity {
    let both = |text: &str| Bilingual { ar: text.to_owned(), en: text.to_owned() };
    Opportunity {
        slug: Slug::parse("packing-1").unwrap(),
        title: both("packing"),
        work: both("pack"),
        place: both("store"),
        audience: Audience::Everyone,
        skills: BTreeSet::new(),
        wanted: 3,
        open: true,
    }
}

async fn a_volunteer(home: &Home, number: u32) -> VolunteerId {
    let mobile = Mobile::parse(&format!("05000000{number:02}")).unwrap();
    home.write(move |tx| {
        Box::pin(async move { volunteers::insert(tx, &mobile, &profile("سَارة"), Language::Ar, morning()).await })
    })
    .await
}

async fn a_shift(home: &Home, capacity: u16) -> (i64, ShiftId) {
    let time = |text| ClockTime::parse(text).unwrap();
    let plan = ShiftPlan::new(day("2026-12-01"), time("16:00"), time("20:00"), capacity).unwrap();
    home.write(move |tx| {
        Box::pin(async move {
            let id = opportunities::insert(tx, &opportunity(), morning()).await?;
            Ok((id, shifts::insert(tx, id, &plan).await?))
        })
    })
    .await
}

async fn a_coordinator(home: &Home) -> StaffId {
    let new = staff::NewStaff {
        user_name: "coordinator".to_owned(),
        display_name: Bilingual { ar: "منسق".to_owned(), en: "Coordinator".to_owned() },
        password_hash: String::new(),
        roles: BTreeSet::new(),
        branches: BTreeSet::new(),
        must_change_password: false,
        at: morning(),
    };
    home.write(move |tx| Box::pin(async move { staff::insert(tx, &new).await })).await
}

async fn a_volunteer_is_known_by_one_mobile(home: Home) {
    let id = a_volunteer(&home, 1).await;
    let mobile = Mobile::parse("0500000001").unwrap();
    let found = volunteers::find_by_mobile(&home.db, &mobile).await.unwrap().unwrap();
    assert_eq!((found.id, &found.profile), (id, &profile("سَارة")));
    let again = home.db.write(move |tx| {
        Box::pin(async move { volunteers::insert(tx, &mobile, &profile("هند"), Language::Ar, morning()).await })
    });
    assert!(matches!(again.await, Err(StoreError::Taken(_))));
}

async fn a_shift_is_never_overfilled(home: Home) {
    let (_, shift) = a_shift(&home, 2).await;
    let mut asked = Vec::new();
    for number in 0..8 {
        let (db, volunteer) = (home.db.clone(), a_volunteer(&home, number).await);
        asked.push(tokio::spawn(async move {
            db.write(move |tx| {
                Box::pin(async move {
                    let took = shifts::take(tx, shift).await?;
                    if took {
                        places::insert(tx, shift, volunteer, true).await?;
                    }
                    Ok::<_, StoreError>(took)
                })
            })
            .await
        }));
    }
    let mut took = 0;
    for ask in asked {
        took += usize::from(ask.await.unwrap().unwrap());
    }
    assert_eq!((took, places::held(&home.db, shift).await.unwrap().len()), (2, 2));
    assert_eq!(shifts::find(&home.db, shift).await.unwrap().unwrap().left(), 0);
}

async fn places_are_asked_for_granted_and_confirmed(home: Home) {
    let (_, shift) = a_shift(&home, 2).await;
    let (volunteer, by) = (a_volunteer(&home, 1).await, a_coordinator(&home).await);
    home.write(move |tx| Box::pin(places::insert(tx, shift, volunteer, false))).await;
    let attendance = async || places::of_volunteer(&home.db, volunteer).await.unwrap()[0].0;
    let place = attendance().await;
    assert_eq!(place.attendance, Attendance::Asked);
    home.write(move |tx| Box::pin(places::grant(tx, place.id))).await;
    assert_eq!(attendance().await.attendance, Attendance::Held);
    home.write(move |tx| Box::pin(places::confirm(tx, shift, place.id, 240, by, morning()))).await;
    assert_eq!(attendance().await.attendance, Attendance::Came { minutes: 240 });
    let gone = home.db.write(move |tx| Box::pin(places::delete(tx, place.id))).await;
    assert!(matches!(gone, Err(StoreError::Conflict)), "confirmed hours stay");
}

async fn an_application_is_answered_once_and_found_by_name(home: Home) {
    let (opportunity, _) = a_shift(&home, 2).await;
    let (volunteer, by) = (a_volunteer(&home, 1).await, a_coordinator(&home).await);
    let reference = Reference::from_entropy([4; 16]);
    let new = applications::NewApplication {
        reference: reference.clone(),
        volunteer,
        opportunity,
        words: Some(text("أحب أن أساعد")),
        at: morning(),
    };
    let second = new.clone();
    home.write(move |tx| Box::pin(async move { applications::insert(tx, &new).await })).await;
    let twice = home.db.write(move |tx| Box::pin(async move { applications::insert(tx, &second).await })).await;
    assert!(matches!(twice, Err(StoreError::Taken(_))));

    let mut kept = applications::find_by_reference(&home.db, &reference).await.unwrap().unwrap();
    kept.standing = Standing::Declined { reason: text("اكتمل العدد"), by, at: morning() };
    let (first, second) = (kept.clone(), kept.clone());
    home.write(move |tx| Box::pin(async move { applications::save(tx, &first).await })).await;
    let stale = home.db.write(move |tx| Box::pin(async move { applications::save(tx, &second).await })).await;
    assert!(matches!(stale, Err(StoreError::Conflict)));
    let kept = applications::find_by_reference(&home.db, &reference).await.unwrap().unwrap();
    assert_eq!(kept.standing.kind(), StandingKind::Declined);
    assert_eq!(applications::counts(&home.db).await.unwrap(), [(StandingKind::Declined, 1)].into());

    for (search, found) in [("ساره محمد", 1), ("السالم", 1), ("%", 0), ("خالد", 0)] {
        let filter = applications::Filter { search: Some(search.to_owned()), standing: None, limit: 9 };
        assert_eq!(applications::list(&home.db, &filter).await.unwrap().len(), found, "{search}");
    }
}

async fn a_certificate_is_found_by_its_secret(home: Home) {
    let (opportunity, _) = a_shift(&home, 2).await;
    let (volunteer, by) = (a_volunteer(&home, 1).await, a_coordinator(&home).await);
    let application = applications::NewApplication {
        reference: Reference::from_entropy([4; 16]),
        volunteer,
        opportunity,
        words: None,
        at: morning(),
    };
    home.write(move |tx| {
        Box::pin(async move {
            let application = applications::insert(tx, &application).await?;
            let new = certificates::NewCertificate {
                number: "ت-7".to_owned(),
                token: "secret".to_owned(),
                application,
                name: name("سارة"),
                minutes: 240,
                since: day("2026-12-01"),
                until: day("2026-12-01"),
                issued_on: day("2026-12-02"),
                by,
            };
            certificates::insert(tx, &new).await
        })
    })
    .await;
    assert_eq!(certificates::find_by_token(&home.db, "other").await.unwrap(), None);
    let found = certificates::find_by_token(&home.db, "secret").await.unwrap().unwrap();
    assert_eq!((found.number.as_str(), found.token.as_str(), found.minutes), ("ت-7", "secret", 240));
    assert_eq!(found.name, name("سارة"));
}

on_both!(
    a_volunteer_is_known_by_one_mobile,
    a_shift_is_never_overfilled,
    places_are_asked_for_granted_and_confirmed,
    an_application_is_answered_once_and_found_by_name,
    a_certificate_is_found_by_its_secret,
);

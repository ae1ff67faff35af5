//! Programmes, the policy and single settings keep their versions.

use domain::{
    policy::Policy,
    programme::{Award, Bilingual, Opening, ProgrammeSpec, SupportKind},
};
use store::{StoreError, programmes, settings};

use crate::{
    given::{moment, morning},
    home::Home,
};

fn programme(slug: &str, version: i64) -> ProgrammeSpec {
    let words = |words: &str| Bilingual { ar: words.to_owned(), en: words.to_owned() };
    ProgrammeSpec {
        slug: slug.to_owned(),
        version,
        support: SupportKind::FoodBasket,
        name: words("سلة غذائية"),
        summary: words("ملخص"),
        gives: words("سلة"),
        groups: vec![domain::application::Group::Widow],
        questions: Vec::new(),
        documents: Vec::new(),
        eligibility: domain::eligibility::Rule::All(Vec::new()),
        award: Award::InKind { items: words("سلة") },
        opening: Opening::Open,
    }
}

async fn put(home: &Home, spec: ProgrammeSpec) -> store::Result<()> {
    home.db.write(move |tx| Box::pin(async move { programmes::put(tx, &spec, morning()).await })).await
}

async fn the_last_version_of_a_programme_is_current(home: Home) {
    put(&home, programme("rent", 1)).await.unwrap();
    put(&home, programme("food-basket", 1)).await.unwrap();
    put(&home, programme("food-basket", 2)).await.unwrap();
    let twice = put(&home, programme("food-basket", 2)).await;
    assert!(matches!(twice, Err(StoreError::Taken(_))), "{twice:?}");
    let current = programmes::current_all(&home.db).await.unwrap();
    assert_eq!(current, [programme("food-basket", 2), programme("rent", 1)]);
    let food = programmes::by_slug(&home.db, "food-basket").await.unwrap();
    assert_eq!(food, Some(programme("food-basket", 2)));
    let former = programmes::by_version(&home.db, "food-basket", 1).await.unwrap();
    assert_eq!(former, Some(programme("food-basket", 1)));
    assert_eq!(programmes::by_slug(&home.db, "cash").await.unwrap(), None);
}

async fn a_policy_is_in_force_from_its_day(home: Home) {
    assert_eq!(settings::policy_current(&home.db, morning()).await.unwrap(), Policy::default());
    assert_eq!(settings::policy_by_version(&home.db, 1).await.unwrap(), Some(Policy::default()));
    assert_eq!(settings::policy_by_version(&home.db, 2).await.unwrap(), None);
    let patient = Policy { version: 2, appeal_days: 60, ..Policy::default() };
    let (given, from_at) = (patient.clone(), moment("2026-04-01T00:00:00Z"));
    home.write(move |tx| Box::pin(async move { settings::put_policy(tx, &given, from_at).await })).await;
    assert_eq!(settings::policy_current(&home.db, morning()).await.unwrap(), Policy::default());
    assert_eq!(settings::policy_current(&home.db, from_at).await.unwrap(), patient);
    assert_eq!(settings::policy_by_version(&home.db, 2).await.unwrap(), Some(patient));
}

async fn a_single_setting_is_replaced(home: Home) {
    assert_eq!(settings::get::<i64>(&home.db, "clock_offset_seconds").await.unwrap(), None);
    for offset in [60_i64, 1_209_600] {
        home.write(move |tx| Box::pin(async move { settings::put(tx, "clock_offset_seconds", &offset).await })).await;
        assert_eq!(settings::get(&home.db, "clock_offset_seconds").await.unwrap(), Some(offset));
    }
    let wrong = settings::get::<Vec<u8>>(&home.db, "clock_offset_seconds").await;
    assert!(matches!(wrong, Err(StoreError::Damaged(_))));
}

on_both!(the_last_version_of_a_programme_is_current, a_policy_is_in_force_from_its_day, a_single_setting_is_replaced,);
